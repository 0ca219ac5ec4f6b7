internal import Synchronization

/// A git repository, open for reading.
package final class Repository: Sendable {
  package let gitDirectory: String
  /// The main repository's directory, which linked worktrees share.
  package let commonDirectory: String
  /// `nil` when bare.
  package let workTree: String?
  /// The current directory relative to the work tree, "" at its top and outside.
  package let prefix: String
  /// The environment it was opened in.
  package let environment: GitEnvironment
  let objectDirectories: ObjectDirectories
  private let handles: Mutex<RepositoryHandles>

  /// Opens the repository that git would use there, searching upwards; never creates one.
  package static func open(in environment: GitEnvironment) throws(GitError) -> Repository {
    try Repository(environment)
  }

  private init(_ environment: GitEnvironment) throws(GitError) {
    let handles = try RepositoryHandles(environment)
    let location = handles.location
    self.environment = environment
    gitDirectory = location.gitDirectory
    commonDirectory = location.commonDirectory
    workTree = location.workTree
    prefix = location.workTree.flatMap { Paths.relative(Paths.real(environment.directory), to: $0) } ?? ""
    objectDirectories = handles.objectDirectories
    self.handles = Mutex(handles)
  }

  package var isBare: Bool { workTree == nil }

  /// The only access to libgit2's object: since the result is `Sendable`, no pointer leaves the lock.
  func withExclusiveAccess<Result: Sendable>(
    _ body: (OpaquePointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    try handles.withLock { (handles) throws(GitError) in try unsafe body(handles.repository.pointer) }
  }

  /// A value of git's configuration, `nil` when it is not set.
  package func setting(_ name: String) -> String? { handles.withLock { $0.repository.setting(name) } }

  /// The bytes of an object of this type.
  func read(_ id: ObjectID, as type: ObjectType, for operation: String) throws(GitError) -> [UInt8] {
    let (found, bytes) = try read(id, for: operation)
    guard found == type else { throw GitError(.corrupt, operation, "object \(id) is not a \(type)") }
    return bytes
  }

  /// An object's type and bytes; fetches it if a partial clone has left it out.
  func read(_ id: ObjectID, for operation: String) throws(GitError) -> (type: ObjectType, bytes: [UInt8]) {
    do {
      return try readOnce(id, for: operation)
    } catch {
      guard error.code == .missingObject, try fetchMissing(among: [id]) else { throw error }
    }
    return try readOnce(id, for: operation)
  }

  private func readOnce(_ id: ObjectID, for operation: String) throws(GitError) -> (ObjectType, [UInt8]) {
    try handles.withLock { (handles) throws(GitError) in try handles.objects.read(id, for: operation) }
  }

  /// Whether the repository has the object.
  func holds(_ id: ObjectID) -> Bool { handles.withLock { $0.objects.holds(id) } }

  /// The commit with this id.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let operation = "read commit \(id.short)"
    guard let commit = CommitParser.parse(try read(id, as: .commit, for: operation), id: id) else {
      throw GitError(.corrupt, operation, "its text is damaged", advice: "Run 'git fsck'")
    }
    return commit
  }

  /// Runs the user's own git in the repository. A failure of git is not thrown: see the status.
  package func git(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> GitOutput {
    try ChildProcess(arguments, in: environment, input: input).finish()
  }
}
