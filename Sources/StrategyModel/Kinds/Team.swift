package import StrictYAML

/// A team. It keeps its identity through renames and mergers.
package struct Team: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var mission: Located<String>?
  package var parent: Reference<Team>?
  package var isCompany: Located<Bool>?
  /// `nil` when nobody leads the team, which `vacancy` then says.
  package var lead: Reference<Person>?
  package var vacancy: Located<VacantLead>?
  package var vacantSince: Located<Day>?
  package var actingLead: Reference<Person>?
  package var members: [Reference<Person>] = []
  package var started: Located<Day>?
  package var formerly: [Identifier] = []
  package var mergedInto: Reference<Team>?
  package var splitFrom: Reference<Team>?
  package var ended: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.team
  package static let summary = "A team: who leads it, who is in it, and what became of it."
  package static let coming: Consequence = .safe("it is new")
  package static let going: Consequence = .risky("the team would be gone", .lead)

  package static let fields: [Field<Team>] = [
    kindField,
    .required("id", "The team's permanent name.", example: "onboarding", changing: .identity(.lead)) { $0.id = $1 },
    .required(
      "name", "What people call it.", example: "Onboarding", changing: .safe("it is only what people call the team")
    ) { $0.name = $1 },
    .optional("mission", "What the team is there for.", changing: .safe("it explains what the team is for")) {
      $0.mission = $1
    },
    .optional(
      "parent", "The team that this one is part of.", example: "growth",
      changing: .risky("it decides who answers for the team", .lead, .graph)
    ) { $0.parent = $1 },
    .optional(
      "company", "Whether its objectives are the whole company's, which may aim at the North Star (default: false).",
      example: "true", changing: .risky("it decides who may aim at the North Star", .lead, .counting)
    ) { $0.isCompany = $1 },
    .required(
      "lead", "The person who leads it.", example: "ada", changing: .risky("it decides who answers for the team", .lead)
    ) { (team, given: ValueOrWord<Reference<Person>, VacantLead>) in
      (team.lead, team.vacancy) = (given.value, given.word)
    },
    .optional(
      "vacant_since", "The day since when nobody leads it.", example: "2026-02-01",
      changing: .risky("it decides who answers for the team", .lead)
    ) { $0.vacantSince = $1 },
    .optional(
      "acting_lead", "The person who leads it for the time being.", example: "grace",
      changing: .risky("it decides who answers for the team", .lead)
    ) { $0.actingLead = $1 },
    .optional(
      "members", "Everyone in it, the lead included or not.", example: "[ada, grace]",
      changing: .risky("it decides who may speak for the team", .lead)
    ) { $0.members = $1 },
    .optional("started", "The team's first day.", example: "2024-01-08", changing: .safe("it gives nobody a right")) {
      $0.started = $1
    },
    .optional(
      "formerly", "Ids that the team had before.", example: "[first-mile]",
      changing: .risky("it decides whose history the team continues", .lead, .counting, arriving: .always)
    ) { $0.formerly = $1 },
    .optional(
      "merged_into", "The team that took this one over.", example: "onboarding",
      changing: .risky("it decides who takes over the team's levers", .lead, .counting)
    ) { $0.mergedInto = $1 },
    .optional(
      "split_from", "The team that this one came out of.", example: "growth",
      changing: .safe("it explains where the team came from")
    ) { $0.splitFrom = $1 },
    .optional(
      "ended", "The team's last day.", example: "2025-06-30",
      changing: .risky("it decides how long the team answers for anything", .lead, .counting)
    ) { $0.ended = $1 },
    metaField,
  ]
}

/// Why a team's lead is not a person.
package enum VacantLead: String, Choice {
  case vacant

  package var summary: String { "Nobody leads it since the day in 'vacant_since'." }
}

extension Team {
  /// Who answers for the team: its lead, and whoever leads it for the time being.
  package var leads: [Reference<Person>] { [lead, actingLead].compactMap(\.self) }
}
