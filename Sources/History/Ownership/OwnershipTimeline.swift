package import StrategyModel

/// Who owned one metric, from its first record on.
package struct OwnershipTimeline: Sendable {
  package let lever: String
  /// In the order in which they were recorded, including overridden ones.
  package let records: [Tenure]
  /// Every record as it landed, including those that moved a first day to the past.
  package let statements: [Tenure]

  /// In the order of their days. Two include the same day only if the metric changed hands on an owner's first day.
  package var tenures: [Tenure] {
    let counted = records.contains(where: \.isOverridden) ? records.filter { !$0.isOverridden } : records
    func isBefore(_ a: Int, _ b: Int) -> Bool {
      (counted[a].from, counted[a].ordinal) < (counted[b].from, counted[b].ordinal)
    }
    // Nearly all are in order already, and a copy costs more than a look.
    let isInOrder = counted.indices.dropFirst().allSatisfy { isBefore($0 - 1, $0) }
    return isInOrder ? counted : counted.sorted { ($0.from, $0.ordinal) < ($1.from, $1.ordinal) }
  }

  /// Who owned it on a day, according to the records of today.
  package func tenure(on day: Day) -> Tenure? { tenures.last { $0.covers(day) } }

  /// - Parameters:
  ///   - states: what the file said from each commit on, in the order of the commits.
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
        // Extends the same owner's record: with the team's new name, or a corrected first day. Without a day, the first
        // one stays.
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

  /// A later record applies from its first day on, whatever was recorded before.
  ///
  /// A hand-over that was recorded on its own day leaves that day to the previous owner too: each owned a part of it.
  private static func closed(_ records: [Tenure]) -> [Tenure] {
    var records = records
    // The records in force so far, with ascending first days.
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
  /// Whether the other one took over on this one's first day, and that was recorded on the same day.
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
