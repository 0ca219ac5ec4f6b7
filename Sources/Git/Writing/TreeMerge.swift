/// Merges three trees file by file, in memory; reads only folders that differ.
///
/// Does not detect renames: a renamed file is one that disappears and one that appears.
package struct TreeMerge: Sendable {
  /// A file on one side.
  package struct Version: Sendable, Hashable {
    package let id: ObjectID
    package let mode: FileMode
  }

  /// A file that both sides changed, each differently.
  package struct Contested: Sendable, Hashable {
    package let path: TreePath
    /// `nil` on the sides that lack the file.
    package let base: Version?
    package let ours: Version?
    package let theirs: Version?
    /// After the merge a folder of this name has files, so that no file can stay here.
    package let isFolder: Bool
    /// The mode of the merged file, as far as the sides agree.
    package let mode: FileMode?
  }

  /// How a conflict over a file is resolved.
  package enum Resolution: Sendable {
    case text([UInt8])
    case removal
    case conflict
  }

  /// What to change in our tree for everything that is not contested.
  package private(set) var changes: [TreePath: FileChange] = [:]
  /// In the order of their paths' bytes.
  package private(set) var contested: [Contested] = []
  private var folders = 0
  /// How many files and folders are below trees that only the other side has.
  private var counts: [ObjectID: Int] = [:]

  /// `base` is `nil` when the sides have nothing in common.
  package init(
    base: ObjectID?, ours: ObjectID, theirs: ObjectID, in repository: Repository
  ) throws(GitError) {
    try mergeFolder([], Sides(base: base, ours: ours, theirs: theirs), repository)
    contested.sort { $0.path < $1.path }
  }

  /// The changes including what `resolve` makes of contested files, and the files that stay in conflict.
  package func resolved<Failure>(
    _ resolve: (Contested) throws(Failure) -> Resolution
  ) throws(Failure) -> (changes: [TreePath: FileChange], conflicts: [Contested]) {
    var changes = changes
    var conflicts: [Contested] = []
    for file in contested {
      switch try resolve(file) {
      case .text where file.isFolder: conflicts.append(file)
      // A link or a submodule has no text to merge.
      case .text where file.mode?.isRegular == false: conflicts.append(file)
      case .text(let text): changes[file.path] = .text(text, mode: file.mode)
      case .removal where file.ours != nil: changes[file.path] = .removal
      case .removal: break
      case .conflict: conflicts.append(file)
      }
    }
    return (changes, conflicts)
  }

  /// The same path in the three trees.
  private struct Sides<Thing> {
    var base: Thing?
    var ours: Thing?
    var theirs: Thing?

    func map<Other>(_ transform: (Thing) throws(GitError) -> Other?) throws(GitError) -> Sides<Other> {
      func apply(_ thing: Thing?) throws(GitError) -> Other? {
        guard let thing else { return nil }
        return try transform(thing)
      }
      return Sides<Other>(base: try apply(base), ours: try apply(ours), theirs: try apply(theirs))
    }
  }

  /// Merges what differs; recursion is limited by the length of a path.
  private mutating func mergeFolder(
    _ path: [UInt8], _ trees: Sides<ObjectID>, _ repository: Repository
  ) throws(GitError) {
    guard trees.ours != trees.theirs, trees.base != trees.theirs else { return }
    folders += 1
    guard folders <= fileLimit else { throw .tooMany("compare two commits", limit: fileLimit) }
    if trees.base == nil, trees.ours == nil, let new = trees.theirs { _ = try count(new, path, repository) }
    let entries = try trees.map { (tree) throws(GitError) in try repository.treeEntries(tree, path) }
    for name in Self.names(entries.base ?? [], entries.theirs ?? []) {
      let place = path.isEmpty ? Array(name) : path + [slash] + name
      let files = try entries.map { (entries) throws(GitError) in entries.entry(name, isFolder: false) }
      let folders = try entries.map { (entries) throws(GitError) in entries.entry(name, isFolder: true)?.id }
      let file = try files.map { (entry) throws(GitError) in try Version(entry, place) }
      let hasFile = file.base != nil || file.ours != nil || file.theirs != nil
      if folders.base != nil || folders.ours != nil || folders.theirs != nil {
        guard place.count < pathLimit else { _ = try TreePath(bytes: place); return }
        try mergeFolder(place, folders, repository)
      }
      if hasFile {
        let isFolder =
          try folders.ours != nil || folders.theirs != nil
          ? keepsFiles(place, ours: folders.ours, repository) : false
        try mergeFile(place, file, isFolder: isFolder)
      }
    }
  }

  /// Counts what is below a tree, each object once, before any of it is looked at.
  private mutating func count(_ tree: ObjectID, _ path: [UInt8], _ repository: Repository) throws(GitError) -> Int {
    if let known = counts[tree] { return known }
    guard path.count < pathLimit else { return 0 }
    var count = 0
    for entry in try repository.treeEntries(tree, path) {
      count += try 1 + (entry.isFolder ? self.count(entry.id, path + [slash] + entry.name, repository) : 0)
      guard count <= fileLimit else { throw .tooMany("compare two commits", limit: fileLimit) }
    }
    counts[tree] = count
    return count
  }

  /// The names under which the other side differs from the base; our own changes are in our tree already.
  private static func names(_ base: [TreeEntry], _ theirs: [TreeEntry]) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    var (place, other) = (0, 0)
    while place < base.count || other < theirs.count {
      let old = place < base.count ? base[place] : nil
      let new = other < theirs.count ? theirs[other] : nil
      let isOld = old.map { old in new.map { !$0.precedes(old.name, isFolder: old.isFolder) } ?? true } ?? false
      let isNew = new.map { new in old.map { !$0.precedes(new.name, isFolder: new.isFolder) } ?? true } ?? false
      if isOld { place += 1 }
      if isNew { other += 1 }
      let name = isOld ? old?.name : new?.name
      if let name, !(isOld && isNew && old?.id == new?.id && old?.mode == new?.mode) { names.append(name) }
    }
    // A file and a folder may have the same name.
    return Set(names).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func mergeFile(_ path: [UInt8], _ file: Sides<Version>, isFolder: Bool) throws(GitError) {
    let (base, ours, theirs) = (file.base, file.ours, file.theirs)
    let merged = Self.merge(base, ours, theirs)
    let mode = Self.merge(base?.mode, ours?.mode, theirs?.mode) ?? ours?.mode
    if case .some(let version) = merged, version == nil || !isFolder {
      guard version != ours else { return }
      guard changes.count < fileLimit else { throw .tooMany("compare two commits", limit: fileLimit) }
      let path = try TreePath(bytes: path)
      changes[path] = version.map { .object($0.id, $0.mode) } ?? .removal
      return
    }
    if let base, let ours, let theirs, base.mode.isRegular, ours.mode.isRegular, theirs.mode.isRegular, !isFolder,
      let id = Self.merge(base.id, ours.id, theirs.id), let id, let mode
    {
      // One side changed the text and the other the mode.
      changes[try TreePath(bytes: path)] = .object(id, mode)
      return
    }
    contested.append(
      Contested(
        path: try TreePath(bytes: path), base: base, ours: ours, theirs: theirs, isFolder: isFolder, mode: mode ?? nil))
  }

  /// The merged value of three sides, `nil` when both changed it differently.
  private static func merge<Thing: Equatable>(_ base: Thing?, _ ours: Thing?, _ theirs: Thing?) -> Thing?? {
    if ours == theirs || base == theirs { return .some(ours) }
    return base == ours ? .some(theirs) : nil
  }

  /// Whether the folder contains files after the changes.
  private func keepsFiles(_ path: [UInt8], ours: ObjectID?, _ repository: Repository) throws(GitError) -> Bool {
    let below = changes.filter { $0.key.bytes.starts(with: path + [slash]) }
    if below.contains(where: { $0.value != .removal }) { return true }
    if contested.contains(where: { $0.path.bytes.starts(with: path + [slash]) }) { return true }
    guard let ours else { return false }
    return try repository.holds(ours, path, moreFilesThan: below.count)
  }
}

extension TreeMerge.Version {
  init(_ entry: TreeEntry, _ path: [UInt8]) throws(GitError) {
    guard let mode = FileMode(recorded: entry.mode) else {
      let place = String(decoding: path, as: UTF8.self)
      throw GitError(.corrupt, "merge '\(place)'", "its tree entry has an unknown mode", advice: "Run 'git fsck'")
    }
    self.init(id: entry.id, mode: mode)
  }
}

extension Repository {
  /// Whether a folder and those below it contain more files than that.
  fileprivate func holds(_ tree: ObjectID, _ path: [UInt8], moreFilesThan limit: Int) throws(GitError) -> Bool {
    var (count, folders) = (0, 0)
    func countFiles(_ tree: ObjectID, _ path: [UInt8]) throws(GitError) {
      guard path.count < pathLimit else { return }
      folders += 1
      guard folders <= fileLimit else { throw .tooMany("compare two commits", limit: fileLimit) }
      for entry in try treeEntries(tree, path) where count <= limit {
        if entry.isFolder { try countFiles(entry.id, path + [slash] + entry.name) } else { count += 1 }
      }
    }
    try countFiles(tree, path)
    return count > limit
  }
}
