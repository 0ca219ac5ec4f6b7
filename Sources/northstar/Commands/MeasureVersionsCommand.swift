import ArgumentParser
import Insight
import StrategyStore

struct MeasureVersionsCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Show every version of a metric's readings, with the commits that made them",
    discussion: """
      One line for each row of the metric's sheet: the value or that it was withdrawn, the day on which it was known, \
      its source, and the commit with its author and reason. The last version of a period counts.

      Examples:
        northstar measure versions activation-rate 2026-W40
        northstar measure versions weekly-hosted-meetings --segment team
        northstar measure versions activation-rate --format csv
      """)

  @Argument(help: "The metric", completion: .metrics)
  var metric: String

  @Argument(help: "The period (default: all)")
  var period: String?

  @Option(help: "A segment (default: all, and the whole)")
  var segment: String?

  @OptionGroup var rows: RowOptions

  @OptionGroup var reading: HistoryOptions

  func run(in console: Console) throws -> ExitStatus {
    let versions = try ReadingVersions(
      metric, period: period, segment: segment, reading.request, in: console.session)
    console.session.limits.add(versions.notes)
    try console.show(versions.listing, rows, title: "Versions of \(metric)", empty: "No reading of this period.")
    return .clean
  }
}
