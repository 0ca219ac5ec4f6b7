import ArgumentParser
import Editing
import StrategyModel
import StrategyStore

struct RetireCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Take a metric out of use and commit it",
    discussion: """
      Refused while objectives or key results of open cycles aim at the metric. With a day in the future, the metric \
      is deprecated until then. Its definition and owners stay in the history.

      Examples:
        northstar retire sign-ups -m "Activation rate took its place"
        northstar retire sign-ups --on 2026-06-30
      """)

  @Argument(help: "The metric", completion: .entities)
  var metric: String

  @Option(
    help: ArgumentHelp("The first day without it (default: today)", valueName: "day"), transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let retirement = Retirement(metric: metric.without(.metric), day: on)
    return try console.commit(writing) { draft in try retirement.apply(to: &draft) }
  }
}
