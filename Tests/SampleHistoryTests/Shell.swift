import Foundation
import Testing

/// Runs programs in an environment without any of the user's settings.
struct Shell {
  struct Result {
    let status: Int32
    let output: [UInt8]
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The repository's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program under test, which was built next to these tests.
  static var sampleHistory: URL {
    Bundle.allBundles.lazy.map { $0.bundleURL.deletingLastPathComponent().appending(path: "samplehistory") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "samplehistory")
  }

  static func run(_ program: String, _ arguments: [String], input: [UInt8] = [], extra: [String: String] = [:]) throws
    -> Result
  {
    let scratch = try TemporaryDirectory()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": scratch.path]
    environment.merge(["GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC", "LC_ALL": "C"]) { $1 }
    process.environment = environment.merging(extra) { $1 }
    let (stdin, stdout, stderr) = (scratch.url("in"), scratch.url("out"), scratch.url("err"))
    try Data(input).write(to: stdin)
    for file in [stdout, stderr] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: stdout)
    process.standardError = try FileHandle(forWritingTo: stderr)
    try process.run()
    process.waitUntilExit()
    let errors = String(decoding: try Data(contentsOf: stderr), as: UTF8.self)
    return Result(status: process.terminationStatus, output: Array(try Data(contentsOf: stdout)), errors: errors)
  }
}

/// A directory that is removed with its last user.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sample-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
