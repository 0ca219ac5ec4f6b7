import ArgumentParser
import Presentation
import StrategyStore

extension Northstar {
  /// Throws when a command is named that does not exist; options are left to the parser.
  static func requireKnownCommand(_ arguments: [String]) throws(StrategyError) {
    var command: any ParsableCommand.Type = Northstar.self
    var path = [Northstar._commandName]
    for argument in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      guard let next = known.first(where: { $0.answers(to: argument) }) else {
        throw .unknownCommand(argument, of: path, among: known)
      }
      command = next
      path.append(argument)
    }
  }
}

extension Northstar {
  /// A command directly below the program, without a look at the others.
  static func command(named name: String) -> (any ParsableCommand.Type)? {
    switch name {
    case "generate": GenerateCommand.self
    case "manual": ManualCommand.self
    case "merge-driver": MergeDriverCommand.self
    case "check": CheckCommand.self
    case "explain": ExplainCommand.self
    case "fmt": FormatCommand.self
    case "tree": TreeCommand.self
    case "show": ShowCommand.self
    case "list": ListCommand.self
    case "measure": MeasureCommand.self
    case "report": ReportCommand.self
    case "explain-change": ExplainChangeCommand.self
    case "test": TestCommand.self
    case "beliefs": BeliefsCommand.self
    case "checkin": CheckInCommand.self
    case "okr": OKRCommand.self
    case "cycle": CycleCommand.self
    case "who": WhoCommand.self
    case "owners": OwnersCommand.self
    case "log": LogCommand.self
    case "blame": BlameCommand.self
    case "diff": DiffCommand.self
    case "changes": ChangesCommand.self
    case "goalposts": GoalpostsCommand.self
    case "audit": AuditCommand.self
    case "work": WorkCommand.self
    case "propose": ProposeCommand.self
    case "review": ReviewCommand.self
    case "workshop": WorkshopCommand.self
    case "decisions": DecisionsCommand.self
    case "gate": GateCommand.self
    case "set": SetCommand.self
    case "add": AddCommand.self
    case "edit": EditCommand.self
    case "assign": AssignCommand.self
    case "retire": RetireCommand.self
    case "rename-team": RenameTeamCommand.self
    case "merge-team": MergeTeamCommand.self
    case "initiative": InitiativeCommand.self
    case "init": InitCommand.self
    case "hook": HookCommand.self
    case "completions": CompletionsCommand.self
    default: nil
    }
  }
}

extension ParsableCommand {
  fileprivate static func answers(to name: String) -> Bool {
    _commandName == name || configuration.aliases.contains(name)
  }
}

extension StrategyError {
  fileprivate static func unknownCommand(
    _ name: String, of path: [String], among known: [any ParsableCommand.Type]
  ) -> StrategyError {
    let names = known.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    let near = nearNames(to: name, among: names).map { "'\($0)'" }.joined(separator: " or ")
    let program = path.joined(separator: " ")
    return StrategyError(
      .badRequest, message: "'\(name)' is not a \(program) command",
      help: [
        near.isEmpty ? "There are: \(names.joined(separator: ", "))." : "Did you mean \(near)?",
        "'\(program) --help' lists the commands.",
      ])
  }
}
