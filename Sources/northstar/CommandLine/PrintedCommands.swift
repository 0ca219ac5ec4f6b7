import StrategyStore

/// How texts print commands: with the strategy that the command line named, so that they can be run as printed.
struct PrintedCommands: Sendable {
  private let strategy: String?

  /// - Parameter strategy: as `--strategy` takes it; `nil` where it need not be named.
  init(strategy: String? = nil) { self.strategy = strategy }

  /// - Parameter arguments: the command line, everything after the program's name.
  init(in arguments: [String]) {
    let options = arguments.prefix { $0 != "--" }
    let inline = options.last { $0.hasPrefix("--strategy=") }?.dropFirst("--strategy=".count)
    let following = options.firstIndex(of: "--strategy").flatMap { options.dropFirst($0 + 1).first }
    strategy = inline.map(String.init) ?? following
  }

  /// A remedy in which every command that takes a strategy names it.
  func words(_ remedy: Remedy) -> String { naming(remedy.commandLine) }

  /// A text of the program in which every command that takes a strategy names it.
  func naming(_ text: String) -> String {
    guard let strategy, text.contains("northstar ") else { return text }
    let isPlain = strategy.utf8.allSatisfy { PrintedCommands.plain.contains($0) }
    let name = isPlain ? strategy : "\"\(strategy)\""
    return text.replacing(/(^|'|: )northstar ((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)*)/) { match in
      let words = match.2.split(separator: " ").map(String.init)
      guard let count = (1...words.count).last(where: { PrintedCommands.choosing.contains(Array(words.prefix($0))) })
      else { return String(match.0) }
      let command = words.prefix(count) + ["--strategy", name] + words.dropFirst(count)
      return match.1 + "northstar " + command.joined(separator: " ")
    }
  }

  /// The commands that take a strategy's name, as lists of words.
  private static let choosing: Set<[String]> = {
    let all = (try? CommandDescription.root().all) ?? []
    let choosing = all.filter { command in command.options.contains { $0.name == "--strategy" } }
    return Set(choosing.map { Array($0.path.dropFirst()) })
  }()

  private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./".utf8)
}
