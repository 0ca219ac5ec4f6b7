internal import CLibGit2

/// Where an open repository is.
struct RepositoryLocation {
  let gitDirectory: String
  let commonDirectory: String
  let workTree: String?

  init(_ repository: borrowing Owned<RepositoryKind>, _ environment: GitEnvironment) {
    gitDirectory = unsafe Self.directory(git_repository_path(repository.pointer)) ?? ""
    commonDirectory = unsafe Self.directory(git_repository_commondir(repository.pointer)) ?? gitDirectory
    workTree = Self.workTree(repository, environment)
  }

  /// As git finds it: with `GIT_DIR` alone the current directory is the top, unless the configuration names another.
  private static func workTree(
    _ repository: borrowing Owned<RepositoryKind>, _ environment: GitEnvironment
  ) -> String? {
    if let tree = environment.path("GIT_WORK_TREE") { return Paths.real(tree) }
    if unsafe git_repository_is_bare(repository.pointer) != 0 { return nil }
    if environment["GIT_DIR"] != nil, repository.setting("core.worktree") == nil {
      return Paths.real(environment.directory)
    }
    return unsafe directory(git_repository_workdir(repository.pointer))
  }

  private static func directory(_ path: UnsafePointer<CChar>?) -> String? {
    unsafe path.map { unsafe Paths.real(String(cString: $0)) }
  }
}
