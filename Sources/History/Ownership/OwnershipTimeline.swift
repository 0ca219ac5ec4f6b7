package import StrategyModel

/// Who answered for one metric, from its first record on.
package struct OwnershipTimeline: Sendable {
  package let lever: String
  /// In the order in which they were recorded, what was overridden included.
  package let records: [Tenure]
  /// Every record as it landed, and every one that moved a first day to the past.
  package let statements: [Tenure]

  /// In the order of their days. Two cover one day only where a metric changed hands on an owner's first day.
  package var tenures: [Tenure] {
    records.filter { !$0.isOverridden }.sorted { ($0.from, $0.ordinal) < ($1.from, $1.ordinal) }
  }

  /// Who answered for it on a day, as the records say now.
  package func tenure(on day: Day) -> Tenure? { tenures.last { $0.covers(day) } }

  /// - Parameters:
  ///   - states: what the file said from a commit on, in the order of the commits.
  ///   - day: the day on which a commit landed.
  init(_ lever: String, _ states: [OwnershipRecords.State], teams: TeamNames, day: (Int) -> Day) {
    self.lever = lever
    var records: [Tenure] = []
    var statements: [Tenure] = []
    for found in states {
      let state = found.record
      let recorded = day(found.ordinal)
      let next = Tenure(
        lever: lever, team: state.team, person: state.person, from: state.since ?? recorded, to: nil,
        recorded: recorded, ordinal: found.ordinal, isInUse: state.isInUse, isInput: state.isInput)
      if let last = records.last, last.isSame(next, teams) {
        guard state.hasOwner else { continue }
        // The same owner: the team's new name, or a corrected first day. Without a day, the first one stays.
        records[records.count - 1].team = next.team
        records[records.count - 1].isInput = next.isInput
        guard let since = state.since else { continue }
        if since < last.from { statements.append(next) }
        records[records.count - 1].from = since
      } else {
        records.append(next)
        statements.append(next)
      }
    }
    self.records = OwnershipTimeline.closed(records)
    self.statements = statements
  }

  /// What is recorded later holds from its first day on, whatever was said before.
  ///
  /// A hand-over that was recorded on its own day takes nothing from an owner of that day: each had a part of it.
  private static func closed(_ records: [Tenure]) -> [Tenure] {
    var records = records
    // Those that hold so far, with rising first days.
    var holding: [Int] = []
    for later in records.indices {
      while let last = holding.last, records[last].from >= records[later].from {
        if records[last].isHandedOver(to: records[later]) { break }
        records[last].isOverridden = true
        holding.removeLast()
      }
      if let last = holding.last { records[last].to = max(records[last].from, records[later].from + -1) }
      holding.append(later)
    }
    return records
  }
}

extension Tenure {
  /// Whether the other one took over on this one's first day, and that was put on record then.
  fileprivate func isHandedOver(to other: Tenure) -> Bool {
    isOwned && from == other.from && other.recorded == other.from
  }

  fileprivate func isSame(_ other: Tenure, _ teams: TeamNames) -> Bool {
    guard person == other.person else { return false }
    switch (team, other.team) {
    case (nil, nil): return isInUse == other.isInUse
    case (let a?, let b?): return teams.areSame(a, b)
    default: return false
    }
  }
}
