import Diagnostics
import StrategyModel

struct OwnerTeamEnded: Rule {
  let card = Card(
    id: "NS302", name: "owner-team-ended", severity: .warning,
    summary: "A metric in use belongs to a team that has ended or was merged into another.",
    rationale: """
      When a team ends, its levers do not move to another team by themselves: the new team never agreed to them, and \
      the audit shows an owner that nobody can ask. Hand over every metric on the day of the change.
      """,
    wrong: [
      Example(
        [ExampleFile.firstMile],
        replacing: [("metrics/activation-rate.yaml", "team: onboarding", "team: ↓first-mile")])
    ],
    right: [Example([ExampleFile.firstMile])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let team = metrics[i].owner?.team, strategy.hasEnded(team, on: report.today), let id = metrics[i].id
      else { continue }
      let successor = strategy.successor(of: team, on: report.today)
      report.add(
        .ended(id.value, team.id), about: metrics[i], at: team.range, in: strategy,
        notes: strategy.end(of: team),
        help: [successor.map { .handOver(to: $0, from: team.id) } ?? .handOver],
        fixes: successor.map { [.replace(team.range, with: $0, .needsReview)] } ?? [])
    }
  }
}

extension Strategy {
  /// Where the end of a team is written.
  func end(of team: Reference<Team>) -> [Note] {
    guard let team = teams[team] else { return [] }
    if let ended = team.ended {
      return [Note("'\(team.id?.value ?? "")' ended on \(ended.value)", at: location(team.file, ended.range))]
    }
    guard let successor = team.mergedInto else { return [] }
    return [Note("merged into '\(successor.id)' here", at: location(team.file, successor.range))]
  }
}

extension String {
  fileprivate static func ended(_ metric: String, _ team: String) -> String {
    "'\(metric)' belongs to '\(team)', which has ended"
  }

  fileprivate static func handOver(to successor: String, from team: String) -> String {
    "Hand it to '\(successor)', which took '\(team)' over, with the day of the change in 'since:'."
  }

  fileprivate static var handOver: String { "Hand it to a team that exists, with the day of the change in 'since:'." }
}
