import Diagnostics
import StrategyModel

struct OwnershipBeforeStart: Rule {
  let card = Card(
    id: "NS312", name: "ownership-before-start", severity: .warning,
    summary: "An ownership begins before the team existed or before the person joined.",
    rationale: """
      An audit asks who owned a lever on a day. An answer that names a team before its first day is wrong, and the \
      real owner at that time is lost. Usually the day was copied from the previous owner: write the day of the \
      hand-over.
      """,
    wrong: [Example("metrics/activation-rate.yaml", replacing: "since: 2026-01-05", with: "since: ↓2024-12-02")],
    right: [Example("metrics/activation-rate.yaml", replacing: "since: 2026-01-05", with: "since: 2025-01-06")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let owner = metrics[i].owner, let since = owner.since, let id = metrics[i].id else { continue }
      if let team = owner.team, let position = strategy.teams.position(of: team),
        let started = strategy.teams.all[position].started, since.value < started.value
      {
        report.add(
          .beforeTeam(team.id, id.value, started.value), about: metrics[i], at: since.range, in: strategy,
          notes: [
            Note("the team's first day", at: strategy.location(strategy.teams.all[position].file, started.range))
          ],
          help: ["Write the day on which '\(team.id)' took the metric over."])
      } else if let person = owner.person, let position = strategy.people.position(of: person),
        let joined = strategy.people.all[position].joined, since.value < joined.value
      {
        report.add(
          .beforePerson(person.id, id.value, joined.value), about: metrics[i], at: since.range, in: strategy,
          notes: [Note("joined here", at: strategy.location(strategy.people.all[position].file, joined.range))],
          help: ["Write the day on which '\(person.id)' took the metric over."])
      }
    }
  }
}

extension String {
  fileprivate static func beforeTeam(_ team: String, _ metric: String, _ day: Day) -> String {
    "'\(team)' owns '\(metric)' since before its first day, \(day)"
  }

  fileprivate static func beforePerson(_ person: String, _ metric: String, _ day: Day) -> String {
    "'\(person)' answers for '\(metric)' since before joining, \(day)"
  }
}
