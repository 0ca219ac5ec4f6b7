import StrategyModel

/// All ids that each team ever had, so that a team stays the same through renames, including renames back.
package struct TeamNames: Sendable {
  /// Towards the name that represents all ids of a team; never in a circle.
  private var links: [String: String] = [:]
  /// The latest id of each team, by the representative name.
  private var latest: [String: String] = [:]
  /// The existing teams, up to the commit that was read last.
  private var living: Set<String> = []

  package init(_ records: OwnershipRecords) {
    let all = records.teamChanges
    for start in all.indices where start == 0 || all[start - 1].ordinal != all[start].ordinal {
      let changes = all[start...].prefix { $0.ordinal == all[start].ordinal }
      for change in changes { if let old = change.old { living.remove(old) } }
      for change in changes { if let new = change.new { living.insert(new) } }
      for change in changes { read(change) }
    }
  }

  private mutating func read(_ change: OwnershipRecords.TeamChange) {
    guard let id = change.new else { return }
    for former in [change.old].compactMap(\.self) + change.formers { join(former, to: id) }
    if change.old != id { latest[name(id)] = id }
  }

  /// When several teams that come from one exist at the same time, the first one is that team.
  private mutating func join(_ former: String, to id: String) {
    let (old, new) = (name(former), name(id))
    let isTaken = living.contains { $0 != id && $0 != former && name($0) == old }
    guard old != new, !isTaken else { return }
    links[old] = new
    latest[new] = id
  }

  /// The name that represents all ids of a team.
  private func name(_ id: String) -> String {
    var id = id
    while let next = links[id] { id = next }
    return id
  }

  /// The current id of the team.
  package func now(_ id: String) -> String {
    let name = name(id)
    return latest[name] ?? name
  }

  package func areSame(_ a: String, _ b: String) -> Bool { name(a) == name(b) }
}
