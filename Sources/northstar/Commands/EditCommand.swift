import ArgumentParser
import Editing
import Governance

struct EditCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit an entity's text in your editor and commit it",
    discussion: """
      Opens the branch's version of the text in git's editor (GIT_EDITOR, core.editor, VISUAL, EDITOR). The saved text \
      is checked; if it has errors, nothing is committed and your text is kept in a file whose name is shown. An \
      unchanged or empty text changes nothing.

      Examples:
        northstar edit activation-rate
        northstar edit okrs/2026-q1/growth -m "Agreed in the planning of February"
      """)

  @Argument(help: "The entity", completion: .entities)
  var entity: String

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let writing = try StrategyWriting(writing.request, in: console.session)
    return try EntityEditing(entity: entity, writing: writing, console: console).run()
  }
}
