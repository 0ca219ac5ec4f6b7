/// Changes of files, arranged as a tree of folders.
struct TreeEdit {
  private var change: FileChange?
  private var children: [[UInt8]: TreeEdit] = [:]

  init(_ changes: [TreePath: FileChange]) {
    for (path, change) in changes { add(change, at: path.names[...]) }
  }

  private init() {}

  private mutating func add(_ change: FileChange, at names: ArraySlice<ArraySlice<UInt8>>) {
    guard let name = names.first else { return self.change = change }
    children[Array(name), default: TreeEdit()].add(change, at: names.dropFirst())
  }

  /// Writes the folder that the changes produce, `nil` when they leave it empty.
  ///
  /// Recursion is limited by the length of a path.
  func apply(toFolder path: [UInt8], _ base: ObjectID?, _ target: TreeTarget) throws(GitError) -> ObjectID? {
    guard !children.isEmpty else { return base }
    let before = try base.map { (id) throws(GitError) in try target.entries(of: id, path) } ?? []
    var entries = before
    for (name, child) in children.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let file = before.entry(name[...], isFolder: false)
      let folder = before.entry(name[...], isFolder: true)
      let place = path.isEmpty ? name : path + [slash] + name
      let entry = try child.entry(name, place, file: file, folder: folder, target)
      entries.replace(name[...], with: entry)
    }
    if entries.isEmpty { return nil }
    let bytes = entries.flatMap(\.bytes)
    if let base, bytes == before.flatMap(\.bytes) { return base }
    return try target.writer.write(bytes, as: .tree)
  }

  /// The entry under a name after the changes.
  private func entry(
    _ name: [UInt8], _ path: [UInt8], file: TreeEntry?, folder: TreeEntry?, _ target: TreeTarget
  ) throws(GitError) -> TreeEntry? {
    let operation = "write '\(String(decoding: path, as: UTF8.self))'"
    if file != nil, !children.isEmpty, change != .removal {
      throw GitError(.notAFile, operation, "files cannot lie below it, since it is a file itself")
    }
    let below = try apply(toFolder: path, folder?.id, target)
    let left = below.map { TreeEntry(mode: 0o040000, name: name[...], id: $0) }
    switch change {
    case nil: return left
    case .removal:
      guard file != nil else { throw GitError(.notFound, operation, "there is no such file to remove") }
      return left
    case .text(let bytes, let wanted):
      guard left == nil else { throw GitError(.notAFile, operation, "a folder of this name is in its place") }
      let mode = wanted ?? file.map { FileMode(recorded: $0.mode) ?? .symbolicLink } ?? .regular
      guard mode.isRegular else { throw GitError(.notAFile, operation, "it is a symbolic link or a submodule") }
      return TreeEntry(mode: mode.rawValue, name: name[...], id: try target.writer.write(bytes, as: .blob))
    case .object(let id, let mode):
      guard left == nil else { throw GitError(.notAFile, operation, "a folder of this name is in its place") }
      return TreeEntry(mode: mode.rawValue, name: name[...], id: id)
    }
  }
}

/// Where trees are read from and written to.
struct TreeTarget {
  let repository: Repository
  let writer: ObjectWriter

  func entries(of tree: ObjectID, _ path: [UInt8]) throws(GitError) -> [TreeEntry] {
    try repository.treeEntries(tree, path)
  }
}

extension Repository {
  /// The entries of a folder's tree object.
  func treeEntries(_ tree: ObjectID, _ path: [UInt8]) throws(GitError) -> [TreeEntry] {
    let operation = "read '\(path.isEmpty ? "/" : String(decoding: path, as: UTF8.self))'"
    guard let entries = TreeEntry.parse(try read(tree, as: .tree, for: operation)) else {
      throw GitError(.corrupt, operation, "its tree \(tree) is damaged", advice: "Run 'git fsck'")
    }
    return entries
  }

  /// Writes the tree that the changes make from another (`nil` for the empty one) and returns its name.
  ///
  /// Only changed folders are read and written; a folder that becomes empty is removed.
  package func writeTree(_ changes: [TreePath: FileChange], onto base: ObjectID?) throws(GitError) -> ObjectID {
    let target = TreeTarget(repository: self, writer: try ObjectWriter(self))
    return try writeTree(changes, onto: base, target)
  }

  func writeTree(
    _ changes: [TreePath: FileChange], onto base: ObjectID?, _ target: TreeTarget
  ) throws(GitError) -> ObjectID {
    let tree = try TreeEdit(changes).apply(toFolder: [], base, target)
    if let tree { return tree }
    return try target.writer.write([], as: .tree)
  }
}
