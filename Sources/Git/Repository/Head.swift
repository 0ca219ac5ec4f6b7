internal import CLibGit2

/// What HEAD points at.
package enum Head: Sendable, Equatable {
  case branch(String)
  case detached(ObjectID)
  /// A branch without a commit.
  case unborn(String)
}

extension Repository {
  package func head() throws(GitError) -> Head {
    try unsafe withExclusiveAccess { (repository) throws(GitError) in
      let reference = try unsafe Owned<ReferenceKind>("read HEAD") {
        unsafe git_reference_lookup(&$0, repository, "HEAD")
      }
      guard let target = unsafe git_reference_symbolic_target(reference.pointer) else {
        guard let id = unsafe git_reference_target(reference.pointer), let id = unsafe ObjectID(id.pointee) else {
          throw GitError(.corrupt, "read HEAD", "it points at nothing")
        }
        return .detached(id)
      }
      let name = unsafe String(cString: target)
      let branch = name.hasPrefix("refs/heads/") ? String(name.dropFirst(11)) : name
      return unsafe git_repository_head_unborn(repository) == 1 ? .unborn(branch) : .branch(branch)
    }
  }

  /// The reference that a symbolic reference points at; `nil` when there is no such reference, or it names a commit
  /// itself.
  func symbolicTarget(_ name: String) throws(GitError) -> String? {
    try unsafe withExclusiveAccess { (repository) throws(GitError) -> String? in
      do throws(GitError) {
        let reference = try unsafe Owned<ReferenceKind>("read '\(name)'") {
          unsafe git_reference_lookup(&$0, repository, name)
        }
        return unsafe git_reference_symbolic_target(reference.pointer).map { unsafe String(cString: $0) }
      } catch {
        guard error.code == .notFound else { throw error }
        return nil
      }
    }
  }

  /// Whether there is no commit yet.
  package func isUnborn() throws(GitError) -> Bool {
    if case .unborn = try head() { true } else { false }
  }
}
