import Diagnostics
import StrategyModel

struct GuardrailGuardsNothing: Rule {
  let card = Card(
    id: "NS407", name: "guardrail-guards-nothing", severity: .warning,
    summary: "A guardrail guards no metric.",
    rationale: """
      When a guardrail is breached, work on what it guards pauses. If it guards nothing, its alarm reaches nobody. \
      Name the metrics whose pursuit could cause the harm, or make it a driver or a result if it measures something \
      else.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/support-load.yaml", "id: support-load", "id: ↓support-load"),
        ("metrics/support-load.yaml", "guards: [activation-rate, new-workspaces]\n", ""),
        (
          "metrics/meeting-satisfaction.yaml", "guards: [weekly-hosted-meetings, meetings-per-workspace]",
          "guards: [weekly-hosted-meetings, meetings-per-workspace, activation-rate, new-workspaces]"
        ),
      ])
    ],
    right: [
      Example("metrics/support-load.yaml", replacing: "new-workspaces]", with: "new-workspaces, onboarding-completion]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].role?.value == .guardrail {
      guard metrics[i].guards.isEmpty, let id = metrics[i].id, !strategy.mayHideFields(metrics[i].file) else {
        continue
      }
      report.add(
        .guardsNothing(id.value), about: metrics[i], at: id.range, in: strategy,
        help: ["Add 'guards:' with the metrics whose pursuit could do this harm."])
    }
  }
}

extension String {
  fileprivate static func guardsNothing(_ metric: String) -> String { "guardrail '\(metric)' guards no metric" }
}
