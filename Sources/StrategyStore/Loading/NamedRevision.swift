package import Git

extension Repository {
  /// The merge base of two lines of work.
  package func mergeBase(_ first: String, _ second: String) throws -> Commit {
    let (a, b) = (try resolve(first), try resolve(second))
    guard let id = try mergeBase(a.id, b.id) else {
      throw StrategyError(message: "'\(first)' and '\(second)' have no commit in common")
    }
    return try commit(id)
  }

  /// The files of a revision as the user named it.
  package func source(_ revision: String) throws(GitError) -> Source {
    .revision(try resolve(revision), in: self, label: revision)
  }
}
