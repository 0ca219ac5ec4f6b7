package import StrictYAML

/// A period that OKRs are set for.
package struct Cycle: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var starts: Located<Day>?
  package var ends: Located<Day>?
  package var state: Located<CycleState>?
  package var theme: Located<String>?
  package var activated: Located<Day>?
  package var closed: Located<Day>?
  package var unscored: Located<String>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.cycle
  package static let summary = "A period that OKRs are set for."
  package static let coming: Consequence = .risky("it decides which days count for goals", .steward)
  package static let going: Consequence = .risky("it decides which days count for goals", .steward)

  package static let fields: [Field<Cycle>] = [
    kindField,
    .required("id", "The cycle's permanent name.", example: "2026-q1", changing: .identity(.steward)) { $0.id = $1 },
    .optional(
      "name", "What people call it.", example: "First quarter 2026",
      changing: .risky("a steward keeps the cycles", .steward)
    ) { $0.name = $1 },
    .required(
      "starts", "The first day.", example: "2026-01-01",
      changing: .risky("it decides which days count for goals", .steward)
    ) { $0.starts = $1 },
    .required(
      "ends", "The last day.", example: "2026-03-31",
      changing: .risky("it decides which days count for goals", .steward)
    ) { $0.ends = $1 },
    .required(
      "state", "How far the cycle has come.", example: "active",
      changing: .risky("it decides whether goals bind, and whether scores are final", .steward, .counting)
    ) { $0.state = $1 },
    .optional("theme", "What the cycle is about.", changing: .risky("a steward keeps the cycles", .steward)) {
      $0.theme = $1
    },
    .optional(
      "activated", "The day on which its key results became the commitment.", example: "2026-01-05",
      changing: .risky("it decides since when goals bind", .steward)
    ) {
      $0.activated = $1
    },
    .optional(
      "closed", "The day on which its scores became final.", example: "2026-04-10",
      changing: .risky("it decides since when scores are final", .steward)
    ) { $0.closed = $1 },
    .optional(
      "unscored", "Why the cycle was closed without scores.", example: "Nobody kept scores before northstar",
      changing: .risky("it decides whether scores are missing", .steward)
    ) { $0.unscored = $1 },
    metaField,
  ]
}

package enum CycleState: String, Choice {
  case draft, active, grading, closed

  package var summary: String {
    switch self {
    case .draft: "Goals are being written; anything may change."
    case .active: "Goals are the commitment; a change is an amendment with its reason."
    case .grading: "The period is over and scores are being given."
    case .closed: "Scores are final; nothing changes any more."
    }
  }
}
