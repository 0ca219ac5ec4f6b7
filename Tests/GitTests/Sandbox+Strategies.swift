import Foundation
import Git
import TestSupport

extension Sandbox {
  /// One without a repository, whose commits have an author and a committer in another zone.
  static func empty() throws -> Sandbox {
    try Sandbox(
      isRepository: false,
      variables: [
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
        "GIT_AUTHOR_DATE": "2026-01-05T10:00:00+0100",
        "GIT_COMMITTER_NAME": "Grace", "GIT_COMMITTER_EMAIL": "grace@example.com",
        "GIT_COMMITTER_DATE": "2026-01-05T12:00:00+0100",
      ])
  }

  /// The environment of a process in one of the sandbox's directories.
  func environment(_ directory: String = "", _ extra: [String: String] = [:]) -> GitEnvironment {
    GitEnvironment(
      directory: directory.isEmpty ? path : "\(path)/\(directory)", variables: variables.merging(extra) { $1 })
  }

  func makeDirectory(_ name: String) throws { try makeFolder(name, in: ".") }

  func write(_ file: String, _ data: Data, in directory: String = "repo") throws {
    try write(file, bytes: Array(data), in: directory)
  }

  /// A repository with a small strategy, committed: `northstar.yaml`, two metrics, one team.
  @discardableResult
  func strategy(_ name: String = "repo") throws -> String {
    try makeDirectory(name)
    try git("init", "-q", "-b", "main", in: name)
    try write("northstar.yaml", "product: Huddle\n", in: name)
    try write("metrics/activation.yaml", "id: activation\n", in: name)
    try write("metrics/deep/retention.yaml", "id: retention\n", in: name)
    try write("teams/growth.yaml", "id: growth\n", in: name)
    return try commit(name, "Begin the strategy")
  }

  /// Commits everything and returns the commit's id.
  @discardableResult
  func commit(_ name: String, _ message: String, at date: String = "2026-01-05T12:00:00+0100") throws -> String {
    try git("add", "-A", in: name)
    try git("commit", "-q", "--allow-empty", "-m", message, in: name, variables: ["GIT_COMMITTER_DATE": date])
    return try git("rev-parse", "HEAD", in: name)
  }
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
