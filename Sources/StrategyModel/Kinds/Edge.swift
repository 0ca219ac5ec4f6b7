package import StrictYAML

/// One step of the metric tree: this metric moves another.
package struct Edge: Record {
  package var metric: Reference<Metric>?
  package var type: Located<EdgeType>?
  package var sign: Located<EdgeSign>?
  package var lagWeeks: Located<Double>?
  package var confidence: Located<Share>?
  package var because: Located<String>?
  package var reviewOn: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "metric" }

  package static let fields: [Field<Edge>] = [
    .required(
      "metric", "The metric that is moved.", example: "weekly-hosted-meetings",
      changing: .risky("it decides what work rolls up to", .owner, .graph)
    ) { $0.metric = $1 },
    .required(
      "as", "What kind of step this is.", example: "influence",
      changing: .risky("it decides what work rolls up to", .owner, .graph)
    ) { $0.type = $1 },
    .optional(
      "sign", "Which way an influence goes.", example: "positive",
      changing: .risky("it is what a belief is judged by", .owner, .graph)
    ) { $0.sign = $1 },
    .optional(
      "lag_weeks", "Weeks until an influence shows.", example: "4",
      changing: .risky("it is what a belief is judged by", .owner, .graph)
    ) { $0.lagWeeks = $1 },
    .optional(
      "confidence", "How sure we are of an influence, 0 to 1.", example: "0.7",
      changing: .risky("it is what a belief is judged by", .owner, .graph)
    ) { $0.confidence = $1 },
    .optional(
      "because", "Why we believe in an influence.", changing: .risky("it is why a belief is held", .owner, .graph)
    ) { $0.because = $1 },
    .optional(
      "review_on", "The day on which the belief is looked at again.", example: "2026-06-30",
      changing: .risky("it decides when a belief is looked at again", .owner, .graph)
    ) {
      $0.reviewOn = $1
    },
  ]
}

/// The limits that a guardrail must keep, in the metric's unit.
package struct Threshold: Record {
  package var atMost: Located<Double>?
  package var atLeast: Located<Double>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Threshold>] = [
    .optional(
      "at_most", "The highest value that does no harm.", example: "2.5",
      changing: .risky("it sets the limit of harm", .owner, .limit)
    ) { $0.atMost = $1 },
    .optional(
      "at_least", "The lowest value that does no harm.", example: "99.5",
      changing: .risky("it sets the limit of harm", .owner, .limit)
    ) { $0.atLeast = $1 },
  ]
}

/// Who answers for a metric.
package struct Ownership: Record {
  package var team: Reference<Team>?
  package var person: Reference<Person>?
  package var since: Located<Day>?
  package var range = ByteRange(at: 0)

  package init() {}

  package static let fields: [Field<Ownership>] = [
    .required(
      "team", "The accountable team.", example: "onboarding", changing: .risky("it decides who answers for it", .owner)
    ) { $0.team = $1 },
    .required(
      "person", "The one person who answers for it.", example: "ada",
      changing: .risky("it decides who answers for it", .owner)
    ) { $0.person = $1 },
    .required(
      "since", "The first day of this ownership.", example: "2026-01-05",
      changing: .risky("it decides since when somebody answers for it", .owner)
    ) { $0.since = $1 },
  ]
}
