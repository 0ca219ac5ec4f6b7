import Foundation
import TestSupport
import Testing

@testable import northstar

/// A command on a real terminal, and how it ended.
struct TerminalSession {
  /// 124 or above when it did not end by itself.
  let status: Int32
  /// What the terminal showed, without escape sequences.
  let screen: String
  let seconds: Double

  var ended: Bool { status < 124 }
}

extension Sandbox {
  /// Runs a shell's command line on a pseudo terminal.
  ///
  /// - Parameters:
  ///   - keys: typed over and over, thirty times a second, until the command has ended.
  ///   - limit: in seconds; it is killed then.
  func onTerminal(
    _ line: String, columns: Int = 100, rows: Int = 24, keys: String = "q", limit: Int = 30,
    in directory: String = "repo", variables extra: [String: String] = [:]
  ) throws -> TerminalSession {
    // Typing stops with the first key that nobody reads.
    let session =
      "while sleep 0.03; do printf '\(keys)' 2> /dev/null || exit; done "
      + "| timeout -k 1 \(limit) script -qec \"$LINE\" /dev/null"
    var variables = ["TERM": "xterm", "LINE": "stty rows \(rows) cols \(columns); \(line)"]
    variables.merge(extra) { $1 }
    let start = ContinuousClock.now
    let outcome = try run(["sh", "-c", session], in: directory, variables: variables)
    let taken = ContinuousClock.now - start
    let screen = try outcome.output.replacing(Regex("\u{1B}[\\[(][0-9;?]*[A-Za-z=>]|\u{1B}[=>]|\r"), with: "")
    return TerminalSession(
      status: outcome.status, screen: screen,
      seconds: Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
  }
}
