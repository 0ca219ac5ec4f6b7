import Diagnostics
import StrategyModel

struct BeliefOverdue: Rule {
  let card = Card(
    id: "NS414", name: "belief-overdue", severity: .error,
    summary: "The day on which an influence was to be reviewed has passed.",
    rationale: """
      A belief that nobody tests becomes a fact by habit, and teams keep working on a lever that may have stopped \
      moving anything. Look at the readings, correct sign, lag and confidence, and set the next day. A check of staged \
      files shows this fault but lets the commit pass.
      """,
    wrong: [
      Example("metrics/onboarding-completion.yaml", replacing: "review_on: 2026-06-30", with: "review_on: ↓2026-01-15")
    ],
    right: [
      Example("metrics/onboarding-completion.yaml", replacing: "review_on: 2026-06-30", with: "review_on: 2026-01-28")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for due in ReviewCalendar(strategy).beliefs where due.day < report.today {
      guard case .belief(let position, let edge) = due.subject else { continue }
      let metric = strategy.metrics.all[position]
      guard let day = metric.drives[edge].reviewOn, let target = metric.drives[edge].metric, let id = metric.id
      else { continue }
      report.add(
        .overdue(id.value, target.id), about: metric, at: day.range, in: strategy,
        help: ["Compare it with the readings, and set the day of the next review."])
    }
  }
}

extension String {
  fileprivate static func overdue(_ metric: String, _ target: String) -> String {
    "the influence of '\(metric)' on '\(target)' was not reviewed"
  }
}
