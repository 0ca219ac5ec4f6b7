internal import CLibGit2

extension Repository {
  /// The best common ancestor of two commits, `nil` when there is none.
  ///
  /// When histories crossed there may be several that are equally good: then it is the one that `git merge-base` names
  /// first.
  package func mergeBase(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID? {
    if a == b { return a }
    let operation = "find the common ancestor of \(a.short) and \(b.short)"
    let bases = try unsafe withExclusiveAccess { (repository) throws(GitError) -> [ObjectID]? in
      var (one, other) = (git_oid(a), git_oid(b))
      var found = unsafe git_oidarray()
      let status = unsafe git_merge_bases(&found, repository, &one, &other)
      // A shallow clone ends the walk like a missing object would; git knows the difference.
      guard status >= 0 else { return nil }
      defer { unsafe git_oidarray_dispose(&found) }
      return unsafe UnsafeBufferPointer(start: found.ids, count: found.count).compactMap { ObjectID($0) }
    }
    if let bases, bases.count == 1 { return bases[0] }
    let answer = try git(["merge-base", "\(a)", "\(b)"])
    guard answer.status <= 1 else { throw .git(operation, answer) }
    return ObjectID(hex: answer.output.prefix(40))
  }
}
