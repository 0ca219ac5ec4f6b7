import Diagnostics
import StrategyModel

struct BeliefOverdue: Rule {
  let card = Card(
    id: "NS414", name: "belief-overdue", severity: .warning,
    summary: "The day on which an influence was to be looked at again has passed.",
    rationale: """
      A belief that nobody tests becomes a fact by habit, and teams keep working on a lever that may have stopped \
      moving anything. Look at the readings, correct sign, lag and confidence, and set the next day.
      """,
    wrong: [
      Example("metrics/onboarding-completion.yaml", replacing: "review_on: 2026-06-30", with: "review_on: ↓2026-01-15")
    ],
    right: [
      Example("metrics/onboarding-completion.yaml", replacing: "review_on: 2026-06-30", with: "review_on: 2026-01-28")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      for edge in metrics[i].drives where edge.type?.value == .influence {
        guard let day = edge.reviewOn, day.value < report.today, let target = edge.metric, let id = metrics[i].id
        else { continue }
        report.add(
          .overdue(id.value, target.id), about: metrics[i], at: day.range, in: strategy,
          help: ["Compare it with the readings, and set the day of the next look."])
      }
    }
  }
}

extension String {
  fileprivate static func overdue(_ metric: String, _ target: String) -> String {
    "the influence of '\(metric)' on '\(target)' was not looked at"
  }
}
