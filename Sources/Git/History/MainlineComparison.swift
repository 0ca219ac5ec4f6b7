/// What a commit did to one file of a strategy, compared with its first parent.
package struct FileEvent: Sendable {
  /// The commit's place on the line, 0 for the newest.
  package let position: Int
  /// With its path below the strategy's folder. Has no object when the file was removed.
  package let file: SourceFile
  package let isRemoved: Bool
}

/// Compares the trees of neighbours on a line, limited to the files that the selection accepts.
struct MainlineComparison: Sendable {
  let commits: [LineCommit]
  /// The tree before the oldest commit; `nil` when there is none.
  let treeBefore: ObjectID?
  let selection: Selection

  /// What happened in the commits at these positions, the newest first.
  func events(in positions: Range<Int>, _ trees: TreeReader) throws(GitError) -> [FileEvent] {
    var events: [FileEvent] = []
    for position in positions {
      let older = position + 1 < commits.count ? commits[position + 1].tree : treeBefore
      guard commits[position].tree != older else { continue }
      let new = try trees.folder(selection.folder, in: commits[position].tree)
      let old = try older.flatMap { (tree) throws(GitError) in try trees.folder(selection.folder, in: tree) }
      try events.append(contentsOf: self.events(at: position, old: old, new: new, trees))
    }
    return events
  }

  /// What happened between two trees of the strategy's folder.
  func events(
    at position: Int, old: ObjectID?, new: ObjectID?, _ trees: TreeReader
  ) throws(GitError) -> [FileEvent] {
    var events: [FileEvent] = []
    var open: [(path: [UInt8], old: ObjectID?, new: ObjectID?)] = [([], old, new)]
    while let folder = open.popLast() {
      guard folder.old != folder.new, folder.path.count < pathLimit else { continue }
      for pair in try trees.differences(folder.old, folder.new) {
        let isTop = folder.path.isEmpty
        let (oldFolder, newFolder) = (pair.old.folder, pair.new.folder)
        if oldFolder != nil || newFolder != nil, enters(pair.name, isTop: isTop) {
          open.append((folder.path + (isTop ? [] : [slash]) + pair.name, oldFolder, newFolder))
        }
        let new = pair.new.flatMap { version(folder.path, pair.name, $0) }
        if let file = new ?? pair.old.flatMap({ version(folder.path, pair.name, $0) }) {
          events.append(FileEvent(position: position, file: file, isRemoved: new == nil))
        }
      }
    }
    return events
  }

  private func enters(_ name: ArraySlice<UInt8>, isTop: Bool) -> Bool {
    isTop ? selection.enters(topFolder: name) : Selection.enters(name)
  }

  /// The file that an entry is, when the selection accepts it.
  private func version(_ folder: [UInt8], _ name: ArraySlice<UInt8>, _ entry: FolderEntry.Kind) -> SourceFile? {
    guard case .file(let kind, let id) = entry else { return nil }
    let isWanted = folder.isEmpty ? selection.accepts(topEntry: name, kind) : selection.accepts(name, kind)
    return isWanted ? SourceFile(folder: folder, name: name, kind: kind, id: id) : nil
  }
}

extension FolderEntry.Kind? {
  fileprivate var folder: ObjectID? { if case .folder(let id)? = self { id } else { nil } }
}

/// Reads trees on one thread; neighbours on a line mostly share them.
final class TreeReader {
  private let objects: ObjectReader
  private var kept: [(id: ObjectID, bytes: [UInt8])?]

  init(_ repository: Repository, worker: Int) throws(GitError) {
    objects = try ObjectReader(repository.objectDirectories, worker: worker)
    kept = Array(repeating: nil, count: 256)
  }

  func differences(_ old: ObjectID?, _ new: ObjectID?) throws(GitError) -> [TreeDifference.Pair] {
    guard let difference = TreeDifference(try bytes(old), try bytes(new)) else {
      throw damaged(new ?? old)
    }
    return difference.pairs
  }

  /// The tree of a folder, "" for the top; `nil` when there is no such folder.
  func folder(_ path: String, in tree: ObjectID) throws(GitError) -> ObjectID? {
    var id = tree
    for name in path.utf8.split(separator: slash) {
      guard case .folder(let inner?)? = try entry(name, in: id) else { return nil }
      id = inner
    }
    return id
  }

  func entry(_ name: Substring.UTF8View, in tree: ObjectID) throws(GitError) -> FolderEntry.Kind? {
    let bytes = try bytes(tree)
    var place = 0
    while place < bytes.count {
      guard let entry = TreeParser.entry(in: bytes, at: &place) else { throw damaged(tree) }
      if entry.name.elementsEqual(name) { return entry.kind }
    }
    return nil
  }

  private func bytes(_ tree: ObjectID?) throws(GitError) -> [UInt8] {
    guard let tree else { return [] }
    let slot = Int(tree.lastByte)
    if let found = kept[slot], found.id == tree { return found.bytes }
    let bytes = try objects.read(tree, as: .tree, for: "read the history")
    kept[slot] = (tree, bytes)
    return bytes
  }

  private func damaged(_ tree: ObjectID?) -> GitError {
    GitError(
      .corrupt, "read the history", "tree \(tree.map(\.description) ?? "") is damaged", advice: "Run 'git fsck'")
  }
}
