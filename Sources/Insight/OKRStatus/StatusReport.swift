import Diagnostics
package import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// The status of the teams' key results on a day.
package struct StatusReport {
  package struct Team {
    package let cycle: String
    package let team: String
    /// The position in `Strategy.okrs`.
    package let okrs: Int
    package let numbers: TeamNumbers
    /// Whether the goals were written by another team, which shares them.
    package let isShared: Bool
  }

  package let strategy: Strategy
  let today: Day
  /// By cycle, then by team.
  package let teams: [Team]
  /// The broken limits, by guardrail: `support-load at 14 in 2026-W04, at most 12`.
  private let breaches: [String: String]

  /// - Parameters:
  ///   - cycle: `nil` for all that are active or being graded.
  ///   - team: `nil` for all.
  package init(_ strategy: Strategy, on today: Day, cycle: String? = nil, team: String? = nil) throws(StrategyError) {
    try StatusReport.require(cycle, .cycle, in: strategy)
    try StatusReport.require(team, .team, in: strategy)
    let states = strategy.commitments.okrStates
    let chosen = strategy.okrs.all.indices.filter { i in
      let isDaily = states[i] == .active || states[i] == .grading
      return (cycle.map { strategy.okrs.all[i].cycle?.id == $0 } ?? isDaily)
        && (team.map { team in
          strategy.okrs.all[i].team?.id == team || strategy.okrs.all[i].objectives.contains { $0.isShared(with: team) }
        } ?? true)
    }
    let broken = strategy.breachesByGuarded(on: today)
    self.strategy = strategy
    self.today = today
    breaches = strategy.breachSentences(on: today)
    teams = chosen.map { i in
      let own = strategy.okrs.all[i]
      let isShared = team.map { own.team?.id != $0 } ?? false
      let numbers = strategy.numbers(ofOKRs: i, on: today, breaches: broken)
      return Team(
        cycle: own.cycle?.id ?? "?", team: own.team?.id ?? "?", okrs: i,
        numbers: isShared ? numbers.keeping { own.objectives[$0].isShared(with: team ?? "") } : numbers,
        isShared: isShared)
    }.sorted { ($0.cycle, $0.team) < ($1.cycle, $1.team) }
  }

  package func row(_ numbers: KeyResultNumbers, _ keyResults: [KeyResult]) -> StatusRow {
    StatusRow(numbers, keyResults, breaches)
  }

  static func require(_ id: String?, _ kind: Kind, in strategy: Strategy) throws(StrategyError) {
    guard let id, !strategy.mayHave(kind, id) else { return }
    throw .unknown(id, among: strategy.ids(of: kind).sorted(), kind.rawValue)
  }

  /// The message when there is nothing to show.
  package var hint: String {
    let known = strategy.cycles.all.compactMap { cycle in
      cycle.id.map { "\($0.value) (\(cycle.state?.value.rawValue ?? "no state"))" }
    }
    return known.isEmpty
      ? "There is no cycle yet." : "Nothing to show. There are these cycles: \(known.joined(separator: ", "))."
  }
}

/// One key result as a line of a table.
package struct StatusRow {
  package let id: String
  let progress: String
  let value: String
  let confidence: String
  let status: String
  let forecast: String
  let checkedIn: String
  let who: String
  /// Remarks, without the id.
  package let remarks: [String]

  package static let columns = ["", "progress", "confidence", "status", "value", "forecast", "check-in", "who"]

  package var cells: [String] { [id, progress, confidence, status, value, forecast, checkedIn, who] }

  /// - Parameter breaches: sentences by guardrail.
  init(_ numbers: KeyResultNumbers, _ keyResults: [KeyResult], _ breaches: [String: String] = [:]) {
    let i = numbers.position
    id = keyResults[i].id?.value ?? "?"
    who = keyResults[i].owner?.id ?? ""
    progress = (try? numbers.progress.get()).map { StatusRow.text(of: $0) } ?? "-"
    value = numbers.current?.short ?? ""
    confidence = numbers.confidence?.tenth ?? ""
    status = numbers.word
    forecast = numbers.pace.map { $0.forecast?.short ?? min(max($0.ratio, 0), 1).percent } ?? ""
    checkedIn = numbers.staleness
    remarks = numbers.remarks(breaches)
  }

  private static func text(of progress: Progress) -> String {
    progress.raw == progress.shown ? progress.shown.percent : "\(progress.shown.percent) (\(progress.raw.percent))"
  }
}

extension Strategy {
  fileprivate func breachSentences(on day: Day) -> [String: String] {
    let sentences = breaches(on: day).compactMap { breach -> (String, String)? in
      guard let id = metrics.all[breach.metric].id?.value else { return nil }
      let limit =
        switch breach.limit {
        case .atMost(let value): "at most \(value.short)"
        case .atLeast(let value): "at least \(value.short)"
        }
      return (id, "\(id) at \(breach.value.short) in \(readings.calendar.name(of: breach.period)), \(limit)")
    }
    return Dictionary(sentences) { first, _ in first }
  }
}

extension KeyResultNumbers {
  /// One or two words.
  var word: String {
    if isAtCost { return "achieved at cost" }
    if status == .scored, let score { return "scored \(score.tenth)" }
    return status.rawValue + (isTrendingOff && status != .offTrack ? ", trending off" : "")
  }

  /// The day of the last check-in, and how late the next one is.
  var staleness: String {
    let last = lastDay?.description ?? "none"
    return overdue.map { "\(last), \(counted($0, "day")) late" } ?? last
  }

  /// Remarks that need a sentence of their own.
  func remarks(_ sentences: [String: String]) -> [String] {
    var remarks: [String] = []
    // The status already says that nobody has checked in yet.
    if case .failure(let flaw) = progress, flaw != .noCheckIn || lastDay != nil {
      remarks.append("no number: \(flaw == .noCheckIn ? "no value in a check-in" : flaw.rawValue)")
    }
    if !breaches.isEmpty {
      remarks.append(
        (isAtCost ? "achieved at cost: " : "guardrail broken: ")
          + breaches.map { sentences[$0] ?? $0 }.joined(separator: ", "))
    }
    if let confidence, ConfidenceBand.escalates(confidence), !status.isClosed {
      remarks.append("confidence \(confidence.tenth): ask who can help")
    }
    return remarks
  }
}
