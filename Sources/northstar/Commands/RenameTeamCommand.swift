import ArgumentParser
import Editing
import StrategyModel

struct RenameTeamCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename-team",
    abstract: "Change a team's id in every file and commit it",
    discussion: """
      The team keeps its history: its file records the former id, and 'who', 'audit' and 'log' follow it. Its OKRs and \
      check-ins are renamed too.

      Examples:
        northstar rename-team onboarding first-steps --name "First steps"
      """)

  @Argument(help: "The team", completion: .entities)
  var old: String

  @Argument(help: "The new id")
  var new: String

  @Option(help: ArgumentHelp("Its new name for people", valueName: "text"))
  var name: String?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let rename = TeamRename(old: old.without(.team), new: new.without(.team), name: name)
    return try console.commit(writing) { draft in try rename.apply(to: &draft) }
  }
}
