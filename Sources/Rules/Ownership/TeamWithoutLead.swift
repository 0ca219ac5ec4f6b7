import Diagnostics
import StrategyModel
import StrictYAML

struct TeamWithoutLead: Rule {
  let card = Card(
    id: "NS315", name: "team-without-lead", severity: .warning,
    summary: "Nobody leads a team, or it is not said since when.",
    rationale: """
      A vacancy is honest, and it ages: approvals of the team's goals wait or go to its acting lead, and its people do not \
      know whom to ask. Name the new lead when there is one, and until then whoever leads the team for the time being.
      """,
    wrong: [
      Example(
        "teams/onboarding.yaml", replacing: "lead: ada", with: "lead: ↓vacant\nvacant_since: 2026-01-12"),
      Example("teams/onboarding.yaml", replacing: "lead: ada", with: "lead: ↓vacant\nacting_lead: grace"),
    ],
    right: [
      Example("teams/onboarding.yaml", replacing: "lead: ada", with: "lead: ada\nacting_lead: grace")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for (position, team) in strategy.teams.all.enumerated() where strategy.isLive(team: position, on: report.today) {
      guard let vacancy = team.vacancy, let id = team.id, !strategy.mayHideFields(team.file) else { continue }
      let acting = team.actingLead.map { "; '\($0.id)' leads it for the time being" } ?? ""
      guard let since = team.vacantSince?.value else {
        report.add(
          "nobody leads '\(id.value)', and it is not said since when", about: team, at: vacancy.range, in: strategy,
          help: ["Add 'vacant_since:' with the first day without a lead."])
        continue
      }
      report.add(
        .vacant(id.value, max(report.today - since, 0), acting), about: team, at: vacancy.range, in: strategy,
        help: team.actingLead == nil ? ["Name the new lead, or add 'acting_lead:'."] : ["Name the new lead."])
    }
  }
}

extension String {
  fileprivate static func vacant(_ team: String, _ days: Int, _ acting: String) -> String {
    let text = "nobody has led '\(team)' for \(counted(days, "day"))\(acting)"
    return text.utf8.count <= 80 ? text : "nobody has led '\(team)' for \(counted(days, "day"))"
  }
}
