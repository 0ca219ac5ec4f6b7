import Diagnostics
import StrategyModel

struct GuardrailWithoutThreshold: Rule {
  let card = Card(
    id: "NS406", name: "guardrail-without-threshold", severity: .error,
    summary: "A guardrail does not say how much is too much.",
    rationale: """
      A guardrail works through a limit that was set before the temptation. Without one, every breach is argued away \
      while the harm continues. Set 'at_most:', 'at_least:' or both, in the metric's unit.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/support-load.yaml", "id: support-load", "id: ↓support-load"),
        ("metrics/support-load.yaml", "\nthreshold:\n  at_most: 12", ""),
      ])
    ],
    right: [Example("metrics/support-load.yaml", replacing: "at_most: 12", with: "at_least: 1\n  at_most: 12")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].role?.value == .guardrail {
      guard metrics[i].threshold?.atMost == nil, metrics[i].threshold?.atLeast == nil, let id = metrics[i].id,
        !strategy.mayHideFields(metrics[i].file)
      else { continue }
      report.add(
        .limitless(id.value), about: metrics[i], at: id.range, in: strategy,
        help: ["Add 'threshold:' with 'at_most:' or 'at_least:'."])
    }
  }
}

extension String {
  fileprivate static func limitless(_ metric: String) -> String { "guardrail '\(metric)' has no threshold" }
}
