import Diagnostics
import StrategyModel

struct ReviewOverdue: Rule {
  let card = Card(
    id: "NS701", name: "review-overdue", severity: .error,
    summary: "A review of the North Star or of an input, or a deferred one, is due.",
    rationale: """
      A North Star that nobody questions outlives the strategy it came from: it still rises and leads nothing. Once a \
      year is enough, sooner after a change of strategy. 'reviews:' in northstar.yaml says how often, and a review's \
      'next_review:' says when. Before the first review, the time counts from the first cycle's start, or from the \
      workshop that chose the metric. A check of staged files shows this fault but lets the commit pass.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/weekly-hosted-meetings.yaml", "id: weekly-hosted-meetings", "id: ↓weekly-hosted-meetings"),
        ("reviews/2026-north-star.yaml", "next_review: 2027-01-20", "next_review: 2026-01-27"),
      ]),
      Example([deferredCycle], replacing: [("cycles/2026-q1.yaml", "id: 2026-q1", "id: ↓2026-q1")]),
    ],
    right: [Example("reviews/2026-north-star.yaml", replacing: "\nnext_review: 2027-01-20", with: "")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard !strategy.mayHide(.review) else { return }
    let calendar = ReviewCalendar(strategy)
    for due in calendar.metrics + calendar.cycles where due.day < report.today {
      let (notes, help) = (due.notes(in: strategy), ["Hold the review: run 'northstar review open \(due.name)'."])
      switch due.subject {
      case .northStar(let metric), .metric(let metric):
        let subject = strategy.metrics.all[metric]
        guard let id = subject.id else { continue }
        report.add(.overdue(id.value, due.day), about: subject, at: id.range, in: strategy, notes: notes, help: help)
      case .cycle(let cycle):
        let subject = strategy.cycles.all[cycle]
        // A cycle that was never judged is past its end, which is a fault of its own.
        guard due.last != nil, let id = subject.id else { continue }
        report.add(.overdue(id.value, due.day), about: subject, at: id.range, in: strategy, notes: notes, help: help)
      case .belief: continue
      }
    }
  }
}

extension DueReview {
  /// When it was last judged.
  fileprivate func notes(in strategy: Strategy) -> [Note] {
    guard let last, let held = strategy.reviews.all[last].heldOn else { return [] }
    let review = strategy.reviews.all[last]
    let place = strategy.location(review.file, (review.nextReview ?? held).range)
    return [Note("last reviewed on \(held.value)", at: place)]
  }
}

private let deferredCycle: ExampleFile.File = (
  "reviews/2026-q1.yaml",
  """
  kind: review
  id: 2026-q1
  subject: cycle/2026-q1
  held_on: 2026-01-20
  decision: defer
  because: Half of the goals wait for the price change
  decided_by: [ada]
  next_review: 2026-01-27
  """
)

extension String {
  fileprivate static func overdue(_ metric: String, _ day: Day) -> String {
    "the review of '\(metric)' was due on \(day)"
  }
}
