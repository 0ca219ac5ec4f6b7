internal import CLibGit2

extension Owned where Kind == RepositoryKind {
  /// Opens the repository that git would use there.
  static func open(in environment: GitEnvironment) throws(GitError) -> Owned {
    try LibGit2.start()
    do {
      return try open(environment, ownerValidation: true)
    } catch {
      guard error.code == .notOwned else { throw error }
      // libgit2 supports neither `safe.directory = *` nor git's variables, so git itself decides.
      let answer = try ChildProcess(["rev-parse", "--git-dir"], in: environment).finish()
      guard answer.succeeded else { throw .git(error.operation, answer) }
    }
    return try open(environment, ownerValidation: false)
  }

  private static func open(_ environment: GitEnvironment, ownerValidation: Bool) throws(GitError) -> Owned {
    let named = environment.path("GIT_DIR")
    let path = named ?? environment.directory
    let flags = named == nil ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    let ceilings = environment["GIT_CEILING_DIRECTORIES"]
    let operation = "open the repository at '\(path)'"
    let repository = try unsafe Owned(operation, explain: { $0.aboutOpening(named: named != nil) }) { handle in
      LibGit2.withOwnerValidation(ownerValidation) {
        unsafe git_repository_open_ext(&handle, path, flags, ceilings)
      }
    }
    guard let format = repository.setting("extensions.objectformat"), format != "sha1" else { return repository }
    throw GitError(
      .unsupported, operation, "its object names use \(format), and libgit2 reads only SHA-1",
      advice: "Use a repository made with 'git init --object-format=sha1'")
  }

  /// A value of the repository's configuration, `nil` when it is not set.
  borrowing func setting(_ name: String) -> String? {
    let operation = "read the configuration"
    let configuration = try? unsafe Owned<ConfigurationKind>(operation) {
      unsafe git_repository_config_snapshot(&$0, pointer)
    }
    guard let configuration else { return nil }
    var value: UnsafePointer<CChar>?
    guard unsafe git_config_get_string(&value, configuration.pointer, name) == 0 else { return nil }
    return unsafe value.map { unsafe String(cString: $0) }
  }
}

extension GitError {
  /// This failure in terms of what the user did: open a repository by its name, or by a search.
  fileprivate func aboutOpening(named: Bool) -> GitError {
    if message.contains("safe.directory") || code == .notOwned { return .notOwned(operation, answer: "") }
    if let name = message.split(separator: "unsupported extension name extensions.").last, name != message {
      return GitError(
        .unsupported, operation, "it uses the extension '\(name)', which libgit2 does not know",
        advice: name == "refstorage" ? "Run 'git refs migrate --ref-format=files'" : nil)
    }
    if message.contains("repository version") {
      return GitError(.unsupported, operation, "its format is newer than libgit2 knows")
    }
    guard code == .notARepository || code == .notFound else { return self }
    return named
      ? GitError(.notARepository, operation, "there is no git repository", advice: "Correct GIT_DIR")
      : .notARepository(operation)
  }
}
