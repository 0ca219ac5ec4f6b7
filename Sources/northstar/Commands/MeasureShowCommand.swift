import ArgumentParser
import Insight
import Presentation
import StrategyModel
import StrategyStore

struct MeasureShowCommand: EnvironmentCommand {
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

  @Option(help: "The number of periods")
  var last = 26

  @Option(help: "Only values known at the end of this day")
  var knownOn: String?

  @Option(help: "The output format")
  var format = ListFormat.table

  @OptionGroup var moment: MomentOptions

  func validate() throws {
    if last < 1 { throw ValidationError("--last takes a number above 0") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let knownOn = try Day(argument: knownOn)
    let strategy = try console.session.loadOne(moment.moment, readings: true).strategy
    guard let metric else {
      let listing = Listing.standings(strategy, knownOn: knownOn, last: last)
      if listing.count == 0, format == .table { console.note("Nothing has been measured yet.") }
      console.show(
        try format.render(listing, width: console.terminal.tableWidth, notes: console.limits))
      return .clean
    }
    let measured = try MeasuredMetric(metric, segment: segment, last: last, knownOn: knownOn, in: strategy)
    switch format {
    case .table: console.show(measured.text(width: console.terminal.tableWidth))
    case .csv: console.show(measured.csv)
    case .json: console.show(try encodeJSON(measured.json, notes: console.limits))
    }
    return .clean
  }
}
