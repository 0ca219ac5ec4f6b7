import Diagnostics
import Foundation
import Git
import Presentation
import Rules
import StrategyStore
import Synchronization
import TestSupport

@testable import northstar

extension Sandbox {
  /// Runs a northstar command line in process, everything after the program's name, leading options included.
  ///
  /// - Parameters:
  ///   - directory: where, below the sandbox.
  ///   - today: the clock's day, at noon UTC.
  ///   - answers: what a person types, one line each; `nil` when nobody is there.
  func northstar(
    _ arguments: String..., in directory: String = "repo", today: String = "2026-01-28", width: Int = 100,
    variables extra: [String: String] = [:], answers: [String]? = nil
  ) throws -> Outcome {
    try northstar(
      arguments, in: directory, today: today, width: width, variables: extra, answers: answers)
  }

  func northstar(
    _ arguments: [String], in directory: String = "repo", today: String = "2026-01-28", width: Int = 100,
    variables extra: [String: String] = [:], answers: [String]? = nil
  ) throws -> Outcome {
    let output = CollectedText()
    let errors = CollectedText()
    let console = try console(
      in: directory, today: today, width: width, variables: extra, answers: answers, output, errors)
    let status = Northstar.run(arguments, in: console)
    return Outcome(status: status.rawValue, output: output.text, errors: errors.text)
  }

  /// The surroundings of a command.
  func console(
    in directory: String = "repo", today: String = "2026-01-28", width: Int = 100,
    variables extra: [String: String] = [:], answers: [String]? = nil, _ output: CollectedText = CollectedText(),
    _ errors: CollectedText = CollectedText()
  ) throws -> Console {
    let variables = variables.merging(extra) { $1 }
    let noon = try Date("\(today)T12:00:00Z", strategy: .iso8601)
    return Console(
      session: Session(
        git: GitEnvironment(directory: "\(path)/\(directory)", variables: variables),
        now: Int64(noon.timeIntervalSince1970)),
      terminal: Terminal(
        isInteractive: answers != nil, canAsk: answers != nil, width: width, color: .never, variables: variables),
      output: output, errors: errors, input: TypedLines(answers ?? []))
  }

  /// Writes the small strategy without faults, as the rules' examples have it.
  func writeStrategy(in directory: String = "repo") throws { try write(SmallStrategy.files, in: directory) }
}

extension Huddle {
  /// Runs a command line of the program on a terminal, where somebody who has read enough types `q`.
  ///
  /// - Parameter pager: `none` for an answer without one.
  func onTerminal(_ line: String, pager: String, columns: Int, rows: Int = 24) throws -> TerminalSession {
    let option = pager == "none" ? "--no-pager " : ""
    return try sandbox.onTerminal(
      "northstar \(option)\(line)", columns: columns, rows: rows, keys: "q",
      variables: ["NORTHSTAR_TODAY": today, "GIT_PAGER": pager])
  }

  func northstar(_ arguments: [String]) throws -> Outcome { try sandbox.northstar(arguments, today: today) }
}

/// Provides the lines of a test instead of a person's.
final class TypedLines: LineSource {
  private let rest: Mutex<[String]>

  init(_ lines: [String]) { rest = Mutex(lines) }

  func next() -> String? { rest.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
