package import StrictYAML

/// Work that claims to move an input.
package struct Initiative: Entity {
  package var id: Identifier?
  package var name: Located<String>?
  package var team: Reference<Team>?
  package var input: Reference<Metric>?
  package var expected: ExpectedEffect?
  package var state: Located<InitiativeState>?
  package var started: Located<Day>?
  package var ended: Located<Day>?
  package var outcome: Located<String>?
  package var links: [Located<String>] = []
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.initiative
  package static let summary = "Work that claims to move an input."
  package static let coming: Consequence = .safe("it is new")
  package static let going: Consequence = .risky("others may name it", .steward)

  package static let fields: [Field<Initiative>] = [
    kindField,
    .required("id", "The initiative's permanent name.", example: "guided-first-meeting", changing: .identity(.steward))
    { $0.id = $1 },
    .required(
      "name", "What people call it.", example: "Guided first meeting",
      changing: .safe("it is only what people call the work")
    ) { $0.name = $1 },
    .required(
      "team", "The team that does the work.", example: "onboarding",
      changing: .safe("it says who does the work, and promises nothing")
    ) { $0.team = $1 },
    .required(
      "input", "The input that it should move.", example: "activation-rate",
      changing: .safe("it says what the work should move, and promises nothing")
    ) { $0.input = $1 },
    .optional("expected", "The effect that is expected.", changing: .safe("it is an expectation, not a promise")) {
      $0.expected = $1
    },
    .required(
      "state", "How far the work has come.", example: "running",
      changing: .safe("it says how far the work has come", .counting)
    ) { $0.state = $1 },
    .optional(
      "started", "The first day of work.", example: "2026-01-12", changing: .safe("it says when the work was done")
    ) { $0.started = $1 },
    .optional(
      "ended", "The last day of work.", example: "2026-03-06", changing: .safe("it says when the work was done")
    ) { $0.ended = $1 },
    .optional("outcome", "What it did to the input.", changing: .safe("it says what the work did, and grades nobody")) {
      $0.outcome = $1
    },
    .optional(
      "links", "Where the work is tracked.", example: "[https://tracker.huddle.example/481]",
      changing: .safe("it says where the work is tracked")
    ) { $0.links = $1 },
    metaField,
  ]
}

/// How much an initiative should move its input, and when.
package struct ExpectedEffect: Record {
  package var change: Located<Double>?
  package var lagWeeks: Located<Double>?
  package var confidence: Located<Share>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ExpectedEffect>] = [
    .required(
      "change", "By how much, in the input's unit; negative for less.", example: "4",
      changing: .safe("it is an expectation, not a promise")
    ) { $0.change = $1 },
    .optional(
      "lag_weeks", "Weeks after the work until it shows.", example: "3",
      changing: .safe("it is an expectation, not a promise")
    ) { $0.lagWeeks = $1 },
    .optional(
      "confidence", "How sure we are, 0 to 1.", example: "0.6", changing: .safe("it is an expectation, not a promise")
    ) { $0.confidence = $1 },
  ]
}

package enum InitiativeState: String, Choice {
  case proposed, running, shipped, stopped

  package var summary: String {
    switch self {
    case .proposed: "Not begun."
    case .running: "Being worked on."
    case .shipped: "Done; its effect is being watched."
    case .stopped: "Given up."
    }
  }
}
