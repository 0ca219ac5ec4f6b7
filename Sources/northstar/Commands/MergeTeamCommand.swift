import ArgumentParser
import Editing
import StrategyModel
import StrategyStore

struct MergeTeamCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-team",
    abstract: "Merge one team into another and commit it",
    discussion: """
      The team that ends keeps its file, and its goals of cycles that are over. Its members, levers, parts, running \
      initiatives, and OKRs of running cycles with their check-ins go to the other team; its ownership of the levers \
      begins on that day.

      Examples:
        northstar merge-team onboarding growth
        northstar merge-team onboarding growth --on 2026-02-27
      """)

  @Argument(help: "The team that ends", completion: .entities)
  var from: String

  @Argument(help: "The team that takes it over", completion: .entities)
  var into: String

  @Option(
    help: ArgumentHelp("The last day of the team that ends (default: today)", valueName: "day"),
    transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let merger = TeamMerger(from: from.without(.team), into: into.without(.team), day: on)
    return try console.commit(writing) { draft in try merger.apply(to: &draft) }
  }
}
