internal import CLibGit2

/// An object database for one thread.
///
/// libgit2 shares an open pack, behind a lock, between all readers that spell its path the same way. So each worker
/// spells the path differently, which lets threads read one pack in parallel.
final class ObjectReader {
  private let database: Owned<DatabaseKind>

  init(_ directories: ObjectDirectories, worker: Int) throws(GitError) {
    try LibGit2.start()
    let operation = "open the objects in '\(directories.main)'"
    let database = try unsafe Owned<DatabaseKind>(operation) { unsafe git_odb_new(&$0) }
    for directory in directories.all {
      try database.add(directory + String(repeating: "/.", count: worker), for: operation)
    }
    self.database = database
  }

  var pointer: OpaquePointer { unsafe database.pointer }

  func holds(_ id: ObjectID) -> Bool {
    var name = git_oid(id)
    return unsafe git_odb_exists(database.pointer, &name) == 1
  }

  /// The bytes of an object, which must be of this type.
  func read(_ id: ObjectID, as type: ObjectType, for operation: @autoclosure () -> String) throws(GitError) -> [UInt8] {
    let (found, bytes) = try read(id, for: operation())
    guard found == type else { throw GitError(.corrupt, operation(), "object \(id) is not a \(type)") }
    return bytes
  }

  /// An object's type and bytes.
  func read(_ id: ObjectID, for operation: @autoclosure () -> String) throws(GitError) -> (ObjectType, [UInt8]) {
    var name = git_oid(id)
    let object = try unsafe Owned<DatabaseObjectKind>(operation(), explain: { $0.naming(id) }) {
      unsafe git_odb_read(&$0, database.pointer, &name)
    }
    guard let type = unsafe ObjectType(git_odb_object_type(object.pointer)) else {
      throw GitError(.corrupt, operation(), "object \(id) has an unknown type").naming(id)
    }
    let data = unsafe UnsafeRawBufferPointer(
      start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
    return unsafe (type, [UInt8](data))
  }
}

extension Owned where Kind == DatabaseKind {
  /// Adds the objects in a directory, but not those it borrows. Packs come first, so that packed objects cost nothing
  /// more; then loose objects, which are read with care.
  borrowing func add(_ directory: String, for operation: String) throws(GitError) {
    let priorities: (packs: Int32, loose: Int32) = (2, 1)
    var packs: OpaquePointer?
    var status = unsafe git_odb_backend_pack(&packs, directory)
    guard status >= 0, let packs = unsafe packs else { throw LibGit2.error(status, operation) }
    status = unsafe git_odb_add_alternate(pointer, packs, priorities.packs)
    guard status >= 0 else { throw LibGit2.error(status, operation) }
    var loose: OpaquePointer?
    status = unsafe northstar_loose_objects(&loose, directory)
    guard status >= 0, let loose = unsafe loose else { throw LibGit2.error(status, operation) }
    status = unsafe git_odb_add_alternate(pointer, loose, priorities.loose)
    guard status >= 0 else { throw LibGit2.error(status, operation) }
  }
}

/// The kinds of object.
enum ObjectType: Sendable {
  case commit, tree, blob, tag

  fileprivate init?(_ code: git_object_t) {
    switch code {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }
}

extension git_oid {
  init(_ id: ObjectID) {
    self.init()
    let bytes = id.bytes
    unsafe withUnsafeMutableBytes(of: &self.id) { unsafe $0.copyBytes(from: bytes) }
  }
}

extension ObjectID {
  init?(_ id: git_oid) {
    self.init(bytes: unsafe withUnsafeBytes(of: id.id) { unsafe Array($0) })
  }
}

extension GitError {
  /// This failure with the object's name in it.
  func naming(_ id: ObjectID) -> GitError {
    switch code {
    case .missingObject: GitError(.missingObject, operation, "object \(id) is missing", advice: "Run 'git fsck'")
    case .corrupt:
      GitError(
        .corrupt, operation, message.contains("\(id)") ? message : "object \(id) is damaged: \(message)",
        advice: "Run 'git fsck' and fetch it again")
    default: self
    }
  }
}
