import StrategyModel

/// The ids that each team ever had, so that a team stays the same team through renames, back and forth too.
package struct TeamNames: Sendable {
  /// Towards the name that stands for all that a team had; never in a circle.
  private var links: [String: String] = [:]
  /// The latest id of each team, by the name that stands for all.
  private var latest: [String: String] = [:]
  /// The teams that there are, up to the commit that is read.
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

  /// Of several teams that come of one and live side by side, the first one is that team.
  private mutating func join(_ former: String, to id: String) {
    let (old, new) = (name(former), name(id))
    let isTaken = living.contains { $0 != id && $0 != former && name($0) == old }
    guard old != new, !isTaken else { return }
    links[old] = new
    latest[new] = id
  }

  /// The name that stands for all that a team had.
  private func name(_ id: String) -> String {
    var id = id
    while let next = links[id] { id = next }
    return id
  }

  /// The id that the team has now.
  package func now(_ id: String) -> String {
    let name = name(id)
    return latest[name] ?? name
  }

  package func areSame(_ a: String, _ b: String) -> Bool { name(a) == name(b) }
}
