import Diagnostics
import StrategyModel

struct ObjectiveCount: Rule {
  let card = Card(
    id: "NS507", name: "objective-count", severity: .warning,
    summary: "A team has more objectives in one cycle than it can keep in sight, or a file without any.",
    rationale: """
      Every objective takes from the others. With more than three a team no longer knows which one to drop when the \
      quarter gets short, and drops all of them a little. A team at the top, which other teams are part of, may have \
      five for the whole company.
      """,
    settings: [
      Setting("maximum", 3, "The most objectives of a team that are no fault."),
      Setting("company_maximum", 5, "The same for a team that has parts and is part of none."),
    ],
    wrong: [Example(replacing: [atMostOne] + ExampleChange.secondObjective("id: ↓invited"))],
    right: [Example(replacing: ExampleChange.secondObjective("id: invited"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let maximum = report.count("maximum")
    let companyMaximum = report.count("company_maximum")
    let parents = strategy.parents(on: report.today)
    strategy.forEachOpenOKRs { okrs in
      guard let team = okrs.team, let position = strategy.teams.position(of: team) else { return }
      if okrs.objectives.isEmpty {
        guard !strategy.mayHideFields(okrs.file), !strategy.isMissingField(in: okrs.file) else { return }
        report.add(
          .none(team.id), about: okrs, at: team.range, in: strategy,
          help: ["Add what the team wants to be true at the end of the cycle, or remove the file."])
      }
      let isTop = strategy.teams.all[position].parent == nil && parents.contains(team.id)
      let limit = isTop ? companyMaximum : maximum
      guard okrs.objectives.count > limit, limit >= 0 else { return }
      report.add(
        .tooMany(team.id, okrs.objectives.count, limit), about: okrs,
        at: okrs.objectives[limit].id?.range ?? team.range, in: strategy,
        help: ["Keep those that matter most this time, and let the others wait."])
    }
  }
}

extension Strategy {
  /// Whether a required field is not in a file, at any depth: a fault that is reported as such.
  fileprivate func isMissingField(in file: FileIndex) -> Bool {
    files.indices.contains(Int(file.value)) && !files[Int(file.value)].fieldFaults.isEmpty
  }
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
