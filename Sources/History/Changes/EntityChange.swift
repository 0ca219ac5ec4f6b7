import StrategyModel
import StrictYAML

/// One field's old and new value; `nil` when it has no value.
package struct FieldChange: Sendable {
  package let path: String
  package let old: Leaf?
  package let new: Leaf?
  /// Whether both values name the same team, which has a new id.
  package let isNewName: Bool

  package init(path: String, old: Leaf?, new: Leaf?, isNewName: Bool = false) {
    self.path = path
    self.old = old
    self.new = new
    self.isNewName = isNewName
  }

  /// The name of the field, without the items and fields around it: `target`.
  package var field: Substring { path.split(separator: ".").last ?? Substring(path) }
}

/// What happened to one entity between two states.
package struct EntityChange: Sendable {
  package enum What: Sendable, Equatable {
    case added, removed, changed
    /// The same team under a new id, or its OKRs or check-ins in a cycle.
    case renamed(from: String)
    /// A team's OKRs or check-ins in a cycle moved into an existing file of the team that took it over.
    case moved(into: String)

    /// Whether the entity was added, removed or moved as a whole, so that single fields say nothing more.
    package var isWhole: Bool {
      switch self {
      case .added, .removed, .moved: true
      case .changed, .renamed: false
      }
    }
  }

  package let key: EntityKey
  package let what: What
  /// Sorted by path. For an entity that was added or removed as a whole: every field.
  package private(set) var fields: [FieldChange]
  package let old: EntityVersion?
  package let new: EntityVersion?

  /// `nil` when both are equal.
  ///
  /// - Parameter names: new ids of teams.
  package init?(_ old: EntityVersion?, _ new: EntityVersion?, _ names: NewNames = NewNames()) {
    guard let key = new?.key ?? old?.key else { return nil }
    var fields = FieldChange.between(old?.leaves ?? [], new?.leaves ?? [])
    if !names.isEmpty { fields = fields.map { names.marked($0, in: key.kind) } }
    self.key = key
    self.fields = fields
    self.old = old
    self.new = new
    switch (old, new) {
    case (nil, _): what = .added
    case (_, nil): what = names.successor(of: key).map { .moved(into: $0.id) } ?? .removed
    case (let old?, let new?):
      if old.key == new.key && fields.isEmpty { return nil }
      what = old.key == new.key ? .changed : .renamed(from: old.key.id)
    }
  }

  /// The key that the entity had before.
  package var formerKey: EntityKey { old?.key ?? key }

  /// This change with only some of its fields.
  package func limited(to isIncluded: (FieldChange) -> Bool) -> EntityChange {
    var change = self
    change.fields.removeAll { !isIncluded($0) }
    return change
  }

  /// The entity after this change; `nil` when it is gone.
  package func applied(to version: EntityVersion?) -> EntityVersion? {
    guard new != nil else { return nil }
    var leaves = Dictionary((version?.leaves ?? []).map { ($0.path, $0) }) { $1 }
    for field in fields { leaves[field.path] = field.new }
    return EntityVersion(key: key, leaves: leaves.values.sorted { $0.path < $1.path })
  }
}

extension FieldChange {
  /// Both lists are sorted by path.
  static func between(_ old: [Leaf], _ new: [Leaf]) -> [FieldChange] {
    var changes: [FieldChange] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      if b == new.count || a < old.count && old[a].path < new[b].path {
        changes.append(FieldChange(path: old[a].path, old: old[a], new: nil))
        a += 1
      } else if a == old.count || new[b].path < old[a].path {
        changes.append(FieldChange(path: new[b].path, old: nil, new: new[b]))
        b += 1
      } else {
        if !old[a].value.isExactly(new[b].value) {
          changes.append(FieldChange(path: new[b].path, old: old[a], new: new[b]))
        }
        a += 1
        b += 1
      }
    }
    return changes
  }
}
