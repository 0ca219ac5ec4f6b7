import StrategyModel

/// What became of the ids of teams between two snapshots, and of their OKRs and check-ins.
package struct NewNames: Sendable {
  /// Entities that are gone, with the key under which they continue.
  private(set) var renamed: [EntityKey: EntityKey] = [:]
  /// Files that were merged into a file of the team that took over theirs.
  private var moved: [EntityKey: EntityKey] = [:]
  private var new: Set<EntityKey> = []

  package init() {}

  init(from old: Snapshot, to new: Snapshot) {
    let added = new.entities.filter { $0.key.kind == .team && old.entities[$0.key] == nil }
    for (key, version) in added.sorted(by: { $0.key < $1.key }) {
      for name in version.list("formerly") {
        let former = EntityKey(.team, name)
        let isFree = old.entities[former] != nil && new.entities[former] == nil && renamed[former] == nil
        if isFree { renamed[former] = key }
      }
    }
    for key in old.entities.keys where new.entities[key] == nil {
      guard let place = TeamPlace(key) else { continue }
      follow(key, place, old, new)
    }
    self.new = Set(renamed.values)
  }

  var isEmpty: Bool { renamed.isEmpty && moved.isEmpty }

  /// Whether the key is the new one of a renamed entity.
  func isNew(_ key: EntityKey) -> Bool { new.contains(key) }

  func successor(of key: EntityKey) -> EntityKey? { moved[key] }

  /// A team's OKRs and check-ins continue under the team's new id, or with the team that took it over.
  private mutating func follow(_ key: EntityKey, _ place: TeamPlace, _ old: Snapshot, _ new: Snapshot) {
    let former = EntityKey(.team, place.team)
    let heir = renamed[former]?.id ?? new.heir(of: place.team) ?? new.entities[former]?["merged_into"]
    guard let heir else { return }
    let goal = EntityKey(key.kind, "\(place.cycle)/\(heir)")
    guard let version = new.entities[goal] else { return }
    if old.entities[goal] == nil {
      if !renamed.values.contains(goal) { renamed[key] = goal }
    } else if let gone = old.entities[key], version.hasAll(of: gone, beside: old.entities[goal]) {
      moved[key] = goal
    }
  }

  /// The change of a field, marked when it only follows a team's new id.
  func marked(_ field: FieldChange, in kind: Kind) -> FieldChange {
    guard let old = field.old?.value, let new = field.new?.value, names(old, new) || namesObjective(old, new) else {
      return field
    }
    switch kind.field(at: field.path)?.shape {
    case .reference(.team), .entity, .objective, .either(.reference(.team), _):
      return FieldChange(path: field.path, old: field.old, new: field.new, isNewName: true)
    default: return field
    }
  }

  private func names(_ old: String, _ new: String) -> Bool {
    renamed.contains { former, now in
      former.description == old && now.description == new || former.kind == .team && former.id == old && now.id == new
    }
  }
}

extension NewNames {
  /// Whether two texts name the same objective, whose OKRs have another id now.
  private func namesObjective(_ old: String, _ new: String) -> Bool {
    guard let before = old.lastIndex(of: "/"), let after = new.lastIndex(of: "/"), old[before...] == new[after...]
    else { return false }
    return renamed[EntityKey(.okrs, String(old[..<before]))]?.id == String(new[..<after])
  }
}

/// The cycle and the team of OKRs or check-ins.
struct TeamPlace {
  let cycle: String
  let team: String

  init?(_ key: EntityKey) {
    guard key.kind == .okrs || key.kind == .checkins, let slash = key.id.lastIndex(of: "/") else { return nil }
    cycle = String(key.id[..<slash])
    team = String(key.id[key.id.index(after: slash)...])
  }
}

extension Snapshot {
  /// The team that claims this removed team as its former self.
  fileprivate func heir(of team: String) -> String? {
    guard entities[EntityKey(.team, team)] == nil else { return nil }
    return entities.values.filter { $0.key.kind == .team && $0.list("formerly").contains(team) }.map(\.key.id).min()
  }
}

extension EntityVersion {
  /// Whether all of a team's goals and check-ins were taken over.
  fileprivate func hasAll(of gone: EntityVersion, beside own: EntityVersion?) -> Bool {
    guard key.kind == .okrs else {
      let before = gone.items("entries").count + (own?.items("entries").count ?? 0)
      return items("entries").count >= before
    }
    return Set(items("objectives")).isSuperset(of: gone.items("objectives"))
  }
}
