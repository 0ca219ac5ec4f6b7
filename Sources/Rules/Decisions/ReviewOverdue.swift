import Diagnostics
import StrategyModel

struct ReviewOverdue: Rule {
  let card = Card(
    id: "NS701", name: "review-overdue", severity: .warning,
    summary: "The review of the North Star or of an input is due.",
    rationale: """
      A North Star that nobody questions outlives the strategy it came from: it still rises and leads nothing. Once a \
      year is enough, sooner after a change of strategy. 'reviews:' in northstar.yaml says how often, and a review's \
      'next_review:' says when. Without any review the first cycle's start counts, or the workshop that chose it.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/weekly-hosted-meetings.yaml", "id: weekly-hosted-meetings", "id: ↓weekly-hosted-meetings"),
        ("reviews/2026-north-star.yaml", "next_review: 2027-01-20", "next_review: 2026-01-27"),
      ])
    ],
    right: [Example("reviews/2026-north-star.yaml", replacing: "\nnext_review: 2027-01-20", with: "")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard !strategy.mayHide(.review) else { return }
    let calendar = ReviewCalendar(strategy)
    let metrics = strategy.metrics.all
    for i in metrics.indices where metrics[i].lifecycle?.value == .active && metrics[i].isGoal {
      guard let id = metrics[i].id, let due = calendar.due(metrics[i]), due.day < report.today else { continue }
      report.add(
        .overdue(id.value, due.day), about: metrics[i], at: id.range, in: strategy, notes: due.notes,
        help: ["Hold the review, and record it in reviews/."])
    }
  }
}

/// When which metric's next review is due.
private struct ReviewCalendar {
  private let strategy: Strategy
  private let last: [String: Int]
  private let chosen: [String: Day]
  private let beginning: Day?

  init(_ strategy: Strategy) {
    self.strategy = strategy
    last = strategy.lastDecisions
    beginning = strategy.cycles.all.compactMap(\.starts?.value).min()
    var chosen: [String: Day] = [:]
    for workshop in strategy.workshops.all {
      if let id = workshop.choice?.candidate?.value, let day = workshop.heldOn?.value {
        chosen[id] = max(day, chosen[id] ?? day)
      }
    }
    for review in strategy.reviews.all {
      if let id = review.replacement?.id, let day = review.heldOn?.value { chosen[id] = max(day, chosen[id] ?? day) }
    }
    self.chosen = chosen
  }

  /// `nil` when the metric is not reviewed in turn, or nothing says since when it is in use.
  func due(_ metric: Metric) -> (day: Day, notes: [Note])? {
    guard let id = metric.id?.value else { return nil }
    let policy = strategy.settings?.reviews
    let months =
      metric.role?.value == .northStar ? policy?.northStarMonths?.value.value ?? 12 : policy?.inputMonths?.value.value
    guard let position = last["metric/\(id)"] else {
      guard let months, let since = chosen[id] ?? metric.owner?.since?.value ?? beginning else { return nil }
      return (since.adding(months: months), [])
    }
    let review = strategy.reviews.all[position]
    guard let held = review.heldOn, let day = review.nextReview?.value ?? months.map({ held.value.adding(months: $0) })
    else { return nil }
    let place = strategy.location(review.file, (review.nextReview ?? held).range)
    return (day, [Note("last reviewed on \(held.value)", at: place)])
  }
}

extension String {
  fileprivate static func overdue(_ metric: String, _ day: Day) -> String {
    "the review of '\(metric)' was due on \(day)"
  }
}
