import FoundationEssentials
package import Git
import Presentation
import StrategyStore

/// A repository of work, whose commits may say what they move.
///
/// The user's own git reads it: its history may be long, in any object format, and contains no strategy.
package struct WorkRepository {
  /// As the user named it.
  package let path: String
  private let environment: GitEnvironment

  /// Throws when there is none.
  package init(_ path: String, in outer: GitEnvironment) throws {
    let here = URL(filePath: outer.directory, directoryHint: .isDirectory)
    let folder = URL(filePath: path, directoryHint: .isDirectory, relativeTo: here).standardizedFileURL
      .resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: folder)[.type] as? FileAttributeType
    guard !path.isEmpty, type == .typeDirectory else {
      throw StrategyError(message: "there is no folder '\(path.visible)'")
    }
    self.path = path
    // Variables that name the strategy's repository must not apply to this one.
    environment = GitEnvironment(
      directory: folder, variables: outer.variables.filter { !Self.ofOneRepository.contains($0.key) })
    let answer = try environment.git(["rev-parse", "--git-dir"])
    guard answer.succeeded else { throw failure("is not a readable git repository", answer) }
  }

  /// Source: `git rev-parse --local-env-vars`, without the configuration that -c gives.
  private static let ofOneRepository: Set = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
  ]

  /// The tip of the finished work: the branch that `northstar.mainBranch` names, else origin's default branch, else
  /// main or master, else the one that is checked out; `nil` when there is no commit.
  package func mainTip() throws(GitError) -> (branch: String, commit: String)? {
    let named = try text(["config", "--get", "northstar.mainBranch"])
    let remote = try text(["symbolic-ref", "-q", "--short", "refs/remotes/origin/HEAD"])
    let usual = ["refs/heads/main", "refs/heads/master", "refs/remotes/origin/main", "refs/remotes/origin/master"]
    let own = remote.map { [String($0.dropFirst("origin/".count)), $0] } ?? []
    for branch in [named].compactMap(\.self) + own + usual + ["HEAD"] {
      let commit = try text(["rev-parse", "-q", "--verify", "--end-of-options", "\(branch)^{commit}"])
      if let commit {
        let name = ["refs/heads/", "refs/remotes/"].first(where: branch.hasPrefix).map { branch.dropFirst($0.count) }
        return (String(name ?? branch[...]), commit)
      }
    }
    return nil
  }

  /// Whether older commits may be missing.
  package func isShallow() throws(GitError) -> Bool { try text(["rev-parse", "--is-shallow-repository"]) == "true" }

  /// Every commit from a tip back whose message has a line that begins with `Moves:`, merged branches included; the
  /// messages in a squash are indented.
  ///
  /// - Parameter since: seconds since 1970. The search goes a month further back, in case clocks were wrong.
  package func commits(from tip: String, since: Int64) throws -> [MovingCommit] {
    let answer = try environment.git([
      "log", "-z", "--no-color", "--no-show-signature", "--no-notes", "--encoding=UTF-8", "--basic-regexp", "-i",
      "--grep=^ *Moves:", "--since=@\(max(0, since - 31 * 86_400))", "--format=%H%n%ct%n%aN%n%aE%n%B",
      "--end-of-options",
      tip, "--",
    ])
    guard answer.succeeded else { throw failure("cannot be read", answer) }
    return answer.output.split(separator: 0).compactMap { MovingCommit($0, of: path) }.filter { $0.time >= since }
  }

  /// The first line of git's output; `nil` when it fails or prints nothing.
  private func text(_ arguments: [String]) throws(GitError) -> String? {
    let answer = try environment.git(arguments)
    guard answer.succeeded else { return nil }
    let line = answer.output.prefix { $0 != UInt8(ascii: "\n") }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }

  private func failure(_ what: String, _ answer: GitOutput) -> StrategyError {
    let lines = String(decoding: answer.errors, as: UTF8.self).split(separator: "\n").map { $0.visible }
    return StrategyError(message: "'\(path.visible)' \(what)", help: lines.prefix(3).map { "git says: \($0)" })
  }
}

/// A commit that says what it moves.
package struct MovingCommit {
  /// In full.
  let id: String
  /// The committer's, in seconds since 1970.
  package let time: Int64
  let author: String
  let email: String
  /// The names in the trailers, as written; an empty name for an empty trailer.
  let moves: [String]
  /// The path of its repository.
  let repository: String

  /// `nil` when the line only looks like a trailer, or the record is damaged.
  init?(_ record: some Sequence<UInt8>, of repository: String) {
    let parts = String(decoding: Array(record), as: UTF8.self)
      .split(separator: "\n", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let time = Int64(parts[1]) else { return nil }
    let values = SquashedMessage(String(parts[4]))["Moves"]
    guard !values.isEmpty else { return nil }
    (id, self.time, author, email) = (String(parts[0]), time, String(parts[2]), String(parts[3]))
    moves = values.flatMap { value in
      let names = value.split { $0 == "," || $0.isWhitespace }.map(String.init)
      return names.isEmpty ? [""] : names
    }
    self.repository = repository
  }
}
