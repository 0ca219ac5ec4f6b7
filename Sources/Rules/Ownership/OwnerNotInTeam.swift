import Diagnostics
import StrategyModel

struct OwnerNotInTeam: Rule {
  let card = Card(
    id: "NS303", name: "owner-not-in-team", severity: .error,
    summary: "The person who answers for a metric is not in the team that owns it.",
    rationale: """
      The team is accountable and the person speaks for it. Somebody outside can neither set the team's priorities nor \
      be asked in its meetings, so in the end nobody answers. Name somebody in the team, or update its list of \
      members. A team that lists no members is not checked.
      """,
    wrong: [Example("metrics/activation-rate.yaml", replacing: "person: ada", with: "person: ↓lin")],
    right: [Example("metrics/activation-rate.yaml", replacing: "person: ada", with: "person: grace")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let owner = metrics[i].owner, let person = owner.person, let reference = owner.team, let id = metrics[i].id,
        let team = strategy.teams.position(of: reference), strategy.people.contains(person.id),
        !strategy.mayHave(member: person.id, team: team), strategy.isLive(team: team, on: report.today),
        strategy.departure(of: person, before: report.today) == nil
      else { continue }
      report.add(
        .outside(person.id, id.value, reference.id), about: metrics[i], at: person.range, in: strategy,
        help: [.join(person.id, reference.id)])
    }
  }
}

extension String {
  fileprivate static func outside(_ person: String, _ metric: String, _ team: String) -> String {
    "'\(person)' answers for '\(metric)' but is not in '\(team)'"
  }

  fileprivate static func join(_ person: String, _ team: String) -> String {
    "Name somebody of '\(team)', or add '\(person)' to its members."
  }
}
