import StrategyModel

/// One commit on the line that changed the meaning of an entity.
package struct HistoryEvent: Sendable {
  /// The commit's position on the line, 0 for the oldest.
  package let ordinal: Int
  package let change: EntityChange
  /// The file, below the strategy's folder.
  package let path: String

  package init(ordinal: Int, change: EntityChange, path: String) {
    (self.ordinal, self.change, self.path) = (ordinal, change, path)
  }
}

/// A file that could not be read for a while; its earlier content continued to count.
package struct BrokenStretch: Sendable {
  package let path: String
  package let reason: String
  package let from: Int
  /// The commit that repaired or removed it; `nil` when it is still broken.
  package internal(set) var to: Int?

  package init(path: String, reason: String, from: Int, to: Int? = nil) {
    self.path = path
    self.reason = reason
    self.from = from
    self.to = to
  }
}

/// A file that claims an id which another file already has.
package struct DuplicateStretch: Sendable {
  package let key: EntityKey
  package let path: String
  package let version: EntityVersion
  package let from: Int
  package internal(set) var to: Int?

  package init(key: EntityKey, path: String, version: EntityVersion, from: Int, to: Int? = nil) {
    (self.key, self.path, self.version, self.from, self.to) = (key, path, version, from, to)
  }

  /// What was known of it when a commit had landed.
  func upTo(_ ordinal: Int) -> DuplicateStretch? {
    guard from <= ordinal else { return nil }
    var stretch = self
    if let to, to > ordinal { stretch.to = nil }
    return stretch
  }
}

/// Every change of the meaning of a strategy's files, commit by commit.
package struct EntityHistory: Sendable {
  /// In the order of the commits; within a commit by entity.
  package private(set) var events: [HistoryEvent] = []
  package private(set) var broken: [BrokenStretch] = []
  package private(set) var duplicates: [DuplicateStretch] = []
  /// The content of the files after the last commit so far, by path.
  package private(set) var files: [String: EntityVersion] = [:]
  /// The files that claim an entity, sorted.
  private var paths: [EntityKey: [String]] = [:]

  package init() {}

  /// Continues an earlier history, without repeating its events.
  ///
  /// - Parameter files: the last content of each file, by path.
  package init(
    continuing files: [String: EntityVersion], broken: [BrokenStretch], duplicates: [DuplicateStretch]
  ) {
    self.files = files
    self.broken = broken
    self.duplicates = duplicates
    for (path, version) in files { paths[version.key, default: []].append(path) }
    for key in paths.keys { paths[key]?.sort() }
  }

  /// Adds the next commit that changed any file.
  ///
  /// - Parameter changes: paths below the strategy's folder; `nil` for a file that was removed.
  package mutating func append(_ ordinal: Int, _ changes: [(path: String, meaning: FileMeaning?)]) {
    var before: [EntityKey: EntityVersion?] = [:]
    func remember(_ key: EntityKey) { if before[key] == nil { before[key] = .some(current(key)) } }
    for (path, meaning) in changes {
      noteBroken(path, meaning, at: ordinal)
      if case .broken? = meaning { continue }
      for key in [files[path]?.key, meaning?.entity?.key].compactMap(\.self) { remember(key) }
      if let old = files[path] { paths[old.key]?.removeAll { $0 == path } }
      files[path] = meaning?.entity
      if let new = meaning?.entity?.key { paths[new] = ((paths[new] ?? []) + [path]).sorted() }
    }
    record(before, at: ordinal)
    for key in before.keys.sorted() { noteDuplicates(of: key, at: ordinal) }
  }

  /// The entity according to the first of the files that claim it.
  private func current(_ key: EntityKey) -> EntityVersion? { paths[key]?.first.flatMap { files[$0] } }

  private mutating func record(_ before: [EntityKey: EntityVersion?], at ordinal: Int) {
    var old = Snapshot()
    var new = Snapshot()
    for (key, version) in before {
      if let version { old.insert(version) }
      if let version = current(key) { new.insert(version) }
    }
    for team in before.keys.compactMap({ TeamPlace($0)?.team }) { addTeam(EntityKey(.team, team), before, &old, &new) }
    for change in old.changes(to: new) {
      events.append(HistoryEvent(ordinal: ordinal, change: change, path: paths[change.key]?.first ?? ""))
    }
  }

  /// Adds a team whose goals or check-ins change, since its file says who it was before, even if that file does not
  /// change.
  private func addTeam(
    _ key: EntityKey, _ before: [EntityKey: EntityVersion?], _ old: inout Snapshot, _ new: inout Snapshot
  ) {
    guard before[key] == nil, let version = current(key) else { return }
    old.insert(version)
    new.insert(version)
  }

  private mutating func noteBroken(_ path: String, _ meaning: FileMeaning?, at ordinal: Int) {
    let open = broken.lastIndex { $0.path == path && $0.to == nil }
    if case .broken(let reason)? = meaning {
      if open == nil { broken.append(BrokenStretch(path: path, reason: reason, from: ordinal)) }
    } else if let open {
      broken[open].to = ordinal
    }
  }

  private mutating func noteDuplicates(of key: EntityKey, at ordinal: Int) {
    let others = (paths[key] ?? []).dropFirst()
    for position in duplicates.indices where duplicates[position].key == key && duplicates[position].to == nil {
      let stretch = duplicates[position]
      if !others.contains(stretch.path) || files[stretch.path] != stretch.version { duplicates[position].to = ordinal }
    }
    for path in others where !duplicates.contains(where: { $0.key == key && $0.path == path && $0.to == nil }) {
      guard let version = files[path] else { continue }
      duplicates.append(DuplicateStretch(key: key, path: path, version: version, from: ordinal))
    }
  }

  /// The path of an entity's file after the last commit, below the strategy's folder; `nil` when there is none.
  package func path(of key: EntityKey) -> String? { paths[key]?.first }

  /// All entities as they are after the last commit.
  package var snapshot: Snapshot {
    var snapshot = Snapshot()
    for key in paths.keys { if let version = current(key) { snapshot.insert(version) } }
    return snapshot
  }
}
