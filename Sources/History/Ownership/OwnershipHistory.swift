package import StrategyModel

/// Who answered for every metric that ever had an owner or was a lever.
package struct OwnershipHistory: Sendable {
  /// Sorted by lever.
  package let timelines: [OwnershipTimeline]
  package let teams: TeamNames

  /// - Parameter day: the day on which the commit with an ordinal landed.
  package init(_ records: OwnershipRecords, day: (Int) -> Day) {
    let teams = TeamNames(records)
    self.teams = teams
    timelines = records.states.keys.sorted().compactMap { records.timeline(of: $0, teams, day: day) }
  }

  package subscript(lever: String) -> OwnershipTimeline? { timelines.first { $0.lever == lever } }
}
