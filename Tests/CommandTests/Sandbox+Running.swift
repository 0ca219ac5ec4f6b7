import Diagnostics
import Foundation
import Git
import Presentation
import StrategyStore
import Synchronization

@testable import northstar

/// The result of a command line.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// Both streams, for tests that only ask whether something is said.
  var text: String { output + errors }
}

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

  /// Runs git in the repository and returns its output, without the last line end; the test fails if it fails.
  @discardableResult
  func git(_ arguments: String..., in directory: String = "repo") throws -> String {
    let outcome = try run(["git"] + arguments, in: directory)
    guard outcome.status == 0 else { throw Failure(text: "git \(arguments.joined(separator: " ")): \(outcome.text)") }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }

  /// Commits everything in the repository.
  func commit(_ message: String = "Change the strategy") throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "--no-verify", "-m", message)
  }

  /// Commits everything in the repository at 10:00 UTC of a day.
  func commit(_ message: String, on day: String) throws {
    try git("add", "-A")
    let time = "\(day)T10:00:00Z"
    let outcome = try run(
      ["git", "commit", "-q", "-m", message], variables: ["GIT_COMMITTER_DATE": time, "GIT_AUTHOR_DATE": time])
    guard outcome.status == 0 else { throw Failure(text: "git commit: \(outcome.text)") }
  }

  /// Replaces a text that a file must contain.
  func replace(_ old: String, _ new: String, in file: String) throws {
    let text = try text(file)
    guard text.contains(old) else { throw Failure(text: "\(file) has no '\(old)'") }
    try write(file, text.replacing(old, with: new))
  }

  /// Runs any program to its end.
  func run(
    _ command: [String], in directory: String = "repo", variables extra: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: "\(path)/\(directory)")
    process.environment = variables.merging(["NORTHSTAR_TODAY": "2026-01-28"]) { $1 }.merging(extra) { $1 }
    // Files, not pipes: a pipe that nobody reads would stop the process.
    let streams = try ["out", "err"].map { try emptyFile($0) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams[0].handle
    process.standardError = streams[1].handle
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0.url), as: UTF8.self) }
    for stream in streams { try FileManager.default.removeItem(at: stream.url) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  private func emptyFile(_ suffix: String) throws -> (url: URL, handle: FileHandle) {
    let url = URL(filePath: "\(path)/\(UUID().uuidString).\(suffix)")
    try Data().write(to: url)
    return (url, try FileHandle(forWritingTo: url))
  }
}

/// Collects what a command writes.
final class CollectedText: TextSink {
  private let collected = Mutex("")

  var text: String { collected.withLock { $0 } }

  func write(_ text: SafeText) { collected.withLock { $0 += text.text } }
}

/// Provides the lines of a test instead of a person's.
final class TypedLines: LineSource {
  private let rest: Mutex<[String]>

  init(_ lines: [String]) { rest = Mutex(lines) }

  func next() -> String? { rest.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
