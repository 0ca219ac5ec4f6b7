import ArgumentParser
import Governance
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review the North Star, inputs, cycles and beliefs, and record the decisions",
    discussion: """
      A review is a file in reviews/: the questions, the answers, and the decision with its reasons and dissent. A \
      decision is one commit, bound to the meaning that was judged.

      Examples:
        northstar review due
        northstar review open north-star
        northstar review decide 2026-north-star keep --because "It led renewals" \\
          --by ada --by lin
      """,
    subcommands: [
      ReviewDueCommand.self, ReviewOpenCommand.self, ReviewEvidenceCommand.self, ReviewDecideCommand.self,
      ReviewListCommand.self, ReviewShowCommand.self,
    ])
}

struct ReviewListCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List open and decided reviews",
    discussion: """
      Examples:
        northstar review list
        northstar review list --at 2025-12-31 --format csv
      """)

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let listing = Listing.reviews(try console.session.loadOne(reading.moment).strategy)
    try console.show(listing, rows, title: "Reviews", empty: "There is no review.")
    return .clean
  }
}

struct ReviewShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a review: its questions, answers, decision, reasons and dissent",
    discussion: """
      Examples:
        northstar review show 2026-north-star
        northstar review show 2026-north-star --format json
      """)

  @Argument(help: "The review's id", completion: .reviews)
  var id: String

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let read = try console.session.loadOne(reading.moment)
    guard let review = read.strategy.reviews[id] else {
      throw StrategyError.unknown(id, among: Set(read.strategy.ids(of: .review)), "review")
    }
    guard format == .json else {
      console.show(ReviewText(review).text)
      return .clean
    }
    let path = read.strategy.path(of: review.file)
    guard let text = read.loaded.text(of: path) else {
      throw StrategyError(message: "cannot read '\(path)' anymore")
    }
    console.show(
      try encodeJSON(
        ["formatVersion": "1.0", "path": .string(path), "review": EntityJSON(text, kind: .review).value]
          as JSONValue, notes: console.limits))
    return .clean
  }
}
