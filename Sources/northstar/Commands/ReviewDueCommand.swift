import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct ReviewDueCommand: ReadingCommand {
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

  @Option(help: ArgumentHelp("Count from this day (default: today)", valueName: "day"))
  var on: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    let day = try on.map { text throws(StrategyError) in try Day(argument: text) } ?? read.today
    try console.show(
      .due(read.strategy, on: day), rows, title: "Reviews that are due", empty: "No review is coming up.")
    return .clean
  }
}
