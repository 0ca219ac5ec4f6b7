package import StrategyModel

/// What a metric's file says about who answers for it.
package struct OwnerRecord: Sendable, Equatable {
  package let team: String?
  package let person: String?
  package let since: Day?
  /// Whether the metric is a lever in use: an input that is active, or deprecated and not yet retired.
  package let isLever: Bool

  package init(team: String?, person: String?, since: Day?, isLever: Bool) {
    self.team = team
    self.person = person
    self.since = since
    self.isLever = isLever
  }

  package init(_ metric: EntityVersion?) {
    team = metric?["owner.team"]
    person = metric?["owner.person"]
    since = metric?["owner.since"].flatMap { Day($0) }
    isLever = metric?["role"] == "input" && ["active", "deprecated"].contains(metric?["lifecycle"] ?? "")
  }

  package var hasOwner: Bool { team != nil || person != nil }
}

/// A stretch of days on which a lever had one owner, or none.
///
/// Both kinds of time: `from` and `to` say when it was true, `recorded` when the record landed.
package struct Tenure: Sendable, Equatable {
  package let lever: String
  /// The team's id at the time; `nil` while nobody owned the lever.
  package var team: String?
  package let person: String?
  package var from: Day
  /// The last day; `nil` while it goes on.
  package internal(set) var to: Day?
  /// The day on which the record landed.
  package let recorded: Day
  /// The commit that recorded it, as its place on the line.
  package let ordinal: Int
  /// Whether the metric was a lever in use, so that it should have had an owner.
  package let isLever: Bool
  /// Whether a later record says that this stretch was never true.
  package internal(set) var isOverridden = false

  package var isOwned: Bool { team != nil || person != nil }

  /// Days, both ends counted; those that go on are counted up to `today`.
  package func days(upTo today: Day) -> Int { max(0, (to ?? today) - from + 1) }

  package func covers(_ day: Day) -> Bool { !isOverridden && from <= day && to.map { $0 >= day } ?? true }
}

/// Who answered for one metric, from its first record on.
package struct OwnershipTimeline: Sendable {
  package let lever: String
  /// In the order in which they were recorded, what was overridden included.
  package let records: [Tenure]
  /// Every record as it landed, and every one that moved a first day to the past.
  package let statements: [Tenure]

  /// In the order of their days: no two cover one day.
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
        recorded: recorded, ordinal: found.ordinal, isLever: state.isLever)
      if let last = records.last, last.isSame(next, teams) {
        guard state.hasOwner else { continue }
        // The same owner: the team's new name, or a corrected first day. Without a day, the first one stays.
        records[records.count - 1].team = next.team
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
  private static func closed(_ records: [Tenure]) -> [Tenure] {
    var records = records
    // Those that hold so far, with rising first days.
    var holding: [Int] = []
    for later in records.indices {
      while let last = holding.last, records[last].from >= records[later].from {
        records[last].isOverridden = true
        holding.removeLast()
      }
      if let last = holding.last { records[last].to = records[later].from + -1 }
      holding.append(later)
    }
    return records
  }
}

extension Tenure {
  fileprivate func isSame(_ other: Tenure, _ teams: TeamNames) -> Bool {
    guard person == other.person else { return false }
    switch (team, other.team) {
    case (nil, nil): return isLever == other.isLever
    case (let a?, let b?): return teams.areSame(a, b)
    default: return false
    }
  }
}
