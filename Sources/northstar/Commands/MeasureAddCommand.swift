import ArgumentParser
import Editing
import StrategyModel
import StrategyStore

struct MeasureAddCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one reading of a metric and commit it",
    discussion: """
      A period is a day (2026-01-05), a week (2026-W02), a month (2026-01) or a fiscal quarter (2026-Q1); 'last' is \
      the last completed one. A value that differs from the known one is a correction; both are kept.

      Examples:
        northstar measure add activation-rate 2026-W47 41.2
        northstar measure add weekly-hosted-meetings last 12049 --segment team
        northstar measure add activation-rate 2026-W40 39.8 -m "Bots removed"
        northstar measure add net-growth 2026-11 -- -2.5
      """)

  @Argument(help: "The metric", completion: .metrics)
  var metric: String

  @Argument(help: "The period")
  var period: String

  @Argument(help: "The value, with a decimal point")
  var value: String

  @Option(help: ArgumentHelp("The day on which it was known (default: today)", valueName: "day"))
  var knownOn: String?

  @Option(help: ArgumentHelp("Where it comes from", valueName: "text"))
  var source = "by hand"

  @Option(help: "The segment (default: the whole)")
  var segment = ""

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let knownOn = try Day(argument: knownOn)
    return try console.commit(writing) { draft in
      let sheet = try SheetEditing(metric, in: &draft)
      return try sheet.add(
        value, of: sheet.period(period), knownOn: knownOn, source: source, segment: segment, to: &draft)
    }
  }
}
