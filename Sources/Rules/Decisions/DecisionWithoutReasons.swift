import Diagnostics
import StrategyModel

struct DecisionWithoutReasons: Rule {
  let card = Card(
    id: "NS702", name: "decision-without-reasons", severity: .error,
    summary: "A review's decision gives no reasons, or does not say who decided.",
    rationale: """
      Next year's review begins with the question why. Without reasons the old decision can be neither defended nor \
      overturned, and without names there is nobody to ask. Two sentences are enough.
      """,
    wrong: [
      Example(replacing: [
        (review, "decision: keep", "decision: ↓keep"),
        (
          review, "because: It has led revenue for four quarters, and every team can name the input that it moves.\n",
          ""
        ),
      ])
    ],
    right: [Example(review, replacing: "decided_by: [ada, lin]", with: "decided_by: [ada]")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for review in strategy.reviews.all {
      guard let decision = review.decision, review.because == nil || review.decidedBy.isEmpty,
        !strategy.mayHideFields(review.file)
      else { continue }
      report.add(
        .bare(decision.value, review.because == nil, review.decidedBy.isEmpty), about: review, at: decision.range,
        in: strategy, help: [.add(review.because == nil, review.decidedBy.isEmpty)])
    }
  }
}

private let review = "reviews/2026-north-star.yaml"

extension String {
  fileprivate static func bare(_ decision: ReviewDecision, _ noReasons: Bool, _ nobody: Bool) -> String {
    let lacks = [noReasons ? "gives no reasons" : nil, nobody ? "names nobody who decided" : nil].compactMap { $0 }
    return "the decision '\(decision.rawValue)' " + lacks.joined(separator: " and ")
  }

  fileprivate static func add(_ noReasons: Bool, _ nobody: Bool) -> String {
    "Add "
      + [noReasons ? "'because:'" : nil, nobody ? "'decided_by:'" : nil].compactMap { $0 }.joined(separator: " and ")
      + "."
  }
}
