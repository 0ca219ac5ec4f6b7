import Diagnostics
import Foundation
import Numbers
import StrategyModel

/// An export on its way into the sheets of a strategy.
struct ExportReading {
  private let command: MeasureImportCommand
  private let table: ExportTable
  private let knownOn: Day?
  private let name: String

  init(_ command: MeasureImportCommand, knownOn: Day?, in environment: CommandEnvironment) throws {
    self.command = command
    self.knownOn = knownOn
    name = command.file == "-" ? "standard input" : command.file
    let text = try ExportReading.text(command.file, in: environment)
    do throws(ExportTable.Fault) {
      table = try ExportTable(text, separator: command.separator?.sign)
    } catch {
      throw CommandFailure(message: "cannot read '\(name.visible)': \(error.reason)")
    }
  }

  /// Puts all that is new into the draft, or throws and names every row that cannot be taken.
  func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let byMetric = try imported(&draft)
    var remarks: [String] = []
    var total = 0
    for (metric, readings) in byMetric.sorted(by: { $0.key < $1.key }) {
      let additions = try SheetEditing(metric, in: &draft).add(readings, to: &draft)
      total += additions.rows.count
      remarks.append(additions.summary(of: metric, in: draft.strategy.calendar))
      remarks += additions.remarks(in: draft.strategy.calendar)
    }
    var wording = CommitWording(
      topic: byMetric.count == 1 ? byMetric.keys.first : "readings",
      what: "import \(counted(total, "reading")) from \(source)")
    wording.remarks = remarks
    return wording
  }

  private func imported(_ draft: inout StrategyDraft) throws -> [String: [NewReading]] {
    let settings = try settings(&draft)
    let layout = try layout(settings)
    if case .long(_, _, _, _, _, let column) = layout, column == nil { _ = try requiredMetric() }
    if case .wide = layout { _ = try requiredMetric() }
    let found = ReadingImport(table, layout, settings)
    if !found.rejects.isEmpty { throw rejection(found.rejects) }
    var byMetric: [String: [NewReading]] = [:]
    for (name, readings) in found.readings { byMetric[name.isEmpty ? try requiredMetric() : name] = readings }
    guard !byMetric.isEmpty else {
      throw CommandFailure(
        message: "'\(name.visible)' holds no value of a period that is over",
        help: found.unfinished > 0 ? ["Take unfinished periods with --unfinished."] : [])
    }
    return byMetric
  }

  private func settings(_ draft: inout StrategyDraft) throws -> ImportSettings {
    let known = try command.metric.flatMap { try SheetEditing($0, in: &draft).grain(in: draft.strategy) }
    var settings = ImportSettings(
      calendar: draft.strategy.calendar, grain: known ?? command.grain, knownOn: knownOn ?? draft.today,
      source: source)
    (settings.numbers, settings.dates) = (command.numbers, command.dates)
    settings.whole = command.whole ?? command.from?.whole
    settings.takesUnfinished = command.unfinished
    return settings
  }

  private func layout(_ settings: ImportSettings) throws -> ExportLayout {
    var columns = ExportColumns()
    (columns.period, columns.value, columns.segment) = (
      command.periodColumn, command.valueColumn, command.segmentColumn
    )
    (columns.knownOn, columns.metric) = (command.knownOnColumn, command.metricColumn)
    do throws(ExportFault) {
      return try table.layout(columns) { text in
        settings.calendar.period(named: text) != nil || settings.dates.day(text) != nil
      }
    } catch {
      throw CommandFailure(message: error.message(name.visible), help: error.help)
    }
  }

  private func requiredMetric() throws(CommandFailure) -> String {
    guard let metric = command.metric else {
      throw CommandFailure(
        status: .usage, message: "the export does not say which metric it is of",
        help: ["Name it with --metric, or its column with --metric-column."])
    }
    return metric
  }

  private var source: String {
    command.source ?? command.from?.rawValue ?? (command.file == "-" ? "import" : URL(filePath: name).lastPathComponent)
  }

  private func rejection(_ rejects: [(line: Int, reason: String)]) -> CommandFailure {
    let shown = rejects.prefix(20).map { "\(name.visible):\($0.line): \($0.reason)" }
    let more = rejects.count > 20 ? ["and \(rejects.count - 20) more"] : []
    return CommandFailure(
      status: .findings,
      message: "\(counted(rejects.count, "value")) cannot be taken, so nothing was imported", help: shown + more)
  }

  private static func text(_ file: String, in environment: CommandEnvironment) throws(CommandFailure) -> [UInt8] {
    guard file == "-" else { return try environment.bytes(ofFile: file) }
    var lines: [String] = []
    while let line = environment.input.next() { lines.append(line) }
    return Array(lines.joined(separator: "\n").utf8)
  }
}

extension ReadingAdditions {
  func summary(of metric: String, in calendar: PeriodCalendar) -> String {
    let new = rows.count - corrections.count
    var parts = ["\(metric): \(counted(new, "new value"))"]
    if let first = rows.map(\.period).min(), let last = rows.map(\.period).max() {
      let end = first == last ? "" : " to \(calendar.name(of: last))"
      parts[0] += " (\(calendar.name(of: first))\(end))"
    }
    if !corrections.isEmpty { parts.append(counted(corrections.count, "correction")) }
    if known > 0 { parts.append("\(known) known already") }
    return parts.joined(separator: ", ") + "."
  }
}

extension ExportTable.Fault {
  var reason: String {
    switch self {
    case .empty: "it is empty"
    case .notText: "it is not UTF-8 text"
    case .tooManyColumns(let line): "line \(line) has more than \(ExportTable.widest) columns"
    case .unclosedQuote(let line): "a quote in line \(line) is never closed"
    }
  }
}

extension ExportFault {
  func message(_ file: String) -> String {
    switch self {
    case .noColumn(let name, _): "'\(file)' has no column '\(name.visible)'"
    case .noPeriods: "'\(file)' has no column of periods"
    case .whichValue: "'\(file)' has several columns that may be the value"
    }
  }

  var help: [String] {
    switch self {
    case .noColumn(_, let columns): [ExportFault.list(columns)]
    case .noPeriods(let columns): ["Name it with --period-column. " + ExportFault.list(columns)]
    case .whichValue(let columns): ["Name it with --value-column. " + ExportFault.list(columns)]
    }
  }

  var columns: [String] {
    switch self {
    case .noColumn(_, let columns), .noPeriods(let columns), .whichValue(let columns): columns
    }
  }

  static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(12).map { "'\(String($0.prefix(40)).visible)'" }.joined(separator: ", ")
    return "There are: \(shown)\(columns.count > 12 ? ", …" : "")."
  }
}
