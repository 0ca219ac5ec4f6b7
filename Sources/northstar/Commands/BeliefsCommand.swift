import ArgumentParser
import Insight
import Numbers
import Presentation
import StrategyStore

struct BeliefsCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "beliefs",
    abstract: "Grade every influence by what the readings say about it now",
    discussion: """
      What counts is the sign, lag and confidence in the commit that introduced the influence; the column 'changed' \
      says whether the file differs now. Verdicts: confirmed, weakened (gone in the later half), wrong lag, wrong \
      sign, no effect, too few points, no readings.

      The Brier score of a team is the mean squared difference between the confidence it stated and the result: 1 for \
      confirmed, 0.5 for weakened, else 0. 0 is perfect, 0.25 is what 'maybe' always gets.

      Examples:
        northstar beliefs
        northstar beliefs --where verdict=confirmed --format csv
        northstar beliefs --after --at 2026-06-30
      """)

  @Flag(help: "Count only values measured after the belief was written down")
  var after = false

  @Option(help: ArgumentHelp("What to remove from the series first: linear, difference or none", valueName: "method"))
  var detrend = Detrending.linear

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let strategy = try console.session.loadOne(reading.moment, readings: true).strategy
    let origins = try BeliefOrigins(reading.moment, in: console.session)
    var ledger = BeliefLedger(strategy, origins, detrending: detrend, isSince: after)
    console.session.limits.add(ledger.notes)
    if !ledger.hasHistory {
      console.session.limits.add(["there is no history: beliefs are taken from the files as they are"])
    }
    var listing = Listing.beliefs(ledger)
    try rows.filter.choose(from: &listing)
    ledger.keep(listing)
    guard !ledger.beliefs.isEmpty || rows.format != .text else {
      console.note(listing.misses ?? "No metric is believed to influence another.")
      return .clean
    }
    console.show(try render(ledger, on: console.terminal, notes: console.limits))
    return .clean
  }

  private func render(_ ledger: BeliefLedger, on terminal: Terminal, notes: [String]) throws -> String {
    let format = rows.format
    guard format != .json else { return try encodeJSON(ledger.json, notes: notes) }
    let beliefs = try format.render(.beliefs(ledger), title: "Beliefs", width: terminal.tableWidth, notes: notes)
    guard format == .text, ledger.overall != nil else { return beliefs }
    return beliefs + "\n" + Listing.scores(ledger).table(width: terminal.tableWidth)
  }
}
