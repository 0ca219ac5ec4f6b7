import Decisions
import Governance
package import Presentation
import Rules
package import StrategyModel

extension Listing {
  /// What is due for review, most urgent first.
  package static func due(_ strategy: Strategy, on day: Day) -> Listing {
    let columns = ["subject", "what", "due", "days", "state", "last", "decision", "review"]
    return Listing(columns, ReviewCalendar(strategy).all) { due in
      let left = due.day - day
      let last = due.last.map { strategy.reviews.all[$0] }
      return [
        .text(due.name), .text(due.subject.word(in: strategy)), .text(due.day.description), .count(left),
        .text(left < 0 ? "overdue" : left <= 30 ? "soon" : nil), .text(last?.heldOn?.value.description),
        .text(last?.decision?.value.rawValue), .text(last?.id?.value),
      ]
    }
  }
}

extension DueReview.Subject {
  fileprivate func word(in strategy: Strategy) -> String? {
    switch self {
    case .northStar: "North Star"
    case .metric(let position): strategy.metrics.all[position].role?.value.rawValue
    case .cycle: "cycle"
    case .belief: "belief"
    }
  }
}
