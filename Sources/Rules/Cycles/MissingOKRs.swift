import Diagnostics
import StrategyModel

struct MissingOKRs: Rule {
  let card = Card(
    id: "NS606", name: "missing-okrs", severity: .note,
    summary: "A team that owns a metric has no OKRs in any active cycle.",
    rationale: """
      A team that owns a metric may have good reasons to promise nothing about it, but usually the file was forgotten \
      at the turn of the quarter. Teams with subteams may leave the promises to them.
      """,
    wrong: [
      Example(
        replacing: [("teams/growth.yaml", "id: growth", "id: ↓growth")],
        removing: ["okrs/2026-q1/growth.yaml", "checkins/2026-q1/growth.yaml"])
    ],
    right: [
      Example(
        replacing: [
          ("teams/growth.yaml", "started: 2025-01-06", "started: 2026-01-05"),
          ("teams/onboarding.yaml", "lead: ada", "parent: growth\nlead: ada"),
        ], removing: ["okrs/2026-q1/growth.yaml", "checkins/2026-q1/growth.yaml"])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let running = strategy.cycles.all.filter {
      $0.state?.value == .active && $0.starts.map { $0.value <= report.today } ?? false
    }
    guard let began = running.compactMap(\.starts?.value).min(), !strategy.mayHide(.okrs) else { return }
    let names = Set(running.compactMap(\.id?.value))
    var promised: Set<String> = []
    let okrs = strategy.okrs.all
    for i in okrs.indices {
      if let team = okrs[i].team, let cycle = okrs[i].cycle, names.contains(cycle.id) { promised.insert(team.id) }
    }
    let levers = strategy.teamsWithLevers
    let parents = strategy.parents(on: report.today)
    for (position, team) in strategy.teams.all.enumerated() where strategy.isLive(team: position, on: report.today) {
      guard let id = team.id, levers.contains(id.value), !promised.contains(id.value), !parents.contains(id.value),
        team.started.map({ $0.value <= began }) ?? true
      else { continue }
      report.add(
        .promisesNothing(id.value), about: team, at: id.range, in: strategy,
        help: running.compactMap(\.id).last.map { [.addFile($0.value, id.value)] } ?? [])
    }
  }
}

extension String {
  fileprivate static func promisesNothing(_ team: String) -> String {
    "'\(team)' owns a metric and has no OKRs in an active cycle"
  }

  fileprivate static func addFile(_ cycle: String, _ team: String) -> String {
    "Add okrs/\(cycle)/\(team).yaml."
  }
}
