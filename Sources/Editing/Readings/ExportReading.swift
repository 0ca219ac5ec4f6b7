import Diagnostics
import Numbers
import Presentation
package import StrategyModel
import StrategyStore

/// An export on its way into the sheets of a strategy.
package struct ExportReading {
  private let request: ImportRequest
  private let text: ExportText
  private let name: String

  /// - Parameter name: of the export, in messages.
  package init(_ request: ImportRequest, of bytes: [UInt8], named name: String) throws {
    (self.request, self.name) = (request, name)
    do throws(ExportFault) {
      text = try ExportText(bytes, request.encoding)
    } catch {
      throw StrategyError(error, in: name)
    }
  }

  /// The days on which the values became known that are not in the sheets yet, in their order.
  func days(_ draft: inout StrategyDraft) throws -> [Day] {
    var days: Set<Day> = []
    for (metric, readings) in try imported(&draft).byMetric {
      days.formUnion(try ReadingAdditions(readings, to: SheetEditing(metric, in: &draft).sheet).rows.map(\.knownOn))
    }
    return days.sorted()
  }

  /// Puts everything new into the draft, or throws and lists every row that cannot be imported.
  ///
  /// - Parameter day: takes only what became known on this day (default: everything).
  package func apply(to draft: inout StrategyDraft, knownOn day: Day? = nil) throws -> CommitWording {
    var found = try imported(&draft)
    if let day { found.byMetric = found.byMetric.mapValues { $0.filter { $0.knownOn == day } }.filter { !$1.isEmpty } }
    var remarks: [String] = []
    var total = 0
    for (metric, readings) in found.byMetric.sorted(by: { $0.key < $1.key }) {
      let additions = try SheetEditing(metric, in: &draft).add(readings, to: &draft)
      total += additions.rows.count
      remarks.append(additions.summary(of: metric, in: draft.strategy.calendar))
      remarks += additions.remarks(in: draft.strategy.calendar)
    }
    var wording = CommitWording(
      topic: found.byMetric.count == 1 ? found.byMetric.keys.first : "readings",
      what: "import \(counted(total, "reading")) from \(request.source)")
    wording.remarks = remarks + found.leftOut.remarks(in: draft.strategy.calendar)
    wording.remarks += skipped(found.leftOut, draft.strategy)
    if let encoding = text.assumed { wording.remarks.append("Read as \(encoding.name): it is not UTF-8.") }
    return wording
  }

  /// The rows that could not be read, one a line.
  private func skipped(_ leftOut: LeftOut, _ strategy: Strategy) -> [String] {
    let rejection = ImportRejection(leftOut.unreadable, in: name, strategy)
    let lines = leftOut.unreadable.indices.prefix(20).map { rejection.line($0) + "." }
    let more = leftOut.unreadable.count - lines.count
    return lines.map { "Left out " + $0 } + (more > 0 ? ["And \(more) more that cannot be read."] : [])
  }

  private func imported(_ draft: inout StrategyDraft) throws -> (byMetric: [String: [NewReading]], leftOut: LeftOut) {
    var days = DayReader()
    (days.style, days.takesShortYears, days.takesWrittenDays) = (
      request.dates, request.takesShortYears, request.takesWrittenDays
    )
    let zone = draft.strategy.zone
    days.offset = { zone.offset(at: $0) }
    let (table, layout) = try found(days, in: draft.strategy)
    let metrics = try metrics(table, layout, &draft)
    var settings = ImportSettings(
      calendar: draft.strategy.calendar, metrics: metrics, knownOn: request.knownOn ?? draft.today,
      source: request.source)
    (settings.numbers, settings.days) = (request.numbers, days)
    (settings.whole, settings.skipped) = (request.whole, Set(request.skip))
    (settings.takesUnfinished, settings.isGuess) = (request.takesUnfinished, text.isGuess)
    (settings.skipsUnreadable, settings.takesLastDays) = (request.skipsUnreadable, request.takesLastDays)
    settings.areMonths = request.grain == .month
    settings.chosen = try chosen(table, layout)
    let found = ReadingImport(table, layout, settings)
    guard found.rejects.isEmpty else { throw ImportRejection(found.rejects, in: name, draft.strategy).failure }
    guard !found.readings.isEmpty else {
      let skipped = skipped(found.leftOut, draft.strategy).map { Remedy($0) }
      throw StrategyError(
        message: "'\(name.visible)' contains no value of a finished period",
        help: skipped
          + (found.leftOut.unfinished.isEmpty ? [] : ["Import unfinished periods with \(give: .unfinished)."]))
    }
    let byMetric = try found.readings.map { name, readings in (name.isEmpty ? try requiredMetric() : name, readings) }
    return (Dictionary(byMetric, uniquingKeysWith: +), found.leftOut)
  }

  /// The texts that rows must have in some columns.
  private func chosen(_ table: ExportTable, _ layout: ExportLayout) throws(StrategyError) -> [Int: Set<String>] {
    var chosen: [Int: Set<String>] = [:]
    for (column, text) in request.rows {
      do throws(ExportFault) {
        chosen[try table.column(column, layout), default: []].insert(text)
      } catch {
        throw StrategyError(error, in: name)
      }
    }
    for (column, texts) in chosen {
      let known = table.rows.dropFirst(layout.header + 1).map { $0[column] }
      guard let missing = texts.subtracting(known).min() else { continue }
      throw StrategyError(
        .badRequest,
        message:
          "no row of '\(name.visible)' has '\(missing.visible)' in '\(table.rows[layout.header][column].visible)'",
        help: ["There are: \(ExportFault.list(Set(known).subtracting([""]).sorted()))."])
    }
    return chosen
  }

  private func found(_ days: DayReader, in strategy: Strategy) throws(StrategyError) -> (ExportTable, ExportLayout) {
    let calendar = strategy.calendar
    var columns = ExportColumns()
    (columns.period, columns.value) = (request.periodColumn, request.valueColumn)
    (columns.segment, columns.knownOn) = (request.segmentColumn, request.knownOnColumn)
    columns.metric = request.metricColumn
    columns.mapped = request.mapped
    if let metric = request.metric {
      columns.metricNames = Set([metric, strategy.metrics[metric]?.name?.value].compactMap(\.self))
    }
    do throws(ExportFault) {
      return try ExportTable.found(in: text, separator: request.separator, columns) { text in
        PeriodText.isHeader(text, in: calendar) || days.isLikeADay(text)
      }
    } catch {
      throw StrategyError(error, in: name)
    }
  }

  /// The known readings of the metrics that the export names, or of the one named for it.
  private func metrics(_ table: ExportTable, _ layout: ExportLayout, _ draft: inout StrategyDraft) throws
    -> [String: ImportedMetric]
  {
    guard let names = table.metrics(layout) else {
      let metric = try requiredMetric()
      let known = try imported(metric, &draft)
      if let grain = request.grain, let stated = known.grain, grain != stated {
        throw StrategyError(
          .badRequest, message: "'\(metric)' has \(stated.rawValue)s, but the import was told \(grain.rawValue)s",
          help: ["Leave out \(give: .grain)."])
      }
      return ["": known]
    }
    var metrics: [String: ImportedMetric] = [:]
    for map in request.mapped { metrics[map.metric] = try imported(map.metric, &draft) }
    for name in names where metrics[name] == nil && draft.strategy.mayHave(.metric, name) {
      metrics[name] = try imported(name, &draft)
    }
    return metrics
  }

  private func imported(_ metric: String, _ draft: inout StrategyDraft) throws -> ImportedMetric {
    let editing = try SheetEditing(metric, in: &draft)
    return ImportedMetric(
      grain: editing.grain ?? request.grain,
      names: Set([metric, draft.strategy.metrics[metric]?.name?.value].compactMap(\.self)),
      unit: draft.strategy.metrics[metric]?.definition?.unit?.value, sheet: editing.sheet)
  }

  private func requiredMetric() throws(StrategyError) -> String {
    guard let metric = request.metric else {
      throw StrategyError(
        .badRequest, message: "the export does not say which metric it is about",
        help: [
          """
          Name it with \(give: .metric), or its column with \(give: .metricColumn); give a metric to each column of \
          values with \(give: .map, "<column>=<metric>").
          """
        ])
    }
    return metric
  }
}

