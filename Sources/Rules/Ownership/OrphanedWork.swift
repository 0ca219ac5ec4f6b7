import Diagnostics
import StrategyModel

struct OrphanedWork: Rule {
  let card = Card(
    id: "NS311", name: "orphaned-work", severity: .warning,
    summary: "Open OKRs or a running initiative belong to a team that has ended.",
    rationale: """
      A hand-over in the middle of a quarter is usually one sentence in a meeting. What the old team had promised \
      stays under its name, and nobody checks in. Move the work to the team that took it over, or stop it.
      """,
    wrong: [Example([ExampleFile.firstMile, initiative("team: ↓first-mile")])],
    right: [Example([ExampleFile.firstMile, initiative("team: onboarding")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    let files = strategy.okrs.all
    for i in files.indices where strategy.isRunning(files[i].cycle) {
      guard let team = files[i].team, strategy.hasEnded(team, on: today), let cycle = files[i].cycle else { continue }
      add("the OKRs of '\(cycle.id)' belong", to: team, about: files[i], strategy, &report)
    }
    for initiative in strategy.initiatives.all where strategy.hasEnded(initiative.team, on: today) {
      guard let team = initiative.team, let id = initiative.id, let state = initiative.state?.value,
        state == .proposed || state == .running
      else { continue }
      add("'\(id.value)' belongs", to: team, about: initiative, strategy, &report)
    }
  }

  private func add(
    _ work: String, to team: Reference<Team>, about entity: some Entity, _ strategy: Strategy, _ report: inout Report
  ) {
    let successor = strategy.successor(of: team, on: report.today)
    report.add(
      .orphaned(work, team.id), about: entity, at: team.range, in: strategy, notes: strategy.end(of: team),
      help: [.moveOn(successor)])
  }
}

extension Strategy {
  fileprivate func isRunning(_ cycle: Reference<Cycle>?) -> Bool {
    let state = state(of: cycle)
    return state == .active || state == .draft
  }
}

private func initiative(_ team: String) -> ExampleFile.File {
  (
    "initiatives/guided-tour.yaml",
    """
    kind: initiative
    id: guided-tour
    name: Guided tour
    \(team)
    input: activation-rate
    state: running
    """
  )
}

extension String {
  fileprivate static func orphaned(_ work: String, _ team: String) -> String {
    "\(work) to '\(team)', which has ended"
  }

  fileprivate static func moveOn(_ successor: String?) -> String {
    successor.map { "Move it to '\($0)', or stop it." } ?? "Move it to a team that exists, or stop it."
  }
}
