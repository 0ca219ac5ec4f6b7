import Git
import Presentation
import StrategyStore
import Synchronization

/// The command line's surroundings: the session, and where text comes from and goes to.
struct Console: Sendable {
  var session: Session
  var terminal: Terminal
  /// Takes what the command prints; standard output and standard error outside tests.
  var output: any TextSink
  var errors: any TextSink
  /// Gives the lines that a person types.
  var input: any LineSource
  /// How suggested commands are printed.
  var commands = PrintedCommands()

  var git: GitEnvironment { session.git }

  /// What answers lack, because it could not be read.
  var limits: [String] { session.limits.all }

  /// Writes text to standard output.
  func write(_ text: String) {
    noteLimits()
    output.write(SafeText(text, coloured: terminal.usesColor))
  }

  /// Writes text and a line end to standard output.
  func print(_ text: String) { write(text + "\n") }

  /// Writes text to standard error, without a line end of its own.
  func ask(_ text: String) { errors.write(SafeText(text, coloured: terminal.usesColor)) }

  /// Writes text and a line end to standard error.
  func note(_ text: String) { ask(text + "\n") }

  /// Prints what answers lack, each note once.
  func noteLimits() {
    for limit in session.limits.takeNew() { note("note: \(limit)") }
  }
}

/// Takes text as it is written.
protocol TextSink: Sendable {
  func write(_ text: SafeText)
}

/// Keeps text until somebody asks for it.
final class CollectedText: TextSink {
  private let parts = Mutex<[String]>([])

  var text: String { parts.withLock { $0.joined() } }

  func write(_ text: SafeText) { parts.withLock { $0.append(text.text) } }
}

/// Gives one line after the other; `nil` at the end.
protocol LineSource: Sendable {
  func next() -> String?
  /// Everything that is left, byte by byte.
  func rest() -> [UInt8]
}

extension LineSource {
  func rest() -> [UInt8] {
    var lines: [String] = []
    while let line = next() { lines.append(line) }
    return Array(lines.joined(separator: "\n").utf8)
  }
}

/// The destination of the output.
struct Terminal: Sendable {
  /// Whether a person sees standard output.
  var isInteractive: Bool
  /// Whether long answers are shown in a pager, where a person sees them.
  var usesPager = true
  /// Whether a person can answer.
  var canAsk: Bool
  /// In columns.
  var width: Int
  var color: ColorChoice
  var variables: [String: String]

  /// The width to which the lines of a table are fitted; `nil` for a pipe, where they may have any length.
  var tableWidth: Int? { isInteractive ? width : nil }

  /// Flag, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether it is a terminal.
  var usesColor: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") { return true }
    return isInteractive && variables["TERM"] != "dumb"
  }

  private func isSet(_ name: String) -> Bool {
    guard let value = variables[name] else { return false }
    return !value.isEmpty && !(name != "NO_COLOR" && value == "0")
  }
}

enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never
}
