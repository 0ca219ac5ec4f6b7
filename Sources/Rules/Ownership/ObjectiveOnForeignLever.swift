import Diagnostics
import StrategyModel

struct ObjectiveOnForeignLever: Rule {
  let card = Card(
    id: "NS307", name: "objective-on-foreign-lever", severity: .warning,
    summary: "An objective aims at another team's input without that team's agreement.",
    rationale: """
      Two teams that pull the same lever without knowing of each other undo each other's work, and the owner is asked \
      about a movement that another team caused. Write down who agreed for the owning team, and when. A team may \
      always work on the levers of the team that it is part of, and on those of its own subteams; a goal that is shared \
      with the owner needs no further agreement.
      """,
    wrong: [
      Example(replacing: [
        foreign, ("okrs/2026-q1/onboarding.yaml", "input: activation-rate", "input: ↓activation-rate"),
      ]),
      Example(replacing: [foreign, agreement("person: ↓ada")]),
    ],
    right: [Example(replacing: [foreign, agreement("person: lin")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        guard let metric = strategy.metrics.position(of: objectives[i].input),
          strategy.metrics.all[metric].role?.value == .input,
          let owner = strategy.metrics.all[metric].owner?.team, let team = strategy.okrs.all[okrs].team,
          owner.id != team.id, !objectives[i].sharedWith.contains(where: { $0.id == owner.id }),
          let owning = strategy.teams.position(of: owner), let working = strategy.teams.position(of: team),
          strategy.isLive(team: owning, on: today)
        else { continue }
        if objectives[i].agreement != nil {
          check(objectives[i], owning, owner.id, strategy.okrs.all[okrs], strategy, &report)
        } else if let input = objectives[i].input, !strategy.isPart(team: working, of: owning),
          !strategy.isPart(team: owning, of: working), !strategy.mayHideFields(strategy.okrs.all[okrs].file)
        {
          report.add(
            .foreign(team.id, input.id, owner.id), about: strategy.okrs.all[okrs], at: input.range, in: strategy,
            help: [.agree(owner.id)])
        }
      }
    }
  }

  private func check(
    _ objective: Objective, _ owning: Int, _ owner: String, _ okrs: TeamOKRs, _ strategy: Strategy,
    _ report: inout Report
  ) {
    guard let team = objective.agreement?.team, let input = objective.input else { return }
    if team.id != owner {
      guard strategy.teams.contains(team.id) else { return }
      report.add(.wrongTeam(team.id, input.id, owner), about: okrs, at: team.range, in: strategy, help: [.agree(owner)])
    } else if let person = objective.agreement?.person, strategy.people.contains(person.id),
      !strategy.mayHave(member: person.id, team: owning)
    {
      report.add(
        .wrongPerson(person.id, owner), about: okrs, at: person.range, in: strategy,
        help: ["Name who agreed for '\(owner)', for example its lead."])
    }
  }
}

private typealias Change = (path: String, old: String, new: String)

private let foreign: Change = (
  "metrics/activation-rate.yaml", "  team: onboarding\n  person: ada", "  team: growth\n  person: lin"
)

private func agreement(_ person: String) -> Change {
  (
    "okrs/2026-q1/onboarding.yaml", "input: activation-rate",
    "input: activation-rate\n    agreement:\n      team: growth\n      \(person)\n      on: 2026-01-07"
  )
}

extension String {
  fileprivate static func foreign(_ team: String, _ input: String, _ owner: String) -> String {
    "'\(team)' aims at '\(input)', a lever of '\(owner)'"
  }

  fileprivate static func wrongTeam(_ team: String, _ input: String, _ owner: String) -> String {
    "the agreement is with '\(team)', but '\(input)' is a lever of '\(owner)'"
  }

  fileprivate static func wrongPerson(_ person: String, _ team: String) -> String {
    "'\(person)' agreed for '\(team)' without being in it"
  }

  fileprivate static func agree(_ owner: String) -> String {
    "Ask '\(owner)', and add 'agreement:' with the team, the person who agreed and the day; or aim at your own lever."
  }
}
