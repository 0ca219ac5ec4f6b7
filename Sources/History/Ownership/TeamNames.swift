import StrategyModel

/// The ids that each team ever had, so that a team stays the same team through renames.
package struct TeamNames: Sendable {
  private var later: [String: String] = [:]

  package init(_ history: EntityHistory) {
    for event in history.events where event.change.key.kind == .team {
      if case .renamed(let former) = event.change.what { later[former] = event.change.key.id }
      for former in event.change.new?.list("formerly") ?? [] where former != event.change.key.id {
        later[former] = event.change.key.id
      }
    }
  }

  /// The id that the team has now.
  package func now(_ id: String) -> String {
    var seen: Set<String> = []
    var id = id
    while let next = later[id], seen.insert(id).inserted { id = next }
    return id
  }

  package func areSame(_ a: String, _ b: String) -> Bool { a == b || now(a) == now(b) }
}
