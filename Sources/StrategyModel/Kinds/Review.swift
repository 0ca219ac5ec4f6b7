package import StrictYAML

/// A recorded judgement on a subject: the NSM, an input, a cycle, a belief.
package struct Review: Entity {
  package var id: Identifier?
  package var subject: EntityReference?
  package var influenceOn: Reference<Metric>?
  package var heldOn: Located<Day>?
  package var questions: [Question] = []
  package var evidence: [Finding] = []
  package var decision: Located<ReviewDecision>?
  package var because: Located<String>?
  package var decidedBy: [Reference<Person>] = []
  package var dissent: [Dissent] = []
  package var replacement: Reference<Metric>?
  package var overlapUntil: Located<Day>?
  package var mapping: [Replacement] = []
  package var judged: Located<String>?
  package var nextReview: Located<Day>?
  package var range = ByteRange(at: 0)
  package var file = FileIndex.unknown

  package init() {}

  package static let kind = Kind.review
  package static let summary = "A recorded judgement on a subject: the NSM, an input, a cycle, a belief."
  package static let coming: Consequence = .risky("it is part of a recorded judgement", .steward)
  package static let going: Consequence = .risky("it is part of a recorded judgement", .steward)

  package static let fields: [Field<Review>] = [
    kindField,
    .required("id", "The review's permanent name.", example: "2026-north-star", changing: .identity(.steward)) {
      $0.id = $1
    },
    .required(
      "subject", "What was judged.", example: "metric/weekly-hosted-meetings",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.subject = $1 },
    .optional(
      "influence_on", "For a belief: the metric that the subject is believed to move.",
      example: "activation-rate", changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.influenceOn = $1 },
    .required(
      "held_on", "The day of the judgement.", example: "2026-01-20",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.heldOn = $1 },
    .optional(
      "questions", "What was asked, and the answers.", changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.questions = $1 },
    .optional(
      "evidence", "What history and readings said on the day on which the review was opened.",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) {
      $0.evidence = $1
    },
    .optional(
      "decision", "What was decided; none while the review is open.", example: "keep",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.decision = $1 },
    .optional("because", "The reasons.", changing: .risky("it is part of a recorded judgement", .steward)) {
      $0.because = $1
    },
    .optional(
      "decided_by", "Who decided.", example: "[ada, lin]",
      changing: .risky("it is part of a recorded judgement", .steward, .word)
    ) { $0.decidedBy = $1 },
    .optional(
      "dissent", "Who disagreed, and why.", changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.dissent = $1 },
    .optional(
      "replacement", "The metric that replaces the subject.", example: "weekly-hosted-meetings",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) {
      $0.replacement = $1
    },
    .optional(
      "overlap_until", "The day until which both metrics are measured.", example: "2026-06-30",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) {
      $0.overlapUntil = $1
    },
    .optional(
      "mapping", "What replaces each input and objective of the replaced metric.",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.mapping = $1 },
    .optional(
      "judged", "The commit that was judged.", example: "4f0c2d19",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.judged = $1 },
    .optional(
      "next_review", "The day of the next judgement.", example: "2027-01-20",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.nextReview = $1 },
    metaField,
  ]
}

extension Review {
  /// `metric/activation-rate`, or `metric/onboarding-completion->activation-rate` for a belief.
  package var subjectName: String? {
    subject.map { subject in influenceOn.map { "\(subject.text)->\($0.id)" } ?? subject.text }
  }
}

package enum ReviewDecision: String, Choice {
  case keep, refine, replace, retire, `defer`

  package var summary: String {
    switch self {
    case .keep: "It stays as it is."
    case .refine: "The same concept, with a new definition."
    case .replace: "Something else takes its place."
    case .retire: "It is dropped without a replacement."
    case .defer: "Decided later, on a set day."
    }
  }
}

/// One question of a review, and its answer.
package struct Question: Record {
  package var question: Located<String>?
  package var answer: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "question" }

  package static let fields: [Field<Question>] = [
    .required(
      "question", "What was asked.", example: "Does it still predict success?",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.question = $1 },
    .optional("answer", "The answer.", changing: .risky("it is part of a recorded judgement", .steward)) {
      $0.answer = $1
    },
  ]
}

/// What history and readings say about one thing.
package struct Finding: Record {
  package var what: Located<String>?
  package var says: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "what" }

  package static let fields: [Field<Finding>] = [
    .required(
      "what", "What was asked of history and readings.", example: "beliefs",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.what = $1 },
    .required(
      "says", "What they said.", example: "3 of 8 beliefs are confirmed.",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.says = $1 },
  ]
}

/// Somebody who disagreed.
package struct Dissent: Record {
  package var person: Reference<Person>?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "person" }

  package static let fields: [Field<Dissent>] = [
    .required("person", "Who.", example: "lin", changing: .risky("it is part of a recorded judgement", .steward)) {
      $0.person = $1
    },
    .required(
      "because", "Why.", example: "Depth has stopped leading retention",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.because = $1 },
  ]
}

/// What becomes of something that served a replaced metric.
package struct Replacement: Record {
  package var from: EntityReference?
  package var to: EntityReference?
  package var because: Located<String>?
  package var range = ByteRange(at: 0)

  package init() {}
  package static var itemKey: String? { "from" }

  package static let fields: [Field<Replacement>] = [
    .required(
      "from", "What served the replaced metric.", example: "metric/daily-logins",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) { $0.from = $1 },
    .optional(
      "to", "What replaces it; empty when it ends.", example: "metric/activation-rate",
      changing: .risky("it is part of a recorded judgement", .steward)
    ) {
      $0.to = $1
    },
    .optional("because", "Why.", changing: .risky("it is part of a recorded judgement", .steward)) { $0.because = $1 },
  ]
}
