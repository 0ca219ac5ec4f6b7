package import StrictYAML

/// One team's objectives and key results in one cycle.
package struct TeamOKRs: Entity {
  package var team: Reference<Team>?
  package var cycle: Reference<Cycle>?
  package var objectives: [Objective] = []
  package var retrospective: Located<String>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  /// `2026-q1/onboarding`.
  package var id: Identifier? { TeamCycle.id(cycle, team) }

  package static let kind = Kind.okrs
  package static let summary = "One team's objectives and key results in one cycle."

  package static let fields: [Field<TeamOKRs>] = [
    kindField,
    .required("team", "The team that committed itself.", example: "onboarding") { $0.team = $1 },
    .required("cycle", "The cycle it is for.", example: "2026-q1") { $0.cycle = $1 },
    .required("objectives", "The team's objectives, at most three.") { $0.objectives = $1 },
    .optional("retrospective", "What the team learned, written at the close.") { $0.retrospective = $1 },
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

/// What a team wants to be true at the end of a cycle, aimed at one input.
package struct Objective: Record {
  package var id: Identifier?
  package var title: Located<String>?
  package var why: Located<String>?
  package var ambition: Located<Ambition>?
  package var input: Reference<Metric>?
  package var guards: Reference<Metric>?
  package var agreement: Agreement?
  package var keyResults: [KeyResult] = []
  package var outcome: ObjectiveOutcome?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "id" }

  package static let fields: [Field<Objective>] = [
    .required("id", "The objective's name within the file.", example: "first-meeting-obvious") { $0.id = $1 },
    .required(
      "title", "The goal in words, without numbers.", example: "New teams host their first meeting without help"
    ) {
      $0.title = $1
    },
    .optional("why", "Why this, and why now.") { $0.why = $1 },
    .required("ambition", "How the score is to be read.", example: "committed") { $0.ambition = $1 },
    .optional("input", "The input that the objective moves.", example: "activation-rate") { $0.input = $1 },
    .optional("guards", "The guardrail that it protects, in place of an input.", example: "support-load") {
      $0.guards = $1
    },
    .optional("agreement", "The consent of the lever's owner, when that is another team.") { $0.agreement = $1 },
    .required("key_results", "How the team will know, two to five of them.") { $0.keyResults = $1 },
    .optional("outcome", "What becomes of the objective at the close.") { $0.outcome = $1 },
  ]
}

package enum Ambition: String, Choice {
  case committed, aspirational, learning

  package var summary: String {
    switch self {
    case .committed: "Expected to score 1.0; less asks for an explanation."
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
    .required("team", "The team that owns the lever.", example: "growth") { $0.team = $1 },
    .required("person", "Who agreed for it.", example: "lin") { $0.person = $1 },
    .required("on", "The day of the agreement.", example: "2026-01-07") { $0.on = $1 },
  ]
}

/// One measurable sign that an objective is reached. Its id is unique in the team's file.
package struct KeyResult: Record {
  package var id: Identifier?
  package var title: Located<String>?
  package var metric: Reference<Metric>?
  package var type: Located<KeyResultType>?
  package var baseline: Located<Double>?
  package var target: Located<Double>?
  package var lower: Located<Double>?
  package var upper: Located<Double>?
  package var unit: Located<String>?
  package var owner: Reference<Person>?
  package var weight: Located<Double>?
  package var score: Located<Share>?
  package var scoreReason: Located<String>?
  package var amendments: [Amendment] = []
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "id" }

  package static let fields: [Field<KeyResult>] = [
    .required("id", "The key result's name within the file.", example: "completion") { $0.id = $1 },
    .required("title", "The result in words.", example: "Raise onboarding completion from 41 % to 55 %") {
      $0.title = $1
    },
    .optional(
      "metric", "The metric that shows it; every type but a milestone has one.", example: "onboarding-completion"
    ) { $0.metric = $1 },
    .required("type", "Which way the metric should go.", example: "increase") { $0.type = $1 },
    .optional("baseline", "The value at the start.", example: "41") { $0.baseline = $1 },
    .optional("target", "The value wanted at the end.", example: "55") { $0.target = $1 },
    .optional("lower", "The lower end of the band to stay in (maintain).", example: "95") { $0.lower = $1 },
    .optional("upper", "The upper end of the band to stay in (maintain).", example: "100") { $0.upper = $1 },
    .optional("unit", "The unit of the values; the metric's unless said.", example: "percent") { $0.unit = $1 },
    .optional("owner", "The one person who answers for it.", example: "grace") { $0.owner = $1 },
    .optional("weight", "How much it counts in the objective; 1 unless said.", example: "2") { $0.weight = $1 },
    .optional("score", "The final grade, 0 to 1, given once at the close.", example: "0.7") { $0.score = $1 },
    .optional("score_reason", "Why this grade.") { $0.scoreReason = $1 },
    .optional("amendments", "Changes made after the cycle became active.") { $0.amendments = $1 },
  ]
}

package enum KeyResultType: String, Choice {
  case increase, decrease, maintain, milestone

  package var summary: String {
    switch self {
    case .increase: "From the baseline up to the target."
    case .decrease: "From the baseline down to the target."
    case .maintain: "Stay between lower and upper."
    case .milestone: "Done or not done."
    }
  }
}

/// A change of a key result after its cycle became active.
package struct Amendment: Record {
  package var on: Located<Day>?
  package var field: Located<String>?
  package var from: Located<String>?
  package var to: Located<String>?
  package var by: Reference<Person>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Amendment>] = [
    .required("on", "The day of the change.", example: "2026-02-09") { $0.on = $1 },
    .required("field", "The field that changed.", example: "target") { $0.field = $1 },
    .optional("from", "The value before.", example: "55") { $0.from = $1 },
    .optional("to", "The value after.", example: "50") { $0.to = $1 },
    .required("by", "Who changed it.", example: "grace") { $0.by = $1 },
    .required("because", "Why.") { $0.because = $1 },
  ]
}

/// What becomes of an objective at the close.
package struct ObjectiveOutcome: Record {
  package var decision: Located<CloseDecision>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<ObjectiveOutcome>] = [
    .required("decision", "Keep, modify or abandon.", example: "keep") { $0.decision = $1 },
    .optional("because", "Why.") { $0.because = $1 },
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
