import Diagnostics
import Foundation
import Git
import StrategyStore
import Synchronization

/// A bare repository for one test, removed at the end.
final class Sandbox: Sendable {
  let path: String

  init() throws {
    let directory = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "northstar-history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.path
    try git(["init", "-q", "--bare", "-b", "main"])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private var variables: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
  }

  /// Runs git with its input and output in files, so that no size can block it.
  @discardableResult
  func git(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let (source, target) = (URL(filePath: "\(path).in"), URL(filePath: "\(path).out"))
    try Data(input).write(to: source)
    try Data().write(to: target)
    defer { for file in [source, target] { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = variables
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: target)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(text: "git \(arguments.joined(separator: " "))") }
    return Array(try Data(contentsOf: target))
  }

  var session: Session {
    Session(git: GitEnvironment(directory: path, variables: variables), now: 1_790_000_000)
  }

  struct Failure: Error { let text: String }
}
