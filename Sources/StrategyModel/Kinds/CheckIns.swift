package import StrictYAML

/// One team's check-ins in one cycle, oldest first, append-only.
package struct TeamCheckIns: Entity {
  package var team: Reference<Team>?
  package var cycle: Reference<Cycle>?
  package var entries: [CheckIn] = []
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  /// `2026-q1/onboarding`.
  package var id: Identifier? { TeamCycle.id(cycle, team) }

  package static let kind = Kind.checkins
  package static let summary = "One team's check-ins in one cycle, oldest first, append-only."
  package static let coming: Consequence = .risky(
    "what was reported stays as it is", .team, fresh: "it reports on a goal")
  package static let going: Consequence = .risky("what was reported is gone", .lead)

  package static let fields: [Field<TeamCheckIns>] = [
    kindField,
    .required("team", "The team that checks in.", example: "onboarding", changing: .identity(.lead)) { $0.team = $1 },
    .required("cycle", "The cycle it is for.", example: "2026-q1", changing: .identity(.lead)) { $0.cycle = $1 },
    .required(
      "entries", "The check-ins, oldest first.",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.entries = $1 },
    metaField,
  ]
}

/// One dated reading of a key result.
package struct CheckIn: Record {
  package var on: Located<Day>?
  package var keyResult: Identifier?
  package var value: Located<Double>?
  package var confidence: Located<Share>?
  package var note: Located<String>?
  package var by: Reference<Person>?
  package var corrects: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<CheckIn>] = [
    .required(
      "on", "The day of the check-in.", example: "2026-01-19",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.on = $1 },
    .required(
      "key_result", "The key result's id in the team's OKRs.", example: "completion",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.keyResult = $1 },
    .optional(
      "value", "The value on that day; of a milestone how much is done, 0 to 1.", example: "43.5",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.value = $1 },
    .optional(
      "confidence", "How likely the target is, 0 to 1; never derived from progress.", example: "0.6",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) {
      $0.confidence = $1
    },
    .optional(
      "note", "What happened, and what is next.",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.note = $1 },
    .optional(
      "by", "Who checked in.", example: "grace",
      changing: .risky("what was reported stays as it is", .team, .word, fresh: "it reports on a goal")
    ) { $0.by = $1 },
    .optional(
      "corrects", "The day of the check-in that this one corrects.", example: "2026-01-12",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) {
      $0.corrects = $1
    },
  ]
}
