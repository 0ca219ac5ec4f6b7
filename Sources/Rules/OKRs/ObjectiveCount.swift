import Diagnostics
import StrategyModel

struct ObjectiveCount: Rule {
  let card = Card(
    id: "NS507", name: "objective-count", severity: .warning,
    summary: "A team has more objectives in one cycle than it can keep in sight, or a file without any.",
    rationale: """
      Objectives compete with each other. With more than three a team no longer knows which one to drop when the \
      quarter gets short, and drops all of them a little. A team at the top, with subteams, may have five for the \
      whole company. A team that has no OKRs on purpose says why in 'without_okrs:'.
      """,
    settings: [
      Setting("maximum", 3, "The most objectives of a team that are allowed."),
      Setting("company_maximum", 5, "The most objectives of a team at the top, with subteams."),
    ],
    wrong: [Example(replacing: [atMostOne] + ExampleChange.secondObjective("id: ↓invited"))],
    right: [
      Example(replacing: ExampleChange.secondObjective("id: invited")),
      Example(
        "okrs/2026-q1/growth.yaml",
        "kind: okrs\nteam: growth\ncycle: 2026-q1\nobjectives: []\nwithout_okrs: The team moves to another office",
        removing: ["checkins/2026-q1/growth.yaml"]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let maximum = report.count("maximum")
    let companyMaximum = report.count("company_maximum")
    let parents = strategy.parents(on: report.today)
    strategy.forEachOpenObjectives { objectives, position in
      guard let team = strategy.okrs.all[position].team, let place = strategy.teams.position(of: team) else { return }
      let isTop = strategy.teams.all[place].parent == nil && parents.contains(team.id)
      let limit = max(isTop ? companyMaximum : maximum, 0)
      guard objectives.isEmpty || objectives.count > limit else { return }
      let okrs = strategy.okrs.all[position]
      if !objectives.isEmpty {
        report.add(
          .tooMany(team.id, objectives.count, limit), about: okrs, at: objectives[limit].id?.range ?? team.range,
          in: strategy, help: ["Keep the ones that matter most this time, and let the others wait."])
      } else if okrs.withoutOKRs == nil, !strategy.hasFault(okrs.file) {
        report.add(
          .none(team.id), about: okrs, at: team.range, in: strategy,
          help: [
            "Add what the team wants to be true at the end of the cycle, or remove the file.",
            "If the team has no OKRs on purpose, say why in 'without_okrs:'.",
          ])
      }
    }
  }
}

extension Strategy {
  /// Whether faults in the file itself may be why a list in it is empty.
  fileprivate func hasFault(_ file: FileIndex) -> Bool { faultyFiles.contains(Int(file.value)) }
}

private let atMostOne = (
  path: "northstar.yaml", old: "timezone: Europe/Berlin",
  new: "timezone: Europe/Berlin\nrules:\n  - rule: objective-count\n    settings: { maximum: 1 }"
)

extension String {
  fileprivate static func none(_ team: String) -> String { "'\(team)' has a file of OKRs without an objective" }

  fileprivate static func tooMany(_ team: String, _ count: Int, _ limit: Int) -> String {
    "'\(team)' has \(counted(count, "objective")), more than \(limit)"
  }
}
