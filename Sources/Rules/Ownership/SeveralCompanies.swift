import Diagnostics
import StrategyModel
import StrictYAML

struct SeveralCompanies: Rule {
  let card = Card(
    id: "NS316", name: "several-companies", severity: .error,
    summary: "More than one team is marked as the company.",
    rationale: """
      The objectives of the company may aim at the North Star itself, because they are everyone's. Two teams that both \
      speak for everyone each promise what neither can do alone. Keep the mark at one.
      """,
    wrong: [
      Example(replacing: [
        ("teams/onboarding.yaml", "name: Onboarding", "name: Onboarding\ncompany: ↓true"),
        ("teams/growth.yaml", "name: Growth", "name: Growth\ncompany: true"),
      ])
    ],
    right: [Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Growth\ncompany: true")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let companies = strategy.teams.all.indices.filter {
      strategy.teams.all[$0].isCompany?.value == true && strategy.isLive(team: $0, on: report.today)
    }
    for position in companies.dropFirst() {
      let (team, first) = (strategy.teams.all[position], strategy.teams.all[companies[0]])
      guard let mark = team.isCompany, let id = first.id else { continue }
      report.add(
        "'\(id.value)' is marked as the company already", about: team, at: mark.range, in: strategy,
        notes: [Note("it is marked here", at: strategy.location(first.file, first.isCompany?.range ?? id.range))],
        help: ["Remove 'company:' from one of them."])
    }
  }
}
