import Diagnostics
import StrategyModel

struct UnownedInput: Rule {
  let card = Card(
    id: "NS301", name: "unowned-input", severity: .error,
    summary: "An input has no owner.",
    rationale: """
      An input without an accountable team and person is a lever that nobody pulls: objectives aim at it, and when it \
      falls nobody is asked. Name the team that moves it and one person in that team.
      """,
    wrong: [
      Example(
        "metrics/activation-rate.yaml",
        """
        kind: metric
        ↓id: activation-rate
        name: Activation rate
        role: input
        dimension: efficiency
        lifecycle: active
        definition:
          counts: New workspaces that host a first meeting within 7 days of sign-up
          excludes: Workspaces made by our own staff
          window: calendar week
          aggregation: ratio
          unit: percent
          source: warehouse
        direction: increase
        drives:
          - metric: weekly-hosted-meetings
            as: component
        """)
    ],
    right: [
      Example(
        "metrics/activation-rate.yaml",
        """
        kind: metric
        id: activation-rate
        name: Activation rate
        role: input
        dimension: efficiency
        lifecycle: active
        definition:
          counts: New workspaces that host a first meeting within 7 days of sign-up
          excludes: Workspaces made by our own staff
          window: calendar week
          aggregation: ratio
          unit: percent
          source: warehouse
        direction: increase
        drives:
          - metric: weekly-hosted-meetings
            as: component
        owner:
          team: onboarding
          person: ada
          since: 2026-01-05
        """)
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for metric in strategy.metrics.all
    where metric.role?.value == .input && metric.lifecycle?.value == .active && metric.owner == nil {
      guard let id = metric.id, !strategy.isDamaged(metric.file) else { continue }
      report.add(
        .unowned(id.value), at: strategy.location(metric.file, id.range), subject: metric.subject,
        help: ["Add 'owner:' with the team, the person and the day since when."])
    }
  }
}

extension String {
  fileprivate static func unowned(_ id: String) -> String { "input '\(id)' has no owner" }
}