extension ReadingAdditions {
  func summary(of metric: String, in calendar: PeriodCalendar) -> String {
    let new = rows.count - corrections.count
    var parts: [String] = []
    if new > 0 || corrections.isEmpty { parts.append(counted(new, "new value")) }
    if !corrections.isEmpty { parts.append(counted(corrections.count, "correction")) }
    if let first = rows.map(\.period).min(), let last = rows.map(\.period).max() {
      let end = first == last ? "" : " to \(calendar.name(of: last))"
      parts[0] += " (\(calendar.name(of: first))\(end))"
    }
    if known > 0 { parts.append("\(known) already known") }
    if withdrawn > 0 { parts.append("\(counted(withdrawn, "value")) withdrawn before and not taken again") }
    return "\(metric): \(parts.joined(separator: ", "))."
  }
}

extension LeftOut {
  /// The parts of an export that were not imported, in sentences.
  func remarks(in calendar: PeriodCalendar) -> [String] {
    var parts: [String] = []
    if withoutValue > 0 { parts.append("\(withoutValue) without a value") }
    if !unfinished.isEmpty {
      let periods = Set(unfinished).sorted().map { calendar.name(of: $0) }
      let names = periods.prefix(3).joined(separator: ", ") + (periods.count > 3 ? ", …" : "")
      parts.append("\(unfinished.count) of unfinished periods (\(names))")
    }
    if repeated > 0 { parts.append("\(repeated) listed twice") }
    if skipped > 0 { parts.append("\(skipped) skipped as asked") }
    if notChosen > 0 { parts.append("\(notChosen) of other rows than asked for") }
    if !unreadable.isEmpty { parts.append("\(unreadable.count) that cannot be read") }
    var remarks = parts.isEmpty ? [] : ["Left out: " + parts.joined(separator: ", ") + "."]
    if !columns.isEmpty { remarks.append("Not read: \(ExportFault.list(columns)).") }
    return remarks
  }
}

extension TextEncoding {
  fileprivate var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}
