import Diagnostics
import StrategyModel

struct IdleTeam: Rule {
  let card = Card(
    id: "NS306", name: "idle-team", severity: .note,
    summary: "A team owns no metric and has no objective in an open cycle.",
    rationale: """
      A team without a lever and without a goal works on something outside the strategy, or it is gone and nobody \
      wrote it down. Teams with subteams may leave both to them.
      """,
    wrong: [Example("teams/platform.yaml", team("id: ↓platform"))],
    right: [
      Example("teams/platform.yaml", team("id: platform") + "\nstarted: 2026-03-02"),
      Example("teams/platform.yaml", team("id: platform") + "\nended: 2026-01-28"),
      Example(
        [("teams/product.yaml", team("id: product"))],
        replacing: [
          ("teams/onboarding.yaml", "lead: ada", "parent: product\nlead: ada")
        ]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard strategy.cycles.all.contains(where: { $0.state.map { $0.value != .closed } ?? false }),
      !strategy.mayHide(.metric), !strategy.mayHide(.okrs)
    else { return }
    var busy = strategy.teamsWithLevers.union(strategy.parents(on: report.today))
    strategy.forEachOpenObjectives { _, okrs in
      if let team = strategy.okrs.all[okrs].team { busy.insert(team.id) }
    }
    for (position, team) in strategy.teams.all.enumerated() {
      guard let id = team.id, !busy.contains(id.value), strategy.isLive(team: position, on: report.today),
        team.started.map({ $0.value <= report.today }) ?? true,
        // A team with an end day has said everything that the rule asks for.
        team.ended == nil
      else { continue }
      report.add(
        .idle(id.value), about: team, at: id.range, in: strategy,
        help: ["Give it a lever or an objective, or end it with 'ended:'."])
    }
  }
}

private func team(_ id: String) -> String {
  """
  kind: team
  \(id)
  name: Another team
  lead: ada
  """
}

extension String {
  fileprivate static func idle(_ team: String) -> String { "'\(team)' has no lever and no objective" }
}
