internal import CLibGit2

/// A repository that libgit2 has just opened, and where it lies.
struct OpenedRepository: ~Copyable {
  let handle: Owned<RepositoryKind>
  let gitDirectory: String
  let commonDirectory: String
  let workTree: String?

  static func open(_ environment: GitEnvironment) throws(GitError) -> OpenedRepository {
    try LibGit2.start()
    do {
      return try open(environment, ownerValidation: true)
    } catch {
      guard error.code == .notOwned else { throw error }
      // libgit2 knows neither `safe.directory = *` nor git's variables; git decides.
      try requireTrust(environment)
      return try open(environment, ownerValidation: false)
    }
  }

  private static func open(
    _ environment: GitEnvironment, ownerValidation: Bool
  ) throws(GitError) -> OpenedRepository {
    let path = environment.path("GIT_DIR") ?? environment.directory
    let operation = "open the repository at '\(path)'"
    let flags = environment["GIT_DIR"] == nil ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    let handle: Owned<RepositoryKind>
    do {
      handle = try LibGit2.withOwnerValidation(ownerValidation) { () throws(GitError) in
        try unsafe Owned<RepositoryKind>(operation) { unsafe git_repository_open_ext(&$0, path, flags, environment["GIT_CEILING_DIRECTORIES"]) }
      }
    } catch {
      throw explained(error)
    }
    return OpenedRepository(handle, environment)
  }

  private init(_ handle: consuming Owned<RepositoryKind>, _ environment: GitEnvironment) {
    let pointer = unsafe handle.pointer
    gitDirectory = unsafe Self.directory(git_repository_path(pointer)) ?? ""
    commonDirectory = unsafe Self.directory(git_repository_commondir(pointer)) ?? gitDirectory
    if let tree = environment.path("GIT_WORK_TREE") {
      workTree = Paths.real(tree)
    } else if unsafe git_repository_is_bare(pointer) != 0 {
      workTree = nil
    } else if environment["GIT_DIR"] != nil {
      workTree = Paths.real(environment.directory)
    } else {
      workTree = unsafe Self.directory(git_repository_workdir(pointer))
    }
    self.handle = handle
  }

  private static func directory(_ path: UnsafePointer<CChar>?) -> String? {
    unsafe path.map { unsafe Paths.real(String(cString: $0)) }
  }

  private static func explained(_ error: GitError) -> GitError {
    let text = error.message
    if text.contains("safe.directory") || text.contains("not owned") {
      return GitError(.notOwned, error.operation, "it belongs to another user")
    }
    if text.contains("unsupported extension") || text.contains("repository version") {
      return GitError(.unsupported, error.operation, text, advice: "Use a repository with SHA-1 object ids and ref files")
    }
    guard error.code == .notARepository else { return error }
    return GitError(
      .notARepository, error.operation, "neither it nor a directory above it is a git repository",
      advice: "Run 'git init' there, or change into a repository")
  }

  private static func requireTrust(_ environment: GitEnvironment) throws(GitError) {
    let answer = try GitProcess(["rev-parse", "--git-dir"], in: environment).finish()
    guard !answer.succeeded else { return }
    throw GitError(
      .notOwned, "open the repository at '\(environment.directory)'", "it belongs to another user",
      advice: "If you trust it, run 'git config --global --add safe.directory \(environment.directory)'")
  }
}
