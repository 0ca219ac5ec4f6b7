import ArgumentParser
import StrategyModel

struct RenameTeamCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename-team",
    abstract: "Give a team another id in every file, and commit it",
    discussion: """
      The team keeps its history: its file says what it was called formerly, and 'who', 'audit' and 'log' go on from \
      there. Its OKRs and check-ins move along.

      Examples:
        northstar rename-team onboarding first-steps --name "First steps"
      """)

  @Argument(help: "The team", completion: .entities)
  var old: String

  @Argument(help: "The new id")
  var new: String

  @Option(help: "What people call it from now on")
  var name: String?

  @OptionGroup var writing: WritingOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let rename = TeamRename(old: old.without(.team), new: new.without(.team), name: name)
    return try StrategyWriting(writing, in: environment).run { draft in try rename.apply(to: &draft) }
  }
}
