import Foundation
import StrategyModel

/// A program with its arguments, for preparing a measurement.
struct Program {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let words: [String]
  let directory: URL?

  init(_ words: String..., in directory: URL? = nil) {
    self.words = words
    self.directory = directory
  }

  /// Runs it to its end; `feed` writes to its standard input.
  func run(feed: (_ write: @escaping (String) throws -> Void) throws -> Void = { _ in }) throws {
    let input = Pipe()
    let process = make()
    process.standardInput = input
    try process.run()
    try feed { try input.fileHandleForWriting.write(contentsOf: Data($0.utf8)) }
    try input.fileHandleForWriting.close()
    try finish(process)
  }

  /// Runs it and returns its standard output.
  func output() throws -> [UInt8] {
    let output = Pipe()
    let process = make()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd().map { Array($0) } ?? []
    try finish(process)
    return bytes
  }

  private func make() -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = directory
    process.environment = CleanEnvironment.variables
    return process
  }

  private func finish(_ process: Process) throws {
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "'\(words.joined(separator: " "))' ended with \(process.terminationStatus)")
    }
  }
}

/// The environment of every program: none of the user's settings, and always the same day.
enum CleanEnvironment {
  static let variables = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "LC_ALL": "C",
    "NORTHSTAR_TODAY": CompanyCalendar.today.description, "XDG_CACHE_HOME": cache.path,
  ]

  /// The folder of the index of owners, as in a user's own folder.
  private static let cache = FileManager.default.temporaryDirectory.appending(path: "northstar-benchmarks-cache")

  static func removeCache() { try? FileManager.default.removeItem(at: cache) }
}
