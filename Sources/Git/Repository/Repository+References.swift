internal import CLibGit2

extension Repository {
  /// The reference that a symbolic one finally points at, which need not exist; the name itself when it is not
  /// symbolic.
  package func resolvedReference(_ name: String) throws(GitError) -> String {
    var name = name
    // Git itself follows at most five.
    for _ in 0..<6 {
      guard let next = try symbolicTarget(of: name) else { return name }
      name = next
    }
    throw GitError(.corrupt, "read '\(name)'", "it points at another reference, which points at another, without end")
  }

  private func symbolicTarget(of name: String) throws(GitError) -> String? {
    try unsafe withExclusiveAccess { (repository) throws(GitError) -> String? in
      var reference: OpaquePointer?
      let status = unsafe git_reference_lookup(&reference, repository, name)
      if status == GIT_ENOTFOUND.rawValue { return nil }
      guard status >= 0, let reference = unsafe reference else { throw LibGit2.error(status, "read '\(name)'") }
      defer { unsafe git_reference_free(reference) }
      guard unsafe git_reference_type(reference) == GIT_REFERENCE_SYMBOLIC else { return nil }
      return unsafe git_reference_symbolic_target(reference).map { unsafe String(cString: $0) }
    }
  }
}
