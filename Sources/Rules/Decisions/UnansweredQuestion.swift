import Diagnostics
import StrategyModel

struct UnansweredQuestion: Rule {
  let card = Card(
    id: "NS717", name: "unanswered-question", severity: .warning,
    summary: "A review reached its decision with a question unanswered.",
    rationale: """
      The questions are the test that the metric has to pass. A decision with an open question was based on something \
      else, and the next review begins without knowing what was found. Answer it, even if with "we could not tell".
      """,
    wrong: [
      Example(replacing: [
        (review, "question: Does it still predict success?", "question: ↓Does it still predict success?"),
        (review, "    answer: Yes, it has led renewals by two months all year.\n", ""),
      ])
    ],
    right: [
      Example(
        review, replacing: "answer: Yes, it has led renewals by two months all year.",
        with: "answer: We could not tell.")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.lastDecisions.values.sorted() {
      let review = strategy.reviews.all[position]
      for question in review.questions where question.answer == nil {
        guard let text = question.question, let id = review.id, !strategy.mayHideFields(review.file) else { continue }
        report.add(
          .unanswered(id.value), about: review, at: text.range, in: strategy,
          help: ["Add 'answer:', or leave the decision out until it is answered."])
      }
    }
  }
}

private let review = "reviews/2026-north-star.yaml"

extension String {
  fileprivate static func unanswered(_ review: String) -> String { "'\(review)' decided without answering this" }
}
