import ArgumentParser
import Presentation
import StrategyModel
import StrategyStore

struct ReviewDueCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what is due for review, and when",
    discussion: """
      The North Star and the inputs are due as 'reviews:' in northstar.yaml says, or on the day that their last review \
      set; cycles at their end; beliefs on their 'review_on:' day. Overdue reviews fail 'northstar check'.

      Examples:
        northstar review due
        northstar review due --on 2027-06-30 --format csv
      """)

  @Option(help: "Count from this day (default: today)")
  var on: String?

  @Option(help: "The output format")
  var format = ListFormat.table

  @OptionGroup var moment: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(moment.moment)
    let day = try on.map { text throws(StrategyError) in try Day(argument: text) } ?? read.today
    let listing = Listing.due(read.strategy, on: day)
    if listing.count == 0, format == .table { console.note("No review is coming up.") }
    console.show(try format.render(listing, width: console.terminal.tableWidth, notes: console.limits))
    return .clean
  }
}

extension Listing {
  /// What is due for review, most urgent first.
  fileprivate static func due(_ strategy: Strategy, on day: Day) -> Listing {
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
