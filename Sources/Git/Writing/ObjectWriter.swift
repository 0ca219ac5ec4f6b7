internal import CLibGit2
internal import Glibc

/// Writes objects that survive a loss of power: each file and its folder are synced before the next begins.
final class ObjectWriter {
  private let database: Owned<DatabaseKind>
  private let folder: String
  private let permissions: SharedPermissions?

  init(_ repository: Repository) throws(GitError) {
    try repository.requireWritable("write to the repository")
    try LibGit2.start()
    folder = repository.objectDirectories.main
    permissions = SharedPermissions(repository.setting("core.sharedrepository"))
    let operation = "open the objects in '\(folder)'"
    let database = try unsafe Owned<DatabaseKind>(operation) { unsafe git_odb_new(&$0) }
    // What an alternate contains is not written again, and libgit2 never writes to an alternate.
    for directory in repository.objectDirectories.all { try database.add(directory, for: operation) }
    var loose: OpaquePointer?
    var status = unsafe northstar_loose_objects(&loose, folder)
    guard status >= 0, let loose = unsafe loose else { throw LibGit2.error(status, operation) }
    status = unsafe git_odb_add_backend(database.pointer, loose, 1)
    guard status >= 0 else { throw LibGit2.error(status, operation) }
    self.database = database
  }

  /// Writes an object unless it exists, reads it back and returns its name.
  func write(_ bytes: [UInt8], as type: ObjectType) throws(GitError) -> ObjectID {
    let operation = "write to '\(folder)'"
    var name = git_oid()
    var status = unsafe bytes.withUnsafeBytes { unsafe git_odb_hash(&name, $0.baseAddress, $0.count, type.code) }
    guard status >= 0, let id = ObjectID(name) else { throw LibGit2.error(status, operation) }
    let hex = id.description
    let shelf = "\(folder)/\(hex.prefix(2))"
    try makeShelf(shelf, operation)
    status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe git_odb_write(
        &name, database.pointer, buffer.baseAddress, buffer.count, type.code)
    }
    guard status >= 0 else { throw writing(LibGit2.error(status, operation)) }
    permissions?.apply(to: "\(shelf)/\(hex.dropFirst(2))")
    try verify(id, bytes, operation)
    return id
  }

  /// Makes the folder for an object, and makes sure that it lasts.
  private func makeShelf(_ path: String, _ operation: String) throws(GitError) {
    guard unsafe mkdir(path, 0o777) == 0 else {
      guard errno == EEXIST else { throw .system(operation, errno) }
      return
    }
    permissions?.apply(to: path)
    let directory = try OpenDirectory(folder)
    _ = withExtendedLifetime(directory) { fsync(directory.descriptor) }
  }

  /// An object that existed already may be damaged, and libgit2 would consider it written.
  private func verify(_ id: ObjectID, _ bytes: [UInt8], _ operation: String) throws(GitError) {
    var name = git_oid(id)
    let object = try unsafe Owned<DatabaseObjectKind>(operation, explain: { $0.naming(id) }) {
      unsafe git_odb_read(&$0, database.pointer, &name)
    }
    let stored = unsafe UnsafeRawBufferPointer(
      start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
    guard unsafe stored.elementsEqual(bytes) else {
      throw GitError(.corrupt, operation, "it is not what it should be").naming(id)
    }
  }

  private func writing(_ error: GitError) -> GitError {
    GitError(error.code == .corrupt ? .io : error.code, error.operation, error.message, advice: "Nothing was changed")
  }
}

extension ObjectType {
  var code: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }
}

extension Repository {
  /// Throws when nothing may be written: objects that a push brings are not part of the repository yet.
  func requireWritable(_ operation: String) throws(GitError) {
    guard environment["GIT_QUARANTINE_PATH"] != nil else { return }
    throw GitError(
      .notAllowed, operation, "a push into it is being checked (GIT_QUARANTINE_PATH is set)",
      advice: "Write from a post-receive hook")
  }
}
