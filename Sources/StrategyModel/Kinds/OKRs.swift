package import StrictYAML

/// One team's objectives and key results in one cycle.
package struct TeamOKRs: Entity {
  package var team: Reference<Team>?
  package var cycle: Reference<Cycle>?
  package var objectives: [Objective] = []
  package var withoutOKRs: Located<String>?
  package var retrospective: Located<String>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  /// `2026-q1/onboarding`.
  package var id: Identifier? { TeamCycle.id(cycle, team) }

  package static let kind = Kind.okrs
  package static let summary = "One team's objectives and key results in one cycle."
  package static let coming: Consequence = .risky("it is a new commitment of the team", .lead, .commitment)
  package static let going: Consequence = .risky("a commitment is gone", .lead, .commitment)

  package static let fields: [Field<TeamOKRs>] = [
    kindField,
    .required(
      "team", "The team that committed itself.", example: "onboarding",
      changing: .risky("it decides whose commitment it is", .lead, .identity)
    ) {
      $0.team = $1
    },
    .required("cycle", "The cycle it is for.", example: "2026-q1", changing: .identity(.lead)) { $0.cycle = $1 },
    .required(
      "objectives", "The team's objectives, at most three.",
      changing: .risky("it is what the team promised", .lead, .commitment)
    ) { $0.objectives = $1 },
    .optional(
      "without_okrs", "Why the team has no OKRs in this cycle, on purpose; 'objectives' is then '[]'.",
      example: "The team finishes the move to the new office",
      changing: .risky("it decides whether goals are missing", .lead, .commitment)
    ) { $0.withoutOKRs = $1 },
    .optional(
      "retrospective", "What the team learned, written at the close.",
      changing: .risky("it is the team's account of the cycle", .lead, .grade)
    ) { $0.retrospective = $1 },
    metaField,
  ]
}

/// What identifies a team's file in a cycle.
enum TeamCycle {
  static func id(_ cycle: Reference<Cycle>?, _ team: Reference<Team>?) -> Identifier? {
    guard let cycle, let team else { return nil }
    return Identifier(cycle.id + "/" + team.id, at: team.range)
  }
}
