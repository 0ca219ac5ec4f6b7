package import StrictYAML

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
  /// In place of the baseline and of the target: why there is no number.
  package var baselineWord: Located<UnknownBaseline>?
  package var targetWord: Located<OpenTarget>?
  package var targetUntil: Located<Day>?
  package var stretch: Located<Double>?
  package var segment: Located<String>?
  package var unit: Located<String>?
  package var owner: Reference<Person>?
  package var since: Located<Day>?
  package var due: Located<Day>?
  package var steps: [MilestoneStep] = []
  package var weight: Located<Double>?
  package var score: Located<Share>?
  package var scoreReason: Located<String>?
  package var amendments: [Amendment] = []
  package var links: [Located<String>] = []
  package var notes: Located<String>?
  package var range = ByteRange(at: 0)

  /// The column of a milestone's fields; `nil` in flow style, and for key results of other types.
  package var column: Int?

  package init() {}

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    guard reader.read(fields: KeyResult.fields, of: node, into: &self) else { return nil }
    let found = reader.document[node]
    if type?.value == .milestone, found.style == .block { column = Int(found.column) }
  }

  package static var itemKey: String? { "id" }

  package static let fields: [Field<KeyResult>] = [
    .required("id", "The key result's name within the file.", example: "completion", changing: .identity(.lead)) {
      $0.id = $1
    },
    .required(
      "title", "The result in words.", example: "Raise onboarding completion from 41 % to 55 %",
      changing: .risky("it is the promise in words", .lead, .commitment)
    ) {
      $0.title = $1
    },
    .optional(
      "metric", "The metric that shows it; without one, 'unit' says what is counted.", example: "onboarding-completion",
      changing: .breaking("it decides how the result is measured", .lead, [.commitment, .number])
    ) { $0.metric = $1 },
    .optional(
      "segment", "The segment of the metric that it is about.", example: "large teams",
      changing: .breaking("it decides how the result is measured", .lead, [.commitment, .number])
    ) { $0.segment = $1 },
    .required(
      "type", "Which way the metric should go.", example: "increase",
      changing: .breaking("it decides how the result is measured", .lead, [.commitment, .number])
    ) { $0.type = $1 },
    .optional(
      "baseline", "The value at the start.", example: "41",
      changing: .risky("it moves the goalposts", .lead, [.commitment, .number])
    ) { (result, given: ValueOrWord<Located<Double>, UnknownBaseline>) in
      (result.baseline, result.baselineWord) = (given.value, given.word)
    },
    .optional(
      "target", "The value wanted at the end.", example: "55",
      changing: .risky("it moves the goalposts", .lead, [.commitment, .number])
    ) { (result, given: ValueOrWord<Located<Double>, OpenTarget>) in
      (result.target, result.targetWord) = (given.value, given.word)
    },
    .optional(
      "target_until", "The day until when a target that is to be set will be set.", example: "2026-02-14",
      changing: .risky("it moves the goalposts", .lead, .commitment)
    ) { $0.targetUntil = $1 },
    .optional(
      "stretch", "A value beyond the target, hoped for and not scored.", example: "60",
      changing: .risky("it is part of the promise", .lead, .commitment)
    ) { $0.stretch = $1 },
    .optional(
      "lower", "The lower end of the band to stay in (maintain).", example: "95",
      changing: .risky("it moves the goalposts", .lead, [.commitment, .number])
    ) { $0.lower = $1 },
    .optional(
      "upper", "The upper end of the band to stay in (maintain).", example: "100",
      changing: .risky("it moves the goalposts", .lead, [.commitment, .number])
    ) { $0.upper = $1 },
    .optional(
      "unit", "The unit of the values (default: the metric's); required without a metric.", example: "percent",
      changing: .breaking("it decides how the result is measured", .lead, .commitment)
    ) { $0.unit = $1 },
    .optional(
      "owner", "The one person who answers for it.", example: "grace",
      changing: .risky("it decides who answers for the result", .lead, .commitment)
    ) { $0.owner = $1 },
    .optional(
      "since", "The day from which it counts, when it was added to a running cycle.", example: "2026-02-09",
      changing: .risky("it decides from when on the result counts", .lead, [.commitment, .once])
    ) { $0.since = $1 },
    .optional(
      "due", "The day until when it is to be reached (default: the cycle's last).", example: "2026-02-27",
      changing: .risky("it decides until when the result is due", .lead, .commitment)
    ) { $0.due = $1 },
    .optional(
      "steps", "The steps of a milestone, each with its day.",
      changing: .risky("it is how the milestone is reached", .lead, .commitment)
    ) { $0.steps = $1 },
    .optional(
      "weight", "How much it counts in the objective (default: 1).", example: "2",
      changing: .risky("it decides how much the result counts", .lead, .commitment)
    ) { $0.weight = $1 },
    .optional(
      "score", "The final grade, 0 to 1, given once at the close.", example: "0.7",
      changing: .risky("it is the grade of the result", .lead, .grade)
    ) { $0.score = $1 },
    .optional("score_reason", "Why this grade.", changing: .risky("it is why the result was graded so", .lead, .grade))
    { $0.scoreReason = $1 },
    .optional(
      "amendments", "Changes made after the cycle became active.",
      changing: .risky("it is the record of what was promised before", .lead, .once)
    ) { $0.amendments = $1 },
    .optional(
      "links", "Where the work or the evidence is.", example: "[https://tracker.huddle.example/512]",
      changing: .safe("it says where to look, and promises nothing")
    ) { $0.links = $1 },
    .optional(
      "notes", "Remarks for readers.", example: "Counted without trial workspaces",
      changing: .safe("it explains the result, and promises nothing")
    ) { $0.notes = $1 },
    .anythingElse,
  ]
}

