extension Repository {
  /// The branch on which changes count, as a revision: the one set as `northstar.mainBranch` in git's configuration,
  /// else the default branch of `origin`, else `main`, `master`, or whatever is checked out.
  package func mainBranch() throws(GitError) -> String {
    if let named = setting("northstar.mainBranch") { return named }
    let names = Set(try referenceNames())
    if let target = try symbolicTarget("refs/remotes/origin/HEAD"), target.hasPrefix("refs/remotes/origin/") {
      let name = String(target.dropFirst("refs/remotes/origin/".count))
      if names.contains(name) { return name }
      if names.contains("origin/\(name)") { return "origin/\(name)" }
    }
    return ["main", "master", "origin/main", "origin/master"].first(where: names.contains) ?? "HEAD"
  }
}
