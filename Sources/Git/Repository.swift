internal import CLibGit2
internal import Synchronization

/// A git repository, open for reading.
package final class Repository: Sendable {
  package let gitDirectory: String
  /// The main repository's, which linked worktrees share.
  package let commonDirectory: String
  /// `nil` when bare.
  package let workTree: String?
  /// The current directory relative to the work tree, "" at its top and outside.
  package let prefix: String
  /// What it was opened in.
  package let environment: GitEnvironment
  let objectDirectories: ObjectDirectories
  private let handle: Mutex<Owned<RepositoryKind>>
  private let objects: Mutex<ObjectReader>

  /// Opens the repository that git would use there, which is searched upwards; never makes one.
  package static func open(in environment: GitEnvironment) throws(GitError) -> Repository {
    try Repository(environment, OpenedRepository.open(environment))
  }

  private init(_ environment: GitEnvironment, _ opened: consuming sending OpenedRepository) throws(GitError) {
    self.environment = environment
    gitDirectory = opened.gitDirectory
    commonDirectory = opened.commonDirectory
    workTree = opened.workTree
    prefix = opened.workTree.flatMap { Paths.relative(Paths.real(environment.directory), to: $0) } ?? ""
    objectDirectories = ObjectDirectories(commonDirectory: opened.commonDirectory, environment: environment)
    objects = try Mutex(ObjectReader(objectDirectories, worker: 0))
    handle = Mutex(opened.handle)
  }

  package var isBare: Bool { workTree == nil }

  /// The only way to libgit2's object: since the result is `Sendable`, no pointer leaves the lock.
  func withExclusiveAccess<Result: Sendable>(
    _ body: (OpaquePointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    try handle.withLock { (owned) throws(GitError) in try unsafe body(owned.pointer) }
  }

  /// The bytes of an object of this type.
  func read(_ id: ObjectID, as type: ObjectType, for operation: String) throws(GitError) -> [UInt8] {
    try objects.withLock { (reader) throws(GitError) in try reader.read(id, as: type, for: operation) }
  }

  /// The commit with this id.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let operation = "read commit \(id.short)"
    guard let commit = CommitParser.parse(try read(id, as: .commit, for: operation), id: id) else {
      throw GitError(.corrupt, operation, "its text is damaged", advice: "Run 'git fsck'")
    }
    return commit
  }

  /// Runs the user's own git in the repository; a failure of git's is no error, see the status.
  package func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> GitOutput {
    try GitProcess(arguments, in: environment, input: input).finish()
  }
}
