import Diagnostics
import StrategyModel

struct DepartedMember: Rule {
  let card = Card(
    id: "NS305", name: "departed-member", severity: .warning,
    summary: "A team that exists still lists somebody who has left, as its lead or as a member.",
    rationale: """
      Approvals and reminders go to a team's people. A member who has left is a seat that nobody fills, and a team \
      whose lead has left has nobody to speak for it. Teams that have ended are history and stay as they were.
      """,
    wrong: [
      Example(
        [ExampleFile.noor],
        replacing: [("teams/onboarding.yaml", "members: [ada, grace]", "members: [ada, grace, ↓noor]")])
    ],
    right: [
      Example([ExampleFile.noor, (ExampleFile.firstMile.path, ExampleFile.firstMile.text + "\nmembers: [ada, noor]")])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for (position, team) in strategy.teams.all.enumerated() where strategy.isLive(team: position, on: report.today) {
      guard let id = team.id else { continue }
      for lead in team.leads {
        guard let left = strategy.departure(of: lead, before: report.today) else { continue }
        report.add(
          .leads(lead.id, id.value, left), about: team, at: lead.range, in: strategy,
          help: ["Name the current lead, or end the team with 'ended:'."])
      }
      for member in team.members where !team.leads.contains(where: { $0.id == member.id }) {
        guard let left = strategy.departure(of: member, before: report.today) else { continue }
        report.add(
          .belongs(member.id, id.value, left), about: team, at: member.range, in: strategy,
          help: ["Remove '\(member.id)' from the list of members."])
      }
    }
  }
}

extension String {
  fileprivate static func leads(_ person: String, _ team: String, _ day: Day) -> String {
    "'\(person)', who leads '\(team)', left on \(day)"
  }

  fileprivate static func belongs(_ person: String, _ team: String, _ day: Day) -> String {
    "'\(person)', a member of '\(team)', left on \(day)"
  }
}
