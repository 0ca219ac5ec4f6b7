import Git
import StrategyStore

/// The options before the command, as with git: `northstar -C dir --color=always check`.
struct LeadingOptions: Sendable {
  /// The directory to work in; several `-C` add up.
  var directory: String?
  var color = ColorChoice.auto
  var usesPager = true
  /// Variables that `--git-dir` and `--work-tree` set.
  var variables: [String: String] = [:]

  init() {}

  /// Takes the leading options off the front of `arguments`, and `--no-pager` anywhere before a `--`.
  init(removingFrom arguments: inout [String]) throws(StrategyError) {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    usesPager = !arguments[..<end].contains("--no-pager")
    arguments = arguments[..<end].filter { $0 != "--no-pager" } + arguments[end...]
    while let first = arguments.first,
      let option = Self.names.first(where: { first == $0 || first.hasPrefix($0 + "=") })
    {
      arguments.removeFirst()
      let value: String
      if first != option {
        value = String(first.dropFirst(option.count + 1))
      } else if arguments.isEmpty {
        throw StrategyError(.badRequest, message: "option '\(option)' needs a value")
      } else {
        value = arguments.removeFirst()
      }
      try set(option, value)
    }
  }

  private static let names = ["-C", "--color", "--git-dir", "--work-tree"]

  private mutating func set(_ option: String, _ value: String) throws(StrategyError) {
    switch option {
    case "-C": directory = value.hasPrefix("/") ? value : directory.map { "\($0)/\(value)" } ?? value
    case "--git-dir": variables["GIT_DIR"] = value
    case "--work-tree": variables["GIT_WORK_TREE"] = value
    default:
      guard let choice = ColorChoice(rawValue: value) else {
        throw StrategyError(.badRequest, message: "--color takes auto, always or never, not '\(value)'")
      }
      color = choice
    }
  }
}

extension Console {
  /// As if the program had been started with these options' directory and variables.
  mutating func apply(_ options: LeadingOptions) {
    let directory = options.directory.map { $0.hasPrefix("/") ? $0 : "\(git.directory)/\($0)" } ?? git.directory
    session.git = GitEnvironment(
      directory: directory, variables: git.variables.merging(options.variables) { $1 },
      program: git.program)
    terminal.color = options.color
    terminal.usesPager = options.usesPager
  }
}
