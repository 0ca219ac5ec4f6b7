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
