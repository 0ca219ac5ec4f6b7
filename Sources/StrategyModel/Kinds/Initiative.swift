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

  package static let fields: [Field<Initiative>] = [
    kindField,
    .required("id", "The initiative's permanent name.", example: "guided-first-meeting") { $0.id = $1 },
    .required("name", "What people call it.", example: "Guided first meeting") { $0.name = $1 },
    .required("team", "The team that does the work.", example: "onboarding") { $0.team = $1 },
    .required("input", "The input that it should move.", example: "activation-rate") { $0.input = $1 },
    .optional("expected", "The effect that is expected.") { $0.expected = $1 },
    .required("state", "How far the work has come.", example: "running") { $0.state = $1 },
    .optional("started", "The first day of work.", example: "2026-01-12") { $0.started = $1 },
    .optional("ended", "The last day of work.", example: "2026-03-06") { $0.ended = $1 },
    .optional("outcome", "What it did to the input.") { $0.outcome = $1 },
    .optional("links", "Where the work is tracked.", example: "[https://tracker.huddle.example/481]") { $0.links = $1 },
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
    .required("change", "By how much, in the input's unit; negative for less.", example: "4") { $0.change = $1 },
    .optional("lag_weeks", "Weeks after the work until it shows.", example: "3") { $0.lagWeeks = $1 },
    .optional("confidence", "How sure we are, 0 to 1.", example: "0.6") { $0.confidence = $1 },
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
