import Diagnostics
import StrategyModel

struct SplitOwnership: Rule {
  let card = Card(
    id: "NS308", name: "split-ownership", severity: .warning,
    summary: "A slice of a metric belongs to another team than the metric itself.",
    rationale: """
      When a slice moves, the whole moves, so two teams answer for one number: each can claim its rise and disown its \
      fall. Give the slice to the team that owns the whole or to one of its subteams, or make the slice a separate \
      input.
      """,
    wrong: [Example("metrics/activation-in-europe.yaml", slice("team: ↓growth\n  person: lin"))],
    right: [Example("metrics/activation-in-europe.yaml", slice("team: onboarding\n  person: grace"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let owner = metrics[i].owner?.team, let id = metrics[i].id, let part = strategy.teams.position(of: owner)
      else { continue }
      for step in strategy.graph.up[i] where metrics[i].drives[step.edge].type?.value == .segment {
        guard strategy.graph.isLive[step.metric], let whole = metrics[step.metric].id,
          let other = metrics[step.metric].owner?.team, let team = strategy.teams.position(of: other),
          !strategy.isPart(team: part, of: team)
        else { continue }
        report.add(
          .split(id.value, whole.value, other.id), about: metrics[i], at: owner.range, in: strategy,
          notes: [Note("the owner of the whole", at: strategy.location(metrics[step.metric].file, other.range))],
          help: ["Let one team own both, or drop the owner of the slice."])
      }
    }
  }
}

private func slice(_ owner: String) -> String {
  """
  kind: metric
  id: activation-in-europe
  name: Activation rate in Europe
  role: driver
  lifecycle: active
  definition:
    counts: New workspaces in Europe that host a first meeting within 7 days of sign-up
    excludes: Workspaces made by our own staff
    window: calendar week
    aggregation: ratio
    unit: percent
    source: warehouse, table workspaces
  direction: increase
  drives:
    - metric: activation-rate
      as: segment
  owner:
    \(owner)
    since: 2026-01-05
  """
}

extension String {
  fileprivate static func split(_ slice: String, _ whole: String, _ owner: String) -> String {
    "'\(slice)' is a slice of '\(whole)', which '\(owner)' owns"
  }
}
