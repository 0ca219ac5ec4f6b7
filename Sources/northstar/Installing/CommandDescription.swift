import ArgumentParser
import FoundationEssentials

/// The parser's description of a command: the single source of `--help`, the manual and the reference page.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  private let superCommands: [String]?
  private let subcommands: [CommandDescription]?
  private let arguments: [ArgumentDescription]?

  /// The whole command line.
  static func root() throws -> CommandDescription {
    struct Dump: Decodable { let command: CommandDescription }
    return try JSONDecoder().decode(Dump.self, from: Data(Northstar._dumpHelp().utf8)).command
  }

  /// The words of `northstar hook install`.
  var path: [String] { (superCommands ?? []) + [commandName] }

  /// The visible commands below this one.
  var commands: [CommandDescription] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

  /// This command and all below it, each before those below it.
  var all: [CommandDescription] { [self] + commands.flatMap(\.all) }

  var positionals: [ArgumentDescription] { shown.filter { $0.kind == .positional } }

  /// Options and flags, `--help` last; `--version` at the root alone.
  var options: [ArgumentDescription] {
    shown.filter { $0.kind != .positional && ($0.name != "--version" || superCommands == nil) }
  }

  private var shown: [ArgumentDescription] { (arguments ?? []).filter(\.shouldDisplay) }

  /// The usage, `[--staged] [<revision>]`, as separate parts.
  var usage: [String] {
    let own = options.filter { $0.name != "--help" && $0.name != "--version" }
    return own.map(\.usage) + positionals.map(\.usage) + (commands.isEmpty ? [] : ["<command>"])
  }

  var text: HelpText { HelpText(discussion ?? "") }

  /// Whether programs can read its answer as JSON.
  var hasJSON: Bool { options.contains { $0.name == "--format" && $0.choices.contains("json") } }
}

/// One argument, option or flag of a command.
struct ArgumentDescription: Decodable {
  enum Kind: String, Decodable { case positional, option, flag }

  let kind: Kind
  let abstract: String?
  private let defaultValue: String?
  private let allValues: [String]?
  let shouldDisplay: Bool
  private let names: [Name]?
  private let valueName: String?
  private let isOptional: Bool
  private let isRepeating: Bool

  private struct Name: Decodable {
    let kind: String
    let name: String
    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  /// `--format`, or the name of a positional argument.
  var name: String { spellings.last ?? value }

  /// The values that it accepts; empty where any value may be given.
  var choices: [String] { allValues ?? [] }

  /// `-q`, `--quiet`: the short ones first.
  var spellings: [String] {
    (names ?? []).map(\.text).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// `<format>`.
  var value: String { "<\(valueName ?? "value")>" }

  var usage: String {
    let text: String
    switch kind {
    case .positional: text = value
    case .flag: text = name
    case .option: text = "\(name) \(value)"
    }
    return (isOptional ? "[\(text)]" : text) + (isRepeating ? "..." : "")
  }

  /// Its purpose, its possible values, and its default.
  var meaning: String {
    let values = choices.joined(separator: ", ")
    let facts = [values, defaultValue.map { "default: \($0)" } ?? ""].filter { !$0.isEmpty }
    return (abstract ?? "") + (facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))")
  }
}
