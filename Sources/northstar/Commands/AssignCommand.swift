import ArgumentParser
import Editing
import StrategyModel
import StrategyStore

struct AssignCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Hand over a lever to a team and a person, and commit it",
    discussion: """
      The person must be in the team. The previous owner is shown and stays in the history.

      Examples:
        northstar assign activation-rate growth --person lin
        northstar assign activation-rate growth --person lin --on 2026-02-02
      """)

  @Argument(help: "The metric", completion: .entities)
  var lever: String

  @Argument(help: "The team that takes it over", completion: .entities)
  var team: String

  @Option(help: ArgumentHelp("The person in the team who answers for it", valueName: "person"), completion: .entities)
  var person: String

  @Option(help: ArgumentHelp("The first day (default: today)", valueName: "day"), transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let handOver = HandOver(
      lever: lever.without(.metric), team: team.without(.team), person: person.without(.person), since: on)
    return try console.commit(writing) { draft in try handOver.apply(to: &draft) }
  }
}

extension String {
  /// An id, also out of `metric/activation-rate`, where only that kind can be meant.
  func without(_ kind: Kind) -> String {
    let prefix = kind.rawValue + "/"
    return hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
