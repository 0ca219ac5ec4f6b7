import Foundation
import Git

/// A directory for one test, with git repositories in it: names and dates are fixed, the machine's configuration is
/// ignored, and everything is removed at the end.
final class Sandbox: Sendable {
  let path: String
  let variables: [String: String]

  init() throws {
    let directory = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "northstar-git-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.path
    variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
      "GIT_AUTHOR_DATE": "2026-01-05T10:00:00+0100",
      "GIT_COMMITTER_NAME": "Grace", "GIT_COMMITTER_EMAIL": "grace@example.com",
      "GIT_COMMITTER_DATE": "2026-01-05T12:00:00+0100",
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The environment of a process in one of the sandbox's directories.
  func environment(_ directory: String = "", _ extra: [String: String] = [:]) -> GitEnvironment {
    GitEnvironment(
      directory: directory.isEmpty ? path : "\(path)/\(directory)",
      variables: variables.merging(extra) { $1 })
  }

  /// Runs git and returns its output, without the last line end; the test fails if it fails.
  @discardableResult
  func git(
    _ directory: String, _ arguments: String..., variables extra: [String: String] = [:], input: String = ""
  ) throws -> String {
    let output = try run(["git"] + arguments, in: directory, variables: extra, input: input)
    guard output.status == 0 else {
      throw Failure(text: "git \(arguments.joined(separator: " ")): \(output.text)")
    }
    return output.text
  }

  /// Runs any program.
  func run(
    _ command: [String], in directory: String, variables extra: [String: String] = [:], input: String = ""
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: "\(path)/\(directory)")
    process.environment = variables.merging(extra) { $1 }
    let output = Pipe()
    let standardInput = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = standardInput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return (process.terminationStatus, text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func write(_ file: String, _ text: String) throws { try write(file, Data(text.utf8)) }

  func write(_ file: String, _ data: Data) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// A repository with a small strategy, committed: `northstar.yaml`, two metrics, one team.
  @discardableResult
  func strategy(_ name: String = "repo") throws -> String {
    try makeDirectory(name)
    try git(name, "init", "-q", "-b", "main")
    try write("\(name)/northstar.yaml", "product: Huddle\n")
    try write("\(name)/metrics/activation.yaml", "id: activation\n")
    try write("\(name)/metrics/deep/retention.yaml", "id: retention\n")
    try write("\(name)/teams/growth.yaml", "id: growth\n")
    return try commit(name, "Begin the strategy")
  }

  /// Commits everything and returns the commit's id.
  @discardableResult
  func commit(_ name: String, _ message: String, at date: String = "2026-01-05T12:00:00+0100") throws -> String {
    try git(name, "add", "-A")
    try git(name, "commit", "-q", "--allow-empty", "-m", message, variables: ["GIT_COMMITTER_DATE": date])
    return try git(name, "rev-parse", "HEAD")
  }

  struct Failure: Error { let text: String }
}

extension Sandbox {
  /// The working tree, the index and HEAD, which have the same content after a commit.
  func sources(_ directory: String) throws -> [Source] {
    let environment = environment(directory)
    let repository = try Repository.open(in: environment)
    return [
      try .workingTree(in: environment), try .index(in: environment),
      .revision(try repository.resolve("HEAD"), in: repository, label: "HEAD"),
    ]
  }
}

extension Sandbox {
  /// The texts at HEAD.
  func texts(_ directory: String, _ extra: [String: String] = [:]) throws -> [String: String] {
    let repository = try Repository.open(in: environment(directory, extra))
    return try Source.revision(repository.resolve("HEAD"), in: repository).texts()
  }
}

extension Source {
  /// The files that the command line reads.
  func strategyFiles(_ folder: String = "") throws(GitError) -> [SourceFile] {
    try files(
      in: folder, named: ["northstar.yaml"], folders: ["metrics", "readings", "teams"],
      suffixes: [".yaml", ".yml", ".csv"])
  }

  /// The text of every file by its path.
  func texts(_ folder: String = "") throws(GitError) -> [String: String] {
    var texts: [String: String] = [:]
    for file in try strategyFiles(folder) where file.kind == .regular {
      texts[file.path] = String(decoding: try read(file), as: UTF8.self)
    }
    return texts
  }
}
