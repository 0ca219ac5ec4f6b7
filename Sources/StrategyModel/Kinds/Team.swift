package import StrictYAML

/// A team. It keeps its identity through renames and mergers.
package struct Team: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var mission: Located<String>?
  package var parent: Reference<Team>?
  package var lead: Reference<Person>?
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
    .required(
      "lead", "The person who leads it.", example: "ada", changing: .risky("it decides who answers for the team", .lead)
    ) { $0.lead = $1 },
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
