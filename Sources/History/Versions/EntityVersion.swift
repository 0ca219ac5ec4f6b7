package import StrategyModel
package import StrictYAML

/// The name of an entity, independent of its file.
package struct EntityKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let kind: Kind
  package let id: String

  package init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  /// `metric/activation-rate`.
  package var description: String { "\(kind.rawValue)/\(id)" }

  package static func < (a: EntityKey, b: EntityKey) -> Bool {
    (a.kind.rawValue, a.id) < (b.kind.rawValue, b.id)
  }
}

/// One scalar of an entity: its path, its value, and its bytes in the file.
package struct Leaf: Sendable {
  /// Names of fields and keys of items: `objectives[first-meeting].key_results[completion].target`.
  package let path: String
  /// Decoded and normalised: `41` for `41.0`.
  package let value: String
  package let range: ByteRange

  package init(path: String, value: String, range: ByteRange) {
    (self.path, self.value, self.range) = (path, value, range)
  }
}

/// The meaning of one file, independent of formatting, order, comments, quoting and path.
package struct EntityVersion: Sendable {
  package let key: EntityKey
  /// Sorted by path, each path once.
  package let leaves: [Leaf]

  /// - Parameter leaves: sorted by path, each path once.
  package init(key: EntityKey, leaves: [Leaf]) {
    self.key = key
    self.leaves = leaves
  }

  /// The value at a path; `nil` when there is none.
  package subscript(path: String) -> String? { leaf(at: path)?.value }

  package func leaf(at path: String) -> Leaf? {
    var range = leaves.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if leaves[middle].path == path { return leaves[middle] }
      range = leaves[middle].path < path ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The values of a list of plain values: `list("members")`.
  package func list(_ field: String) -> [String] {
    leaves.filter { $0.path.hasPrefix(field + "[") }.map(\.value)
  }

  /// The keys of a list's items, in order: `items("drives")`.
  package func items(_ field: String) -> [String] {
    var keys: [String] = []
    for leaf in leaves where leaf.path.hasPrefix(field + "[") {
      let key = leaf.path.dropFirst(field.count + 1).prefix { $0 != "]" }
      if keys.last != String(key) { keys.append(String(key)) }
    }
    return keys
  }
}

extension EntityVersion: Equatable {
  package static func == (a: EntityVersion, b: EntityVersion) -> Bool {
    a.key == b.key && a.leaves.elementsEqual(b.leaves) { $0.path.isExactly($1.path) && $0.value.isExactly($1.value) }
  }
}

/// The content of a file at one commit.
package enum FileMeaning: Sendable, Equatable {
  case entity(EntityVersion)
  /// The reason in one clause; the earlier content continues to count.
  case broken(String)

  package var entity: EntityVersion? { if case .entity(let version) = self { version } else { nil } }
}

extension EntityVersion {
  /// Of a team: its lead, and whoever leads it for the time being; empty while nobody does.
  package var leads: [String] {
    [self["lead"], self["acting_lead"]].compactMap(\.self).filter { $0 != VacantLead.vacant.rawValue }
  }
}
