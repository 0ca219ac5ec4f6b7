import Diagnostics
internal import Presentation
import StrategyModel

struct InvertedThreshold: Rule {
  let card = Card(
    id: "NS416", name: "inverted-threshold", severity: .error,
    summary: "A guardrail's lower limit is above its upper limit.",
    rationale: """
      No value can satisfy both limits, so the guardrail is always breached, and people learn to ignore it. Usually \
      the two numbers or the two names were swapped.
      """,
    wrong: [Example("metrics/support-load.yaml", replacing: "at_most: 12", with: "at_least: ↓20\n  at_most: 12")],
    right: [Example("metrics/support-load.yaml", replacing: "at_most: 12", with: "at_least: 12\n  at_most: 20")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let low = metrics[i].threshold?.atLeast, let high = metrics[i].threshold?.atMost, low.value > high.value
      else { continue }
      report.add(
        .inverted(low.value, high.value), about: metrics[i], at: low.range, in: strategy,
        notes: [Note("the upper limit", at: strategy.location(metrics[i].file, high.range))],
        help: ["Swap the two, or correct the one that is wrong."])
    }
  }
}

extension String {
  fileprivate static func inverted(_ low: Double, _ high: Double) -> String {
    "at least \(low.plain) and at most \(high.plain) leave no value"
  }
}
