import Diagnostics
import StrategyModel

struct NoGuardrail: Rule {
  let card = Card(
    id: "NS405", name: "no-guardrail", severity: .warning,
    summary: "The North Star or an input has no guardrail against the harm of pushing it.",
    rationale: """
      Every number that people are asked to raise can be raised in a way that hurts: sign-ups by bad leads, meetings \
      by nagging. A guardrail with a threshold says how much harm is too much before anyone is tempted. Name the harm, \
      and add the metric that shows it with 'guards:'.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/support-load.yaml", "guards: [activation-rate, new-workspaces]", "guards: [activation-rate]"),
        ("metrics/new-workspaces.yaml", "id: new-workspaces", "id: ↓new-workspaces"),
      ])
    ],
    right: [
      Example(
        "metrics/meeting-satisfaction.yaml", replacing: "guards: [weekly-hosted-meetings, meetings-per-workspace]",
        with: "guards: [weekly-hosted-meetings, meetings-per-workspace, new-workspaces]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    var guarded: Set<String> = []
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].role?.value == .guardrail {
      if strategy.mayHideFields(metrics[i].file) { return }
      for metric in metrics[i].guards { guarded.insert(metric.id) }
    }
    guard !strategy.mayHide(.metric) else { return }
    for i in metrics.indices where metrics[i].lifecycle?.value == .active && metrics[i].isGoal {
      guard let id = metrics[i].id, !guarded.contains(id.value) else { continue }
      report.add(
        .unguarded(id.value), about: metrics[i], at: id.range, in: strategy,
        help: ["Name the harm that pushing it could do, and let a guardrail guard it."])
    }
  }
}

extension String {
  fileprivate static func unguarded(_ metric: String) -> String { "no guardrail guards '\(metric)'" }
}
