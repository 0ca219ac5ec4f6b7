import ArgumentParser
import Diagnostics
import Numbers
import Pictures
import StrategyModel

struct MeasureShowCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what was measured: values, changes, target, limits and signals",
    discussion: """
      Without a metric, every metric with readings on a line. Changes are those on the period, and on the calendar \
      month, before. The limits are those within which the metric moves by itself (XmR, from the periods shown before \
      the last); a value beyond them, or eight in a row on one side of the mean, is a signal.

      Examples:
        northstar measure show
        northstar measure show activation-rate
        northstar measure show weekly-hosted-meetings --segment team --last 52
        northstar measure show activation-rate --known-on 2026-06-30 --format csv
      """)

  @Argument(help: "The metric; all unless given", completion: .metrics)
  var metric: String?

  @Option(help: "A segment; the whole unless given")
  var segment = ""

  @Option(help: "How many periods")
  var last = 26

  @Option(help: "Only what was known at the end of this day")
  var knownOn: String?

  @Option(help: "How to print")
  var format = ListFormat.table

  @OptionGroup var moment: MomentOptions

  func validate() throws {
    if last < 1 { throw ValidationError("--last takes a number above 0") }
  }

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let knownOn = try Day(argument: knownOn)
    let strategy = try environment.loadOne(moment, readings: true).strategy
    guard let metric else {
      let number = { (value: Double) in format == .table ? value.figure : value.plain }
      let listing = Listing.standings(strategy, knownOn: knownOn, last: last, number: number)
      if listing.count == 0, format == .table { environment.note("Nothing has been measured yet.") }
      environment.show(
        try format.render(listing, width: environment.terminal.tableWidth, notes: environment.limits.all))
      return .clean
    }
    let measured = try MeasuredMetric(metric, segment: segment, last: last, knownOn: knownOn, in: strategy)
    environment.show(
      try measured.render(format, width: environment.terminal.tableWidth, notes: environment.limits.all))
    return .clean
  }
}
