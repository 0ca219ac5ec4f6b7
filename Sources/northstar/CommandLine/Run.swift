import ArgumentParser
import Git
import Presentation
import StrategyModel
import StrategyStore

/// A command that is independent of the process it runs in.
protocol EnvironmentCommand: ParsableCommand {
  func run(in console: Console) throws -> ExitStatus
}

extension EnvironmentCommand {
  /// Never called: `Northstar.run` passes the console.
  mutating func run() throws { throw CleanExit.helpRequest(self) }
}

extension Northstar {
  /// Runs a command line, everything after the program's name, and returns how it ended.
  static func run(_ line: [String], in console: Console) -> ExitStatus {
    var console = console
    var arguments = line
    do {
      console.apply(try LeadingOptions(removingFrom: &arguments))
      guard !arguments.isEmpty else { return requestCommand(in: console) }
      try requireText(arguments)
      if arguments == ["--version"] {
        console.print(version)
        return .clean
      }
      for note in OldSpellings.replace(in: &arguments) { console.note("note: \(note)") }
      let parsed = parsedAlone(arguments)
      if parsed == nil { try requireKnownCommand(arguments) }
      console.commands = PrintedCommands(in: arguments)
      var command = try parsed ?? parsedAmongAll(arguments)
      if let command = command as? any EnvironmentCommand {
        defer {
          console.noteLimits()
          console.noteUnfinishedWrite()
        }
        if let reading = command as? any ReadingCommand { return try answer(reading, in: console) }
        return try command.run(in: console)
      }
      // A group of commands, or a call for help: the parser throws the text.
      try command.run()
      return .clean
    } catch {
      return report(error, in: console)
    }
  }

  /// Runs a command whose answer may go to a file, which is written only if there is an answer.
  private static func answer(_ command: some ReadingCommand, in console: Console) throws -> ExitStatus {
    guard let file = command.reading.output else { return try command.run(in: console) }
    let answer = CollectedText()
    var console = console
    console.output = answer
    console.terminal.isInteractive = false
    let status = try command.run(in: console)
    try console.session.write(Array(answer.text.utf8), toFile: file)
    return status
  }

  /// The command without a look at all others, whose descriptions take longer to make than the command to parse; `nil`
  /// where there is something to say about the arguments, which needs the others.
  private static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let type = command(named: arguments[0]) else { return nil }
    let parsed = try? $parsed.withValue([type]) { try parseAsRoot(arguments) }
    return parsed as? any EnvironmentCommand
  }

  private static func parsedAmongAll(_ arguments: [String]) throws -> any ParsableCommand {
    try $parsed.withValue(configuration.subcommands) { try parseAsRoot(arguments) }
  }

  /// Throws where an argument has a control character: it would end up in a file, a commit or a terminal.
  private static func requireText(_ arguments: [String]) throws(StrategyError) {
    guard let odd = arguments.first(where: { $0.unicodeScalars.contains(where: \.isRefusedControl) }) else { return }
    throw StrategyError(
      .badRequest, message: "'\(odd.visible)' has a control character in it", help: ["Type the text without it."])
  }

  /// The response to a call without a command: the help, as a wrong call.
  private static func requestCommand(in console: Console) -> ExitStatus {
    _ = reportParsing(CleanExit.helpRequest(), in: console)
    return .usage
  }

  /// Prints an error in the common style, after what could not be read.
  static func report(_ error: any Error, in console: Console) -> ExitStatus {
    console.noteLimits()
    switch error {
    case let failure as StrategyError:
      print(failure, in: console)
      return ExitStatus(failure.code)
    case let error as GitError:
      print(StrategyError(error), in: console)
      return .failed
    case _ where exitCode(for: error).isSuccess || exitCode(for: error) == .validationFailure:
      return reportParsing(error, in: console)
    default:
      print(.unexpected(error), in: console)
      return .failed
    }
  }

  private static func print(_ failure: StrategyError, in console: Console) {
    console.note("northstar: \(failure.message)")
    for line in failure.help { console.note("help: \(console.commands.words(line))") }
  }

  /// Help and versions are answers; every other parsing error is a wrong call.
  private static func reportParsing(_ error: any Error, in console: Console) -> ExitStatus {
    let width = console.terminal.width
    let text = fullMessage(for: error, columns: width)
    guard exitCode(for: error).isSuccess else {
      console.note(ParserText.error(text, width: width))
      return .usage
    }
    console.print(ParserText.help(text, width: width))
    return .clean
  }
}

extension Console {
  /// Reports leftovers of an interrupted northstar that this command did not finish.
  fileprivate func noteUnfinishedWrite() {
    guard let left = UnfinishedWrite.described(in: git) else { return }
    note("note: \(left.visible)")
  }
}

extension StrategyError {
  /// An error that nobody has put into words: its kind is named, its contents are not shown.
  fileprivate static func unexpected(_ error: any Error) -> StrategyError {
    StrategyError(
      message: "stopped by an unexpected error (\(type(of: error)))",
      help: ["This is a fault of northstar: please report it with the command that you typed."])
  }
}
