import ArgumentParser
import Editing
import Governance
import StrategyStore

struct SetCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change one field of an entity and commit it",
    discussion: """
      Fields are named as 'northstar blame' prints them. Every other byte of the file stays as it is. The changed \
      strategy is checked first: a change that would bring an error is refused, and nothing is written. A change of \
      what a key result of a running cycle promises is recorded in it as an amendment; give the reason with -m.

      Examples:
        northstar set activation-rate.owner.person grace
        northstar set weekly-hosted-meetings.target 14000 -m "Above plan"
        northstar set '2026-q1/growth.objectives[reach].title' "Be found"
        northstar set team/onboarding.members --add lin
        northstar set activation-rate.target --unset
        northstar set net-growth.target -- -2
      """)

  @Argument(help: "The entity and the field", completion: .entities)
  var field: String

  @Argument(help: "The new value")
  var value: String?

  @Flag(help: "Remove the field")
  var unset = false

  @Option(help: ArgumentHelp("Add an item to a list", valueName: "item"))
  var add: String?

  @Option(help: ArgumentHelp("Remove an item from a list", valueName: "item"))
  var remove: String?

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    let edits = [value != nil, unset, add != nil, remove != nil].count { $0 }
    if edits != 1 {
      throw ValidationError(
        "give a value, or one of --unset, --add and --remove; write a value that begins with a dash after '--'")
    }
    if [value, add, remove].contains("") { throw ValidationError("a value cannot be empty; use --unset") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let setting = SettingField(name: field, edit: edit)
    let writing = try StrategyWriting(writing.request, in: console.session)
    let because = self.writing.because.joined(separator: "\n")
    return try console.report(
      writing.run { draft in
        try setting.apply(
          to: &draft, by: writing.repository.handle(in: draft.strategy), because: because.isEmpty ? nil : because)
      })
  }

  private var edit: FieldEdit {
    if let add { return .add(add) }
    if let remove { return .remove(remove) }
    return value.map { .set($0) } ?? .unset
  }
}
