import ArgumentParser
import Editing
import StrategyModel
import StrategyStore

struct InitiativeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initiative",
    abstract: "Record the progress of work on an input",
    discussion: """
      An initiative is work that claims to move an input, stored in initiatives/ with its expected effect. 'northstar \
      add initiative <id>' creates one, 'northstar list initiatives' lists them, and 'northstar work' counts the \
      commits for each input.

      Examples:
        northstar add initiative guided-tour name="Guided tour" team=onboarding \\
          input=activation-rate expected.change=2 state=proposed
        northstar initiative start guided-tour
        northstar initiative ship guided-tour --outcome "1.5 points more"
      """,
    subcommands: [InitiativeStartCommand.self, InitiativeShipCommand.self, InitiativeStopCommand.self])
}

struct InitiativeStartCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Record that the work has begun",
    discussion: """
      Examples:
        northstar initiative start guided-tour
        northstar initiative start guided-tour --on 2026-02-02
      """)

  @Argument(help: "The initiative's id", completion: .initiatives)
  var id: String

  @Option(
    help: ArgumentHelp("The first day of work (default: today)", valueName: "day"), transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let step = InitiativeStep(id: id.without(.initiative), state: .running, day: on)
    return try console.commit(writing) { draft in try step.apply(to: &draft) }
  }
}

struct InitiativeShipCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "ship",
    abstract: "Record that the work is done and what it did to its input",
    discussion: """
      You can add the outcome later with the same command.

      Examples:
        northstar initiative ship guided-tour
        northstar initiative ship guided-tour --outcome "1.5 points more"
      """)

  @Argument(help: "The initiative's id", completion: .initiatives)
  var id: String

  @Option(help: ArgumentHelp("What it did to the input", valueName: "text"))
  var outcome: String?

  @Option(help: ArgumentHelp("The last day of work (default: today)", valueName: "day"), transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func run(in console: Console) throws -> ExitStatus {
    let step = InitiativeStep(id: id.without(.initiative), state: .shipped, day: on, outcome: outcome)
    return try console.commit(writing) { draft in try step.apply(to: &draft) }
  }
}

struct InitiativeStopCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Stop an initiative and record why",
    discussion: """
      Examples:
        northstar initiative stop guided-tour --outcome "Nobody finished it"
      """)

  @Argument(help: "The initiative's id", completion: .initiatives)
  var id: String

  @Option(help: ArgumentHelp("What it did to the input, and why it ends", valueName: "text"))
  var outcome: String

  @Option(help: ArgumentHelp("The last day of work (default: today)", valueName: "day"), transform: Day.init(argument:))
  var on: Day?

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    if outcome.allSatisfy(\.isWhitespace) { throw ValidationError("say with --outcome why it ends") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let step = InitiativeStep(id: id.without(.initiative), state: .stopped, day: on, outcome: outcome)
    return try console.commit(writing) { draft in try step.apply(to: &draft) }
  }
}
