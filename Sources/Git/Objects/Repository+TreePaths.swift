extension Repository {
  /// The names in a folder of a tree; none where there is no such folder.
  package func names(in folder: [ArraySlice<UInt8>], of tree: ObjectID) throws(GitError) -> [[UInt8]] {
    guard let found = try self.folder(folder, of: tree) else { return [] }
    return try treeEntries(found, folder.last.map(Array.init) ?? []).map { Array($0.name) }
  }

  /// The file at a path of a tree; `nil` where there is none.
  package func file(_ path: TreePath, in tree: ObjectID) throws(GitError) -> TreeMerge.Version? {
    guard let name = path.names.last, let folder = try folder(path.names.dropLast(), of: tree),
      let entry = try treeEntries(folder, path.bytes).entry(name, isFolder: false)
    else { return nil }
    return try TreeMerge.Version(entry, path.bytes)
  }

  /// The tree of a folder; `nil` where there is no such folder.
  private func folder(_ names: [ArraySlice<UInt8>], of tree: ObjectID) throws(GitError) -> ObjectID? {
    var tree = tree
    for name in names {
      guard let next = try treeEntries(tree, Array(name)).entry(name, isFolder: true) else { return nil }
      tree = next.id
    }
    return tree
  }
}
