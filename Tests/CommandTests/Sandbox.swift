import Foundation
import Git
import Rules

@testable import northstar

/// A directory for one test, with a git repository in `repo/`: names and dates are fixed, the machine's configuration
/// is ignored, and everything is removed at the end.
final class Sandbox: Sendable {
  /// The directory, without symbolic links in it.
  let path: String
  let variables: [String: String]

  /// - Parameter isRepository: whether `git init` has run in `repo/`, which exists in any case.
  init(isRepository: Bool = true) throws {
    let directory = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "northstar-\(UUID().uuidString)")
    path = directory.path
    variables = [
      "PATH": "\(Sandbox.products):/usr/bin:/bin", "HOME": path, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "\(path)/gitconfig",
      "GIT_AUTHOR_NAME": "Ada Okafor", "GIT_AUTHOR_EMAIL": "ada@huddle.example",
      "GIT_AUTHOR_DATE": "2026-01-28T10:00:00Z",
      "GIT_COMMITTER_NAME": "Ada Okafor", "GIT_COMMITTER_EMAIL": "ada@huddle.example",
      "GIT_COMMITTER_DATE": "2026-01-28T10:00:00Z",
    ]
    try FileManager.default.createDirectory(at: directory.appending(path: "repo"), withIntermediateDirectories: true)
    if isRepository { try git("init", "-q", "-b", "main") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the build has put the program, next to the tests.
  static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  /// The program, for tests that need a process.
  static let program = "\(products)/northstar"

  /// Whether a program is installed here, for tests that need optional programs.
  static func has(_ program: String) -> Bool {
    ["/usr/bin", "/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// Writes a file of the repository, with the folders above it.
  func write(_ file: String, _ text: String, in directory: String = "repo") throws {
    try write(file, bytes: Array(text.utf8), in: directory)
  }

  func write(_ file: String, bytes: [UInt8], in directory: String = "repo") throws {
    let url = URL(filePath: "\(path)/\(directory)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ files: [String: String]) throws {
    for (file, text) in files { try write(file, text) }
  }

  /// Writes the small strategy without faults, as the rules' examples have it.
  func writeStrategy(in directory: String = "repo") throws {
    for (file, text) in SmallStrategy.files { try write(file, text, in: directory) }
  }

  func text(_ file: String, in directory: String = "repo") throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(directory)/\(file)")), as: UTF8.self)
  }

  func exists(_ file: String, in directory: String = "repo") -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(directory)/\(file)")
  }

  /// Every file below a directory, sorted, without git's own files.
  func files(in directory: String = "repo") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(directory)").filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(directory)/\(name)")
      return attributes[.type] as? FileAttributeType != .typeDirectory && !name.hasPrefix(".git/")
    }.sorted()
  }

  struct Failure: Error { let text: String }
}
