import StrategyModel

/// The meaning of all files of a strategy at one moment.
package struct Snapshot: Sendable {
  package private(set) var entities: [EntityKey: EntityVersion] = [:]
  /// The files that could not be read, with the reason.
  package private(set) var broken: [(path: String, reason: String)] = []

  package init() {}

  /// Adds an entity, or replaces its old version.
  mutating func insert(_ version: EntityVersion) { entities[version.key] = version }

  /// - Parameter files: paths below the strategy's folder, in any order; of two files with one id, the one with the
  ///   lesser path counts.
  package init(_ files: [(path: String, meaning: FileMeaning)]) {
    for (path, meaning) in files.sorted(by: { $0.path < $1.path }) {
      switch meaning {
      case .entity(let version) where entities[version.key] == nil: entities[version.key] = version
      case .entity: break
      case .broken(let reason): broken.append((path, reason))
      }
    }
  }

  /// What changed from this snapshot to another, sorted by entity.
  package func changes(to other: Snapshot) -> [EntityChange] {
    let names = NewNames(from: self, to: other)
    var changes: [EntityChange] = []
    for key in Set(entities.keys).union(other.entities.keys).sorted() where !names.isNew(key) {
      let new = names.renamed[key] ?? key
      changes += [EntityChange(entities[key], other.entities[new], names)].compactMap(\.self)
    }
    return changes
  }

  package func applying(_ changes: [EntityChange]) -> Snapshot {
    var result = self
    for change in changes {
      if let old = change.old { result.entities[old.key] = nil }
      result.entities[change.key] = change.applied(to: change.old.flatMap { entities[$0.key] })
    }
    return result
  }
}
