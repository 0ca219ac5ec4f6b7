import Diagnostics
import History
import Numbers
import Pictures
import Presentation
import StrategyModel

extension ReportedMetric {
  /// `+1.2 % on the week before, +4.1 % on the month before`; empty where nothing was measured then.
  var changeWords: String {
    let (week, month, year) = changes
    return [
      week.map { "\($0.short) on the week before" }, month.map { "\($0.short) on the month before" },
      week == nil && month == nil ? year.map { "\($0.short) on the year before" } : nil,
      sinceStart.map { "\($0.short) since the cycle began" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// `90.9 % of the target 36000`
  var targetWords: String? {
    guard let target = standing.target else { return nil }
    return standing.shareOfTarget.map { "\($0.shareFigure) of the target \(target.figure)" }
      ?? "target \(target.figure)"
  }

  /// `45.5 percent`, with its period where that is not the report's last one.
  var cell: String {
    guard let value else { return "not measured" }
    return [value, unit, isBehind ? periodName.map { "(\($0))" } : nil].compactMap(\.self).joined(separator: " ")
  }

  /// Everything on one line, or that nothing was measured.
  var line: String {
    guard let statement else { return "\(name): not measured yet" }
    let parts = [statement + (isBehind ? " (no later value)" : ""), changeWords, targetWords ?? ""]
      .filter { !$0.isEmpty }
    return "\(name): " + parts.joined(separator: ", ")
  }

  /// A warning about a value that is older than the report's last period; `nil` otherwise.
  func lateness(in period: ReportPeriod) -> String? {
    guard isBehind, let periodName else { return nil }
    return "\(name) was last measured for \(periodName); later values to \(period.last) are missing."
  }
}

extension ReportedNumbers.Guardrail {
  /// `BREACH: above 6.5 since 2026-W40`, `within (at most 6.5)`, or what is unknown.
  func stateWords(in calendar: PeriodCalendar) -> String {
    if let breach {
      let side = if case .atMost = breach.limit { "above" } else { "below" }
      return "BREACH: \(side) \(breach.limit.value.figure) since \(calendar.name(of: breach.since))"
    }
    if metric.value == nil { return "not measured yet" }
    return limits.isEmpty ? "no threshold" : "within (\(limits.map(\.words).joined(separator: ", ")))"
  }
}

extension WeakKeyResults.Entry {
  /// `31 % of 52 % expected`
  var progressWords: String {
    guard let progress = try? numbers.progress.get() else { return "no number" }
    return openExpected.map { "\(progress.shown.percent), \($0.percent) expected" } ?? progress.shown.percent
  }

  /// `nil` for a key result that is over and graded.
  var openExpected: Double? { numbers.status.isClosed ? nil : expected }
}

extension HandOvers.Entry {
  func from(in strategy: Strategy) -> String { before.map { strategy.name(of: $0) } ?? "nobody" }
  func to(in strategy: Strategy) -> String { strategy.name(of: after) }
  /// A remark if the record landed after the first day of the ownership.
  var recordedLate: String? { after.recorded > after.from ? "recorded \(after.recorded)" : nil }
}

extension Strategy {
  /// `Growth (Lin Wei)`; former people and teams are shown by id.
  fileprivate func name(of tenure: Tenure) -> String {
    LeverHolders.Holder(
      team: tenure.team.map { teams[$0]?.name?.value ?? $0 }, person: tenure.person.map { name(ofPerson: $0) },
      from: tenure.from, to: tenure.to
    ).name
  }

  fileprivate func name(ofPerson id: String) -> String { people[id]?.name?.value ?? id }
}

extension DueReview {
  /// `12 days overdue`, `in 5 days`
  func dueWords(on day: Day) -> String {
    let left = self.day - day
    return left < 0 ? "\(counted(-left, "day")) overdue" : left == 0 ? "today" : "in \(counted(left, "day"))"
  }
}

extension RecordedDecision {
  var subjectWords: String { subjects.joined(separator: ", ") }

  /// `Ada Okafor, Tomás Rey; dissent of Lin Wei`
  func whoWords(in strategy: Strategy) -> String {
    let names = { (ids: [String]) in ids.map { strategy.name(ofPerson: $0) }.joined(separator: ", ") }
    let against = dissent.map(\.person)
    return [names(decidedBy), against.isEmpty ? "" : "dissent of " + names(against)].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}

extension StrategyReport {
  /// The sentences that say why a section is empty.
  enum Lack {
    static let northStar = "The strategy has no North Star in use."
    static let readings = "Nothing has been measured yet."
    static let inputs = "The strategy has no input in use."
    static let guardrails = "The strategy has no guardrail in use: nothing says what must not get worse."
    static let cycle = "No cycle is open, so there are no key results to follow."
    static let keyResults = "No key result needs attention."
    static let history = "There is no history: no repository, no commit, or no such strategy in it."
    static let moved = "No goal and no definition was changed."
    static let handOvers = "No lever changed hands."
    static let decisions = "No decision was recorded."
    static let reviews = "No review is due within \(soon) days."
  }

  var headlines: [String] {
    let stars = numbers.stars.isEmpty ? [Lack.northStar] : numbers.stars.map { $0.line + "." }
    return stars + changes.compactMap { $0?.headline } + [breachHeadline, keyResultHeadline].compactMap(\.self)
  }

  /// A metric that may have become a target in itself.
  var warning: String? {
    goodhart.flatMap { $0.isRaised ? "Look into it: " + GoodhartText($0, in: strategy).sentence : nil }
  }

  private var breachHeadline: String? {
    let broken = numbers.guardrails.filter { $0.breach != nil }
    guard !broken.isEmpty else {
      let measured = numbers.guardrails.count { $0.metric.value != nil && !$0.limits.isEmpty }
      return measured == 0 ? nil : "All \(measured) measured guardrails are within their thresholds."
    }
    let names = broken.map { "\($0.metric.name) (\($0.stateWords(in: strategy.calendar)))" }
    return "\(counted(broken.count, "guardrail")) of \(numbers.guardrails.count) in breach: "
      + names.joined(separator: "; ") + "."
  }

  private var keyResultHeadline: String? {
    guard !keyResults.all.isEmpty else { return nil }
    let counts = KeyResultStatus.allCases.compactMap { status -> String? in
      let count = keyResults.all.count { $0.numbers.status == status }
      return count == 0 ? nil : "\(count) \(status.rawValue)"
    }
    let trending = keyResults.all.count { $0.numbers.isTrendingOff }
    return "\(counted(keyResults.all.count, "key result")) in \(keyResults.cycles.joined(separator: ", ")): "
      + counts.joined(separator: ", ") + (trending == 0 ? "." : "; \(trending) trending off.")
  }
}
