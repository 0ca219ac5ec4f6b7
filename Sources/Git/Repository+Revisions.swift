internal import CLibGit2

extension Repository {
  /// The commit that any of git's spellings names.
  ///
  /// Unknown, ambiguous, "not a commit" and "cut off by a shallow clone" are different errors.
  package func resolve(_ revision: String) throws(GitError) -> Commit {
    let operation = "find '\(revision)'"
    let id = try unsafe withExclusiveAccess { (repository) throws(GitError) in
      let object = try unsafe Owned<ObjectKind>(operation) { unsafe git_revparse_single(&$0, repository, revision) }
      let commit = try unsafe Owned<ObjectKind>(operation) { unsafe git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT) }
      return unsafe git_object_id(commit.pointer).flatMap { unsafe ObjectID($0.pointee) }
    }
    guard let id else { throw GitError(.notFound, operation, "no such revision") }
    return try commit(id)
  }
}
