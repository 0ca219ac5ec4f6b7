package import StrategyModel

/// All that ownership is read from: what the files said of each metric's owner, and the names of teams.
package struct OwnershipRecords: Sendable {
  /// What a metric's file said from a commit on.
  package struct State: Sendable, Equatable {
    package let ordinal: Int
    package let record: OwnerRecord

    package init(ordinal: Int, record: OwnerRecord) {
      self.ordinal = ordinal
      self.record = record
    }
  }

  /// A commit that brought a team, ended it, or gave it another id.
  package struct TeamChange: Sendable, Equatable {
    package let ordinal: Int
    /// The id before; `nil` for a new team.
    package let old: String?
    /// The id since; `nil` for a team that is gone.
    package let new: String?
    /// What is said for the first time to be a former id.
    package let formers: [String]

    package init(ordinal: Int, old: String?, new: String?, formers: [String]) {
      self.ordinal = ordinal
      self.old = old
      self.new = new
      self.formers = formers
    }
  }

  /// By metric, in the order of the commits. Metrics that never had an owner and never were a lever are left out.
  package var states: [String: [State]] = [:]
  /// In the order of the commits.
  package var teamChanges: [TeamChange] = []

  package init() {}

  package init(_ history: EntityHistory) { append(history.events) }

  /// - Parameter events: the next ones, in the order of the commits.
  package mutating func append(_ events: some Sequence<HistoryEvent>) {
    for event in events {
      switch event.change.key.kind {
      case .metric: append(event.ordinal, event.change)
      case .team: TeamChange(event).map { teamChanges.append($0) }
      default: break
      }
    }
  }

  private mutating func append(_ ordinal: Int, _ change: EntityChange) {
    let record = OwnerRecord(change.new)
    let id = change.key.id
    if states[id] == nil && !record.hasOwner && !record.isLever { return }
    if states[id]?.last?.record != record { states[id, default: []].append(State(ordinal: ordinal, record: record)) }
  }

  /// What was known when a commit had landed.
  package func upTo(_ ordinal: Int) -> OwnershipRecords {
    var records = OwnershipRecords()
    records.states = states.mapValues { Array($0.prefix { $0.ordinal <= ordinal }) }.filter { !$0.value.isEmpty }
    records.teamChanges = Array(teamChanges.prefix { $0.ordinal <= ordinal })
    return records
  }

  /// The days on which somebody answered for a metric; `nil` when nobody ever did.
  ///
  /// - Parameter day: the day on which the commit with an ordinal landed.
  package func timeline(of metric: String, _ teams: TeamNames, day: (Int) -> Day) -> OwnershipTimeline? {
    states[metric].map { OwnershipTimeline(metric, OwnershipRecords.counted($0), teams: teams, day: day) }
  }

  /// A metric that is no longer in use has no owner, whatever its file still says.
  private static func counted(_ states: [State]) -> [State] {
    guard states.contains(where: { $0.record.isLever }) else { return states }
    return states.map { $0.record.isLever ? $0 : State(ordinal: $0.ordinal, record: OwnerRecord(nil)) }
  }
}

extension OwnershipRecords.TeamChange {
  /// `nil` for a change that leaves the team its name.
  fileprivate init?(_ event: HistoryEvent) {
    let (before, after) = (event.change.old, event.change.new)
    formers = Set(after?.list("formerly") ?? []).subtracting(before?.list("formerly") ?? []).sorted()
    guard before?.key != after?.key || !formers.isEmpty else { return nil }
    (ordinal, old, new) = (event.ordinal, before?.key.id, after?.key.id)
  }
}
