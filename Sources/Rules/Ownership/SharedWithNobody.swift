import Diagnostics
import StrategyModel
import StrictYAML

struct SharedWithNobody: Rule {
  let card = Card(
    id: "NS314", name: "shared-with-nobody", severity: .error,
    summary: "A goal is shared with a team that has ended, or with the team that wrote it.",
    rationale: """
      A shared goal is written once and belongs to each team that it names. A team that is gone checks in nothing, and \
      the others believe that somebody works with them. Name the team that took over, or remove it.
      """,
    wrong: [
      Example(
        [ExampleFile.firstMile],
        replacing: [(growth, "ambition: aspirational", "ambition: aspirational\n    shared_with: [↓first-mile]")]),
      Example(growth, replacing: "ambition: aspirational", with: "ambition: aspirational\n    shared_with: [↓growth]"),
    ],
    right: [
      Example(
        growth, replacing: "ambition: aspirational", with: "ambition: aspirational\n    shared_with: [onboarding]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, position in
      for i in objectives.indices {
        for team in objectives[i].sharedWith { check(team, strategy.okrs.all[position], strategy, &report) }
      }
    }
  }

  private func check(_ team: Reference<Team>, _ okrs: TeamOKRs, _ strategy: Strategy, _ report: inout Report) {
    if team.id == okrs.team?.id {
      report.add(
        "a goal is shared with the team that wrote it", about: okrs, at: team.range, in: strategy,
        help: ["Remove '\(team.id)' from 'shared_with'."])
    } else if strategy.hasEnded(team, on: report.today) {
      let successor = strategy.successor(of: team, on: report.today)
      report.add(
        "a goal is shared with '\(team.id)', which has ended", about: okrs, at: team.range, in: strategy,
        help: [successor.map { "Name '\($0)', which took it over, or remove it." } ?? "Remove it from 'shared_with'."])
    }
  }
}

private let growth = "okrs/2026-q1/growth.yaml"
