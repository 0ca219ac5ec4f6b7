import Numbers
import Pictures
import Presentation
import StrategyModel

extension EvidenceSection {
  /// Which guardrails were beyond their thresholds since the last review, and which are now.
  static func guardrails(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("guardrails", "Guardrails")
    let guardrails = context.guardrails
    guard !guardrails.isEmpty else {
      section.lack("No guardrail watches it.")
      return section
    }
    let watched = guardrails.map { WatchedGuardrail($0, on: context) }
    let broken = watched.filter { !$0.broken.isEmpty }
    for guardrail in broken { section.say(guardrail.sentence) }
    if broken.isEmpty, watched.contains(where: \.isMeasured) {
      section.say("No guardrail was beyond its threshold \(context.sinceWords).")
    }
    let unknown = watched.filter { !$0.isMeasured }.map(\.id)
    if !unknown.isEmpty { section.lack("Without readings or without a threshold: \(String.few(unknown)).") }
    section.show(
      .table(
        ["guardrail", "limit now", "last", "periods", "beyond it", "from first to last"], cells: watched.map(\.cells),
        numeric: [2, 3, 4]))
    return section
  }
}

/// A guardrail and its values since a day.
private struct WatchedGuardrail {
  let id: String
  let limits: [Breach.Limit]
  let shown: Series
  /// The periods beyond the threshold.
  let broken: [Period]
  let calendar: PeriodCalendar

  init(_ id: String, on context: EvidenceContext) {
    self.id = id
    calendar = context.strategy.calendar
    let threshold = context.strategy.metrics[id]?.threshold
    limits = threshold?.limits ?? []
    let series = context.series(of: id)
    let grain = series.periods.first?.grain ?? .week
    let shown = series.from(context.strategy.calendar.period(grain, containing: context.since))
    self.shown = shown
    broken = shown.periods.indices.filter { threshold?.broken(by: shown.values[$0]) != nil }.map { shown.periods[$0] }
  }

  var isMeasured: Bool { !shown.isEmpty && !limits.isEmpty }

  var sentence: String {
    let limit = limits.map(\.words).joined(separator: " and ")
    let last = broken.last.map(calendar.name) ?? ""
    let now = broken.last == shown.periods.last ? "and is so now" : "last in \(last); it is within it now"
    let grain = (shown.periods.first?.grain ?? .week).counted(shown.count)
    return "\(id) was beyond its threshold (\(limit)) in \(broken.count) of \(shown.count) \(grain), \(now)."
  }

  var cells: [Cell] {
    [
      .text(id), .text(limits.map(\.words).joined(separator: " and ")),
      .number(shown.last?.value, shown: shown.last?.value.figure), .count(shown.count), .count(broken.count),
      .text(Sparkline(shown.values.map { $0 }, width: 30).text),
    ]
  }
}

extension EvidenceSection {
  /// Whether the metric rose while guardrails or results got worse.
  static func screen(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("screen", "Did it rise at the cost of others?")
    guard let screen = GoodhartScreen(context.strategy, on: context.day) else {
      section.lack("The North Star has no readings through the last two quarters, so that nothing can be compared.")
      return section
    }
    let text = GoodhartText(screen, in: context.strategy)
    section.say(text.sentence)
    if !screen.unknown.isEmpty { section.lack("Not measured often enough to tell: \(String.few(text.unknown)).") }
    section.show(.table(GoodhartText.columns, cells: text.rows, numeric: [1, 2, 3, 4]))
    return section
  }
}
