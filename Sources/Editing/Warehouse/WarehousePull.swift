import Diagnostics
import Git
import Numbers
import StrategyModel
package import StrategyStore

/// The readings of some metrics from their sources, on their way into the sheets.
package struct WarehousePull {
  private var answers: [(metric: String, source: String, readings: [NewReading])] = []

  private static let askedAgain = 12

  /// Fetches every metric; throws with all failures, so that nothing is fetched in part.
  package init(
    _ names: [String], since: String?, in draft: inout StrategyDraft, _ session: Session
  ) throws {
    var failures: [Remedy] = []
    for metric in try WarehousePull.metrics(names, in: draft.strategy) {
      do {
        answers.append(try WarehousePull.answer(metric, since: since, &draft, session))
      } catch let failure as StrategyError {
        failures.append(([Remedy(failure.message.named(metric))] + failure.help).joined(by: " | "))
      } catch let error as GitError {
        failures.append(Remedy(error.message.named(metric)))
      }
    }
    guard failures.isEmpty else {
      throw StrategyError(
        message: "\(counted(failures.count, "metric")) could not be fetched, so nothing was written", help: failures)
    }
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    var total = 0
    var remarks: [String] = []
    for answer in answers {
      let additions = try SheetEditing(answer.metric, in: &draft).add(answer.readings, to: &draft)
      total += additions.rows.count
      guard !additions.rows.isEmpty else { continue }
      remarks.append(additions.summary(of: answer.metric, in: draft.strategy.calendar))
      remarks += additions.remarks(in: draft.strategy.calendar)
    }
    let sources = Set(answers.map(\.source)).sorted().joined(separator: ", ")
    var wording = CommitWording(
      topic: answers.count == 1 ? answers[0].metric : "readings",
      what: "\(counted(total, "reading")) from \(sources)")
    wording.remarks = remarks
    return wording
  }

  private static func metrics(_ names: [String], in strategy: Strategy) throws(StrategyError) -> [Metric] {
    var found: [Metric] = []
    for name in Set(names).sorted() {
      guard let metric = strategy.metrics[name] else {
        throw .unknown(name, among: Set(strategy.ids(of: .metric)), "metric")
      }
      guard metric.readings != nil else {
        throw StrategyError(
          message: "'\(name)' does not say where its readings come from",
          help: ["Give it 'readings:' with 'from:' and 'query:'."])
      }
      found.append(metric)
    }
    if names.isEmpty {
      found = strategy.metrics.all.indices.filter { strategy.graph.isLive[$0] }.map { strategy.metrics.all[$0] }
        .filter { $0.readings != nil }
    }
    guard !found.isEmpty else {
      throw StrategyError(
        message: "no metric says where its readings come from",
        help: ["Give one 'readings:' with 'from:' and 'query:'."])
    }
    return found
  }

  private static func answer(
    _ metric: Metric, since: String?, _ draft: inout StrategyDraft, _ session: Session
  ) throws -> (metric: String, source: String, readings: [NewReading]) {
    guard let id = metric.id?.value, let from = metric.readings?.from?.value, let query = metric.readings?.query?.value
    else { throw StrategyError(message: "its 'readings:' lack 'from:' or 'query:'") }
    let sheet = try SheetEditing(id, in: &draft)
    guard let grain = sheet.grain else {
      throw StrategyError(
        message: "it does not say how long its periods are", help: ["Give its 'definition:' a 'grain:'."])
    }
    let calendar = draft.strategy.calendar
    let current = calendar.period(grain, containing: draft.today)
    let first =
      try since.map { name throws(StrategyError) in try sheet.period(name) } ?? firstAsked(sheet, before: current)
    guard first < current else { throw StrategyError(message: "no period since \(calendar.name(of: first)) is over") }
    let asked = try SourceQuery(query, from: calendar.firstDay(of: first), to: calendar.firstDay(of: current))
    let table = try SourceSettings(from, in: session).ask(asked, in: session)
    let metric = ImportedMetric(grain: grain, sheet: sheet.sheet)
    var settings = ImportSettings(calendar: calendar, metrics: ["": metric], knownOn: draft.today, source: from)
    let zone = draft.strategy.zone
    settings.numbers = .plain
    settings.days.offset = { zone.offset(at: $0) }
    let readings = try readings(table, settings, draft.strategy)
    if let stray = readings.first(where: { $0.period < first }) {
      throw StrategyError(
        message: "the answer holds \(calendar.name(of: stray.period)), which was not asked for",
        help: [
          "Restrict the query to the days from ':from' to before ':to', or fetch from then on with \(give: .from)."
        ])
    }
    return (id, from, readings)
  }

  /// The last twelve periods are fetched again for corrections, and everything since the last reading.
  private static func firstAsked(_ sheet: SheetEditing, before current: Period) -> Period {
    let usual = current + -askedAgain
    guard let last = sheet.sheet?.last?.period else { return usual }
    return min(usual, last)
  }

  private static func readings(_ answer: [UInt8], _ settings: ImportSettings, _ strategy: Strategy) throws
    -> [NewReading]
  {
    let (table, layout) = try table(answer)
    let found = ReadingImport(table, layout, settings)
    if !found.rejects.isEmpty { throw ImportRejection(found.rejects, in: "answer", strategy).failure }
    return found.readings.values.flatMap(\.self)
  }

  private static func table(_ answer: [UInt8]) throws(StrategyError) -> (ExportTable, ExportLayout) {
    do throws(ExportFault) {
      return try ExportTable.found(in: ExportText(answer, .utf8), separator: .comma, ExportColumns()) { _ in false }
    } catch {
      guard let reason = error.reason else {
        throw StrategyError(
          message: "its answer needs the columns 'period' and 'value'",
          help: ["There are: \(ExportFault.list(error.columns))."])
      }
      throw StrategyError(message: "the answer cannot be read: \(reason)")
    }
  }
}

extension String {
  fileprivate func named(_ metric: Metric) -> String { "\(metric.id?.value ?? "?"): \(self)" }
}