/// Why a baseline is not a number.
package enum UnknownBaseline: String, Choice {
  case unknown

  package var summary: String { "Nobody has measured it yet." }
}

/// Why a target is not a number.
package enum OpenTarget: String, Choice {
  case toBeSet = "to-be-set"
  case undisclosed

  package var summary: String {
    switch self {
    case .toBeSet: "It will be set by the day in 'target_until'."
    case .undisclosed: "It is known, and not written here."
    }
  }
}

/// A part of a milestone.
package struct MilestoneStep: Record {
  package var title: Located<String>?
  package var due: Located<Day>?
  package var done: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "title" }

  package static let fields: [Field<MilestoneStep>] = [
    .required(
      "title", "The step in words.", example: "Draft agreed",
      changing: .risky("it is how the milestone is reached", .lead, .commitment)
    ) { $0.title = $1 },
    .optional(
      "due", "The day until when it is to be done.", example: "2026-02-13",
      changing: .risky("it decides until when the step is due", .lead, .commitment)
    ) { $0.due = $1 },
    .optional(
      "done", "The day on which it was done.", example: "2026-02-11",
      changing: .risky("what was reported stays as it is", .team, fresh: "it reports on a goal")
    ) { $0.done = $1 },
  ]
}

package enum KeyResultType: String, Choice {
  case increase, decrease, maintain, milestone

  package var summary: String {
    switch self {
    case .increase: "From the baseline up to the target."
    case .decrease: "From the baseline down to the target."
    case .maintain: "Stay between lower and upper."
    case .milestone: "Done in part or as a whole; check-ins say how far, from 0 to 1."
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
    .required(
      "on", "The day of the change.", example: "2026-02-09",
      changing: .risky("it is the record of what was promised before", .lead)
    ) { $0.on = $1 },
    .required(
      "field", "The field that changed.", example: "target",
      changing: .risky("it is the record of what was promised before", .lead)
    ) { $0.field = $1 },
    .optional(
      "from", "The value before.", example: "55",
      changing: .risky("it is the record of what was promised before", .lead)
    ) { $0.from = $1 },
    .optional(
      "to", "The value after.", example: "50", changing: .risky("it is the record of what was promised before", .lead)
    ) { $0.to = $1 },
    .required(
      "by", "Who changed it.", example: "grace",
      changing: .risky("it is the record of what was promised before", .lead, .word)
    ) { $0.by = $1 },
    .optional("because", "Why.", changing: .risky("it is the record of what was promised before", .lead)) {
      $0.because = $1
    },
  ]
}

extension KeyResult {
  /// The share of the steps that were done by a day, 0 to 1; `nil` without steps, and before the first one is done.
  ///
  /// - Parameter day: `nil` counts every step that is done.
  package func stepsDone(on day: Day?) -> Double? {
    guard !steps.isEmpty else { return nil }
    let done = steps.count { step in step.done.map { done in day.map { done.value <= $0 } ?? true } ?? false }
    return done == 0 ? nil : Double(done) / Double(steps.count)
  }
}

extension KeyResult {
  /// The names of the fields that are part of the promise and hold one value: an amendment may name them.
  package static let amendable: [String] = fields.map(\.description).filter { field in
    let isList = if case .list = field.shape { true } else { false }
    return field.consequence.bearing.contains(.commitment) && !isList
  }.map(\.name)
}
