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
      Example(replacing: [
        ("metrics/activation-rate.yaml", "id: activation-rate", "id: ↓activation-rate"),
        ("metrics/activation-rate.yaml", "\nowner:\n  team: onboarding\n  person: ada\n  since: 2026-01-05", ""),
      ])
    ],
    right: [
      Example("metrics/activation-rate.yaml", replacing: "person: ada", with: "person: grace")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices
    where metrics[i].role?.value == .input && metrics[i].lifecycle?.value == .active && metrics[i].owner == nil {
      guard let id = metrics[i].id, !strategy.mayHideFields(metrics[i].file) else { continue }
      report.add(
        .unowned(id.value), at: strategy.location(metrics[i].file, id.range), subject: metrics[i].subject,
        help: ["Add 'owner:' with the team, the person and the first day."])
    }
  }
}

extension String {
  fileprivate static func unowned(_ id: String) -> String { "input '\(id)' has no owner" }
}
