/// One path of the index.
struct IndexEntry: Sendable {
  let path: ArraySlice<UInt8>
  let kind: SourceFile.Kind
  /// `nil` when unmerged.
  let id: ObjectID?
  /// Left out of the working tree by a sparse checkout.
  let isSkipped: Bool
  /// Only announced, with `git add --intent-to-add`: the next commit will not contain it.
  let isIntended: Bool

  init(path: ArraySlice<UInt8>, mode: UInt32, id: ObjectID?, stage: UInt8, isSkipped: Bool, isIntended: Bool) {
    self.path = path
    self.isSkipped = isSkipped
    self.isIntended = isIntended
    self.id = stage == 0 ? id : nil
    if stage > 0 {
      kind = .unmerged
    } else if case .file(let kind, _) = FolderEntry.kind(mode: mode, id: nil) {
      self.kind = kind
    } else {
      kind = .other
    }
  }

  /// Every path once and in order, except those that are only announced. Needs only the repository's location.
  static func all(of location: IndexLocation) throws(GitError) -> [IndexEntry] {
    let listed: [IndexEntry]
    if let parsed = try parsed(location.path) {
      listed = parsed
    } else {
      listed = try IndexListing.list(location.environment)
    }
    var entries: [IndexEntry] = []
    entries.reserveCapacity(listed.count)
    for entry in listed where !entry.isIntended && entries.last?.path != entry.path { entries.append(entry) }
    return entries
  }

  /// `nil` when the file has a format that only git can read.
  private static func parsed(_ path: String) throws(GitError) -> [IndexEntry]? {
    let bytes: [UInt8]
    do {
      bytes = try DiskFile.read(path)
    } catch {
      // A repository without any commit has no index.
      guard error.code == .notFound else { throw error }
      return []
    }
    return try IndexFile.parse(bytes)
  }
}

/// Where the index is.
struct IndexLocation {
  let environment: GitEnvironment
  let path: String

  init(_ environment: GitEnvironment, gitDirectory: String) {
    self.environment = environment
    path = environment.path("GIT_INDEX_FILE") ?? "\(gitDirectory)/index"
  }
}
