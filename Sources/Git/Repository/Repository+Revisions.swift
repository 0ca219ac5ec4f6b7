internal import CLibGit2
import Presentation

extension Repository {
  /// The commit that any of git's spellings names.
  ///
  /// Throws a different error for a name that is unknown, ambiguous or not a commit, for a repository without commits,
  /// and for a commit that a shallow clone leaves out.
  package func resolve(_ revision: String) throws(GitError) -> Commit {
    let operation = "find '\(revision)'"
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.utf8.contains(0) else {
      throw GitError(.notFound, operation, "it is not a revision")
    }
    do {
      return try commit(peeled(objectID(revision, operation), operation))
    } catch {
      guard ObjectID(hex: revision) == nil || error.code != .missingObject else { throw notFound(revision, operation) }
      switch error.code {
      case .notACommit, .corrupt, .io, .permission: throw error
      default: break
      }
      // libgit2 lacks some of git's spellings, such as @{push}; git has the last word on which names are wrong.
      let id = try objectIDByGit(revision, operation, ambiguous: error.code == .ambiguous)
      return try commit(peeled(id, operation))
    }
  }

  /// The object that a revision names, of any type.
  private func objectID(_ revision: String, _ operation: String) throws(GitError) -> ObjectID {
    if let id = ObjectID(hex: revision) { return id }
    let id = try unsafe withExclusiveAccess { (repository) throws(GitError) in
      let object = try unsafe Owned<ObjectKind>(operation) { unsafe git_revparse_single(&$0, repository, revision) }
      return unsafe git_object_id(object.pointer).flatMap { unsafe ObjectID($0.pointee) }
    }
    guard let id else { throw GitError(.notFound, operation, "it names nothing") }
    return id
  }

  /// The commit that an object is or, as a tag, leads to.
  private func peeled(_ id: ObjectID, _ operation: String) throws(GitError) -> ObjectID {
    var id = id
    // Tags do not nest deeper; and a damaged one could lead back to itself.
    for _ in 0..<32 {
      let (type, bytes) = try read(id, for: operation)
      switch type {
      case .commit: return id
      case .tag:
        guard bytes.starts(with: "object ".utf8), let target = ObjectID(hex: bytes.dropFirst(7).prefix(40)) else {
          throw GitError(.corrupt, operation, "the tag \(id.short) is damaged", advice: "Run 'git fsck'")
        }
        id = target
      case .tree, .blob:
        throw GitError(.notACommit, operation, "it names a \(type == .tree ? "folder" : "file"), not a commit")
      }
    }
    throw GitError(.notACommit, operation, "it names a tag that leads to no commit")
  }

  /// The object that git finds; throws git's complaint in our words.
  private func objectIDByGit(_ revision: String, _ operation: String, ambiguous: Bool) throws(GitError) -> ObjectID {
    // When several objects begin with the same digits, git may still find one commit among them.
    let answer = try git(["rev-parse", "--verify", ambiguous ? "\(revision)^{commit}" : revision])
    if answer.succeeded, let id = ObjectID(hex: answer.output.prefix(40)) { return id }
    let said = String(decoding: answer.errors, as: UTF8.self)
    if ambiguous || said.contains("is ambiguous") { throw .ambiguous(operation, said) }
    if try isUnborn(), ["HEAD", "@"].contains(revision) {
      throw GitError(.unborn, operation, "there is no commit yet", advice: "Make the first commit")
    }
    throw isShallow && reachesBack(revision) ? .cut(operation) : notFound(revision, operation)
  }

  /// Whether the revision counts back from a commit that exists, as `main~20` does.
  private func reachesBack(_ revision: String) -> Bool {
    guard let mark = revision.firstIndex(where: { "~^".contains($0) }) else { return false }
    let start = revision[..<mark]
    return (try? objectID(start.isEmpty ? "HEAD" : String(start), "")) != nil
  }

  private func notFound(_ revision: String, _ operation: String) -> GitError {
    let near = nearNames(to: revision, among: (try? referenceNames()) ?? [])
    let names = near.map { "'\($0)'" }.joined(separator: " or ")
    return GitError(
      .notFound, operation, "no branch, tag or commit is called that",
      advice: near.isEmpty ? "List the names with 'git branch --all' and 'git tag'" : "Did you mean \(names)?",
      name: revision)
  }

  /// Branches, remote branches and tags, as short as git accepts them.
  package func referenceNames() throws(GitError) -> [String] {
    try allReferences().compactMap { name in
      ["refs/heads/", "refs/tags/", "refs/remotes/"].first(where: name.hasPrefix).map {
        String(name.dropFirst($0.count))
      }
    }
  }

  package func allReferences() throws(GitError) -> [String] {
    try unsafe withExclusiveAccess { (repository) throws(GitError) in
      var list = unsafe git_strarray()
      let status = unsafe git_reference_list(&list, repository)
      guard status >= 0 else { throw LibGit2.error(status, "list the branches and tags") }
      defer { unsafe git_strarray_dispose(&list) }
      return unsafe UnsafeBufferPointer(start: list.strings, count: list.count)
        .compactMap { unsafe $0.map { unsafe String(cString: $0) } }
    }
  }
}

extension GitError {
  static func cut(_ operation: String, after last: Commit? = nil) -> GitError {
    let place = last.map { "at \($0.id.short) of \(Day($0.committer))" } ?? "before that"
    return GitError(
      .cut, operation, "the history of this clone is cut off \(place)", advice: "Run 'git fetch --unshallow'")
  }

  /// Lists the candidates that git names.
  fileprivate static func ambiguous(_ operation: String, _ said: String) -> GitError {
    let candidates = said.split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("hint:   ") }
      .map { $0.dropFirst("hint:   ".count) }
    return GitError(
      .ambiguous, operation, "several objects begin with these digits",
      advice: candidates.isEmpty ? "Give more digits" : "Give more digits of \(candidates.joined(separator: ", "))")
  }
}
