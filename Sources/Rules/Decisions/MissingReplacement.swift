import Diagnostics
import StrategyModel

struct MissingReplacement: Rule {
  let card = Card(
    id: "NS704", name: "missing-replacement", severity: .error,
    summary: "A review decided to replace a metric but does not name the new one.",
    rationale: """
      From that day on the old goal no longer counts and there is no new one. Name the metric that replaces it. If \
      none does, the decision is 'retire'; if it is not known yet, 'defer' with a day.
      """,
    wrong: [Example("reviews/2026-north-star.yaml", replacing: "decision: keep", with: "decision: ↓replace")],
    right: [Example("reviews/2026-north-star.yaml", replacing: "decision: keep", with: "decision: refine")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for review in strategy.reviews.all {
      guard let decision = review.decision, decision.value == .replace, let subject = review.subject,
        !strategy.mayHideFields(review.file)
      else { continue }
      if let replacement = review.replacement {
        guard subject.kind == .metric, replacement.id == subject.id else { continue }
        report.add(
          .itself(subject.id), about: review, at: replacement.range, in: strategy,
          help: ["Name the metric that takes its place, or decide 'refine' for a new definition."])
      } else {
        report.add(
          .none(subject.id), about: review, at: decision.range, in: strategy,
          help: ["Add 'replacement:', or decide 'retire' or 'defer'."])
      }
    }
  }
}

extension String {
  fileprivate static func none(_ metric: String) -> String { "no replacement is named for '\(metric)'" }
  fileprivate static func itself(_ metric: String) -> String { "'\(metric)' would replace itself" }
}
