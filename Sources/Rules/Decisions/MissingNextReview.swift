import Diagnostics
import StrategyModel

struct MissingNextReview: Rule {
  let card = Card(
    id: "NS706", name: "missing-next-review", severity: .warning,
    summary: "A decision was deferred without a day, or a metric was kept and nothing says when it is reviewed again.",
    rationale: """
      'Later' without a day is never: the question comes back when it is urgent and the people who knew the arguments \
      have left. Set 'next_review:'. Metrics with a regular review, as set under 'reviews:' in northstar.yaml, need no \
      day.
      """,
    wrong: [
      Example(replacing: [
        ("reviews/2026-north-star.yaml", "decision: keep", "decision: ↓defer"),
        ("reviews/2026-north-star.yaml", "\nnext_review: 2027-01-20", ""),
      ])
    ],
    right: [Example("reviews/2026-north-star.yaml", replacing: "\nnext_review: 2027-01-20", with: "")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.lastDecisions.values.sorted() {
      let review = strategy.reviews.all[position]
      guard review.nextReview == nil, let decision = review.decision, let subject = review.subject,
        review.influenceOn == nil || decision.value == .defer, needsDay(decision.value, subject, strategy),
        !strategy.mayHideFields(review.file)
      else { continue }
      report.add(
        .open(subject, decision.value), about: review, at: decision.range, in: strategy, help: ["Add 'next_review:'."])
    }
  }

  private func needsDay(_ decision: ReviewDecision, _ subject: EntityReference, _ strategy: Strategy) -> Bool {
    switch decision {
    case .defer: return true
    case .replace, .retire: return false
    case .keep, .refine:
      guard subject.kind == .metric, let metric = strategy.metrics.position(of: subject.id),
        strategy.metrics.all[metric].lifecycle?.value == .active,
        strategy.metrics.all[metric].role?.value == .input
      else { return false }
      return strategy.settings?.reviews?.inputMonths == nil
    }
  }
}

extension String {
  fileprivate static func open(_ subject: EntityReference, _ decision: ReviewDecision) -> String {
    decision == .defer
      ? "the decision on '\(subject.id)' is deferred without a day"
      : "no day is set for the next review of '\(subject.id)'"
  }
}
