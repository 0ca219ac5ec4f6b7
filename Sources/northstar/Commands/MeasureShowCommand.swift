import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct MeasureShowCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show measurements: values, changes, target, limits and signals",
    discussion: """
      Without a metric, lists every metric with readings, one per line. Changes are relative to the previous period \
      and the previous calendar month. The limits (XmR) are the range of normal variation, computed from the shown \
      periods before the last; a value beyond them, or eight in a row on one side of the mean, is a signal.

      Examples:
        northstar measure show
        northstar measure show activation-rate
        northstar measure show weekly-hosted-meetings --segment team --last 52
        northstar measure show activation-rate --known-on 2026-06-30 --format csv
      """)

  @Argument(help: "The metric (default: all)", completion: .metrics)
  var metric: String?

  @Option(help: "A segment (default: the whole)")
  var segment = ""

  @Option(help: ArgumentHelp("The number of periods", valueName: "number"))
  var last = 26

  @Option(help: ArgumentHelp("Only values known at the end of this day", valueName: "day"))
  var knownOn: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: MomentOptions

  func validate() throws {
    if metric != nil, !rows.filter.where.isEmpty { throw ValidationError("--where chooses among all metrics") }
    if last < 1 { throw ValidationError("--last takes a number above 0") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let knownOn = try Day(argument: knownOn)
    let strategy = try console.session.loadOne(reading.moment, readings: true).strategy
    guard let metric else {
      let listing = Listing.standings(strategy, knownOn: knownOn, last: last)
      try console.show(listing, rows, title: "Measurements", empty: "Nothing has been measured yet.")
      return .clean
    }
    let measured = try MeasuredMetric(metric, segment: segment, last: last, knownOn: knownOn, in: strategy)
    switch rows.format {
    case .text: console.show(measured.text(width: console.terminal.tableWidth))
    case .json: console.show(try encodeJSON(measured.json, notes: console.limits))
    case .csv, .markdown, .html:
      console.show(try rows.format.render(measured.listing, title: measured.title, width: nil, notes: console.limits))
    }
    return .clean
  }
}
