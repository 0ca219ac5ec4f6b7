package import StrictYAML

/// What a team wants to be true at the end of a cycle, aimed at one input.
package struct Objective: Record {
  package var id: Identifier?
  package var title: Located<String>?
  package var why: Located<String>?
  package var ambition: Located<Ambition>?
  package var input: Reference<Metric>?
  package var guards: Reference<Metric>?
  package var supports: [Support] = []
  package var parent: ObjectiveReference?
  package var sharedWith: [Reference<Team>] = []
  package var agreement: Agreement?
  package var keyResults: [KeyResult] = []
  package var due: Located<Day>?
  package var outcome: ObjectiveOutcome?
  package var links: [Located<String>] = []
  package var notes: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "id" }

  package static let fields: [Field<Objective>] = [
    .required(
      "id", "The objective's name within the file.", example: "first-meeting-obvious", changing: .identity(.lead)
    ) { $0.id = $1 },
    .required(
      "title", "The goal in words, without numbers.", example: "New teams host their first meeting without help",
      changing: .risky("it is the promise in words", .lead, .commitment)
    ) {
      $0.title = $1
    },
    .optional("why", "Why this, and why now.", changing: .risky("it is why the team promised it", .lead)) {
      $0.why = $1
    },
    .required(
      "ambition", "How the score is to be read.", example: "committed",
      changing: .risky("it decides how scores are read", .lead, .commitment)
    ) { $0.ambition = $1 },
    .optional(
      "input", "The input that the objective moves; a company's may name the North Star.", example: "activation-rate",
      changing: .breaking("it decides what the objective rolls up to", .lead, .commitment)
    ) { $0.input = $1 },
    .optional(
      "guards", "The guardrail that it protects, instead of an input.", example: "support-load",
      changing: .breaking("it decides what the objective rolls up to", .lead, .commitment)
    ) {
      $0.guards = $1
    },
    .optional(
      "supports", "What the objective enables, when it moves no input itself: hiring, platform, legal.",
      changing: .breaking("it decides what the objective rolls up to", .lead, .commitment)
    ) { $0.supports = $1 },
    .optional(
      "parent", "The objective that this one is part of.", example: "2026/company/teams-meet-better",
      changing: .risky("it decides what the objective is part of", .lead, .commitment)
    ) { $0.parent = $1 },
    .optional(
      "shared_with", "Other teams whose goal this is too; it is written and counted here only.", example: "[growth]",
      changing: .risky("it says that another team promised it too", .consenting, .commitment, arriving: .always)
    ) { $0.sharedWith = $1 },
    .optional(
      "agreement", "The consent of the lever's owner, when that is another team.",
      changing: .risky("it is somebody's consent", .consenting, .once, arriving: .always)
    ) { $0.agreement = $1 },
    .required(
      "key_results", "How the team will know, two to five of them.",
      changing: .risky("it is what the team promised", .lead, .commitment)
    ) { $0.keyResults = $1 },
    .optional(
      "due", "The day until when it is to be reached (default: the cycle's last).", example: "2026-02-27",
      changing: .risky("it decides until when the objective is due", .lead, .commitment)
    ) { $0.due = $1 },
    .optional(
      "outcome", "What becomes of the objective at the close.",
      changing: .risky("it is how the objective came out", .lead, .grade)
    ) { $0.outcome = $1 },
    .optional(
      "links", "Where the work or the evidence is.", example: "[https://wiki.huddle.example/first-meeting]",
      changing: .safe("it says where to look, and promises nothing")
    ) { $0.links = $1 },
    .optional(
      "notes", "Remarks for readers.", example: "Agreed at the planning day",
      changing: .safe("it explains the objective, and promises nothing")
    ) { $0.notes = $1 },
    .anythingElse,
  ]
}

/// An input, or another objective, that an objective makes possible.
package struct Support: Record {
  package var input: Reference<Metric>?
  package var objective: ObjectiveReference?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Support>] = [
    .optional(
      "input", "The input that becomes easier to move.", example: "activation-rate",
      changing: .breaking("it decides what the objective rolls up to", .lead, .commitment)
    ) { $0.input = $1 },
    .optional(
      "objective", "The objective that becomes easier to reach.", example: "2026-q1/onboarding/first-meeting-obvious",
      changing: .breaking("it decides what the objective rolls up to", .lead, .commitment)
    ) { $0.objective = $1 },
    .required(
      "because", "How it helps.", example: "The tour needs two more engineers",
      changing: .risky("it is why the objective serves the North Star", .lead, .commitment)
    ) { $0.because = $1 },
  ]
}

package enum Ambition: String, Choice {
  case committed, aspirational, learning

  package var summary: String {
    switch self {
    case .committed: "Expected to score 1.0; less needs an explanation."
    case .aspirational: "Expected to score 0.7 on average."
    case .learning: "Ends in an answer."
    }
  }
}

/// The consent of a lever's owner to another team's work on it.
package struct Agreement: Record {
  package var team: Reference<Team>?
  package var person: Reference<Person>?
  package var on: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Agreement>] = [
    .required(
      "team", "The team that owns the lever.", example: "growth",
      changing: .risky("it is somebody's consent", .consenting, arriving: .always)
    ) { $0.team = $1 },
    .required(
      "person", "Who agreed for it.", example: "lin",
      changing: .risky("it is somebody's consent", .consenting, arriving: .always)
    ) { $0.person = $1 },
    .required(
      "on", "The day of the agreement.", example: "2026-01-07",
      changing: .risky("it is somebody's consent", .consenting, arriving: .always)
    ) { $0.on = $1 },
  ]
}

/// What becomes of an objective at the close.
package struct ObjectiveOutcome: Record {
  package var decision: Located<CloseDecision>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ObjectiveOutcome>] = [
    .required(
      "decision", "Keep, modify or abandon.", example: "keep",
      changing: .risky("it is how the objective came out", .lead, .grade)
    ) { $0.decision = $1 },
    .optional("because", "Why.", changing: .risky("it is how the objective came out", .lead, .grade)) {
      $0.because = $1
    },
  ]
}

package enum CloseDecision: String, Choice {
  case keep, modify, abandon

  package var summary: String {
    switch self {
    case .keep: "Go on with it in the next cycle."
    case .modify: "Go on with it, changed."
    case .abandon: "Stop."
    }
  }
}

extension Support {
  /// The id of the input, or the name of the objective.
  package var aim: String? { input?.id ?? objective?.name }
}
