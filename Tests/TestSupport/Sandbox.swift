package import Foundation

/// A directory for one test, with a git repository in `repo/`: names and dates are fixed, the machine's configuration
/// is ignored, and everything is removed at the end.
package final class Sandbox: Sendable {
  package struct Failure: Error {
    package let text: String

    package init(text: String) { self.text = text }
  }

  /// The directory, without symbolic links in it.
  package var path: String { folder.path }
  package let variables: [String: String]
  private let folder: TemporaryFolder

  /// - Parameters:
  ///   - isRepository: whether `git init` has run in `repo/`, which exists in any case.
  ///   - isOnDisk: whether it must not be in memory.
  ///   - extra: variables beside the usual ones, or instead of them.
  package init(isRepository: Bool = true, isOnDisk: Bool = false, variables extra: [String: String] = [:]) throws {
    folder = try TemporaryFolder(isOnDisk: isOnDisk)
    let path = folder.path
    let (name, address, time) = ("Ada Okafor", "ada@huddle.example", "2026-01-28T10:00:00Z")
    let variables = [
      "PATH": "\(Sandbox.products):/usr/bin:/bin", "HOME": path, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "\(path)/gitconfig",
      "GIT_TEMPLATE_DIR": "", "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_DATE": time,
      "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": address, "GIT_COMMITTER_DATE": time,
    ]
    self.variables = variables.merging(extra) { $1 }
    try FileManager.default.createDirectory(atPath: "\(path)/repo", withIntermediateDirectories: true)
    // Nothing cleans up behind a test's back.
    try Data("[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n".utf8).write(to: URL(filePath: "\(path)/gitconfig"))
    if isRepository { try git("init", "-q", "-b", "main") }
  }

  /// The root of northstar's own repository.
  package static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// Where the build has put the program, next to the tests.
  package static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  /// The program, for tests that need a process.
  package static let program = "\(products)/northstar"

  /// Whether a program is installed here, for tests that need optional programs.
  package static func has(_ program: String) -> Bool {
    ["/usr/bin", "/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}

// Files.
extension Sandbox {
  /// Writes a file of the repository, with the folders above it.
  package func write(_ file: String, _ text: String, in directory: String = "repo") throws {
    try write(file, bytes: Array(text.utf8), in: directory)
  }

  package func write(_ file: String, bytes: [UInt8], in directory: String = "repo") throws {
    let url = URL(filePath: "\(path)/\(directory)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func write(_ files: [String: String], in directory: String = "repo") throws {
    for (file, text) in files { try write(file, text, in: directory) }
  }

  package func text(_ file: String, in directory: String = "repo") throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(directory)/\(file)")), as: UTF8.self)
  }

  package func exists(_ file: String, in directory: String = "repo") -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(directory)/\(file)")
  }

  /// Every file below a directory, sorted, without git's own files.
  package func files(in directory: String = "repo") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(directory)").filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(directory)/\(name)")
      return attributes[.type] as? FileAttributeType != .typeDirectory && !name.hasPrefix(".git/")
    }.sorted()
  }

  package func makeFolder(_ name: String, in directory: String = "repo") throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(directory)/\(name)", withIntermediateDirectories: true)
  }

  /// Replaces a text that a file must contain.
  package func replace(_ old: String, _ new: String, in file: String) throws {
    let text = try text(file)
    guard text.contains(old) else { throw Failure(text: "\(file) has no '\(old)'") }
    try write(file, text.replacing(old, with: new))
  }
}

// Programs.
extension Sandbox {
  /// Runs any program to its end.
  package func run(
    _ command: [String], in directory: String = "repo", variables extra: [String: String] = [:], input: [UInt8] = []
  ) throws -> Outcome {
    let variables = variables.merging(["NORTHSTAR_TODAY": "2026-01-28"]) { $1 }.merging(extra) { $1 }
    return try Program(command, in: "\(path)/\(directory)", variables: variables).run(input: input)
  }

  /// Runs git in the repository and returns its output, without the last line end; the test fails if it fails.
  @discardableResult
  package func git(
    _ arguments: String..., in directory: String = "repo", variables extra: [String: String] = [:], input: String = ""
  ) throws -> String {
    try git(arguments, in: directory, variables: extra, input: input)
  }

  @discardableResult
  package func git(
    _ arguments: [String], in directory: String = "repo", variables extra: [String: String] = [:], input: String = ""
  ) throws -> String {
    let outcome = try run(["git"] + arguments, in: directory, variables: extra, input: Array(input.utf8))
    guard outcome.status == 0 else { throw Failure(text: "git \(arguments.joined(separator: " ")): \(outcome.text)") }
    return outcome.line
  }

  /// Commits everything in the repository, at 10:00 UTC of a day where one is given.
  package func commit(_ message: String = "Change the strategy", on day: String? = nil) throws {
    let time = day.map { "\($0)T10:00:00Z" }
    try git("add", "-A")
    try git(
      "commit", "-q", "--allow-empty", "--no-verify", "-m", message,
      variables: time.map { ["GIT_COMMITTER_DATE": $0, "GIT_AUTHOR_DATE": $0] } ?? [:])
  }

  /// Puts another sandbox's folder into this one, with what is in it.
  package func copy(_ name: String, of other: Sandbox) throws {
    let copied = try run(["cp", "-a", "\(other.path)/\(name)/.", "\(path)/\(name)"], in: ".")
    guard copied.status == 0 else { throw Failure(text: copied.text) }
  }
}
