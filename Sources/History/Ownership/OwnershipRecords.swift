package import StrategyModel

/// The input for ownership: what the files said about each metric's owner, and the names of teams.
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

  /// A commit that added a team, ended it, or gave it another id.
  package struct TeamChange: Sendable, Equatable {
    package let ordinal: Int
    /// The id before; `nil` for a new team.
    package let old: String?
    /// The id since; `nil` for a team that is gone.
    package let new: String?
    /// Ids that are listed for the first time as former ids.
    package let formers: [String]

    package init(ordinal: Int, old: String?, new: String?, formers: [String]) {
      self.ordinal = ordinal
      self.old = old
      self.new = new
      self.formers = formers
    }
  }

  /// A commit that recorded that somebody leaves or stays, or that removed their file.
  package struct Departure: Sendable, Equatable {
    package let ordinal: Int
    package let person: String
    /// `nil` for somebody who stays, or whose file is gone.
    package let left: Day?
    package let isRemoved: Bool

    package init(ordinal: Int, person: String, left: Day?, isRemoved: Bool) {
      (self.ordinal, self.person, self.left, self.isRemoved) = (ordinal, person, left, isRemoved)
    }
  }

  /// By metric, in the order of the commits. Begins with a metric's first owner, or with an input's first use.
  package var states: [String: [State]] = [:]
  /// In the order of the commits.
  package var teamChanges: [TeamChange] = []
  /// In the order of the commits.
  package var departures: [Departure] = []
  /// Files that claimed the id of a metric in another file.
  package var duplicates: [DuplicateStretch] = []

  package init() {}

  package init(_ history: EntityHistory) { append(history) }

  /// - Parameter history: contains the next events, and all duplicates.
  package mutating func append(_ history: EntityHistory) {
    for event in history.events {
      switch event.change.key.kind {
      case .metric: append(event.ordinal, event.change)
      case .team: TeamChange(event).map { teamChanges.append($0) }
      case .person: Departure(event).map { append($0) }
      default: break
      }
    }
    duplicates = history.duplicates.filter { $0.key.kind == .metric }
  }

  private mutating func append(_ ordinal: Int, _ change: EntityChange) {
    let record = OwnerRecord(change.new)
    let id = change.key.id
    if states[id] == nil && !record.hasOwner && !record.needsOwner { return }
    if states[id]?.last?.record != record { states[id, default: []].append(State(ordinal: ordinal, record: record)) }
  }

  /// That somebody stays is news only if they had left.
  private mutating func append(_ departure: Departure) {
    let isGone = departure.left != nil || departure.isRemoved
    if isGone || departures.contains(where: { $0.person == departure.person }) { departures.append(departure) }
  }

  /// The records of one metric.
  package func limited(to metric: String) -> OwnershipRecords {
    var records = self
    records.states = states.filter { $0.key == metric }
    records.duplicates = duplicates.filter { $0.key.id == metric }
    return records
  }

  /// What was known when a commit had landed.
  package func upTo(_ ordinal: Int) -> OwnershipRecords {
    var records = OwnershipRecords()
    records.states = states.mapValues { Array($0.prefix { $0.ordinal <= ordinal }) }.filter { !$0.value.isEmpty }
    records.teamChanges = Array(teamChanges.prefix { $0.ordinal <= ordinal })
    records.departures = Array(departures.prefix { $0.ordinal <= ordinal })
    records.duplicates = duplicates.compactMap { $0.upTo(ordinal) }
    return records
  }

  /// The days on which somebody owned a metric; `nil` when nobody ever did.
  ///
  /// - Parameter day: the day on which the commit with a given ordinal landed.
  func timeline(of metric: String, _ teams: TeamNames, day: (Int) -> Day) -> OwnershipTimeline? {
    states[metric].map { OwnershipTimeline(metric, OwnershipRecords.counted($0), teams: teams, day: day) }
  }

  /// How everybody who has left did so, by handle.
  func leavings(day: (Int) -> Day) -> [String: Leaving] {
    var leavings: [String: Leaving] = [:]
    for departure in departures {
      let (handle, day) = (departure.person, day(departure.ordinal))
      leavings[handle] =
        departure.isRemoved
        ? leavings[handle] ?? Leaving(lastDay: day, isRecorded: false, ordinal: departure.ordinal)
        : departure.left.map { Leaving(lastDay: $0, isRecorded: true, ordinal: departure.ordinal) }
    }
    return leavings
  }

  /// A metric that is no longer in use has no owner, whatever its file still says.
  private static func counted(_ states: [State]) -> [State] {
    guard states.contains(where: \.record.isInUse) else { return states }
    return states.map { $0.record.isInUse ? $0 : State(ordinal: $0.ordinal, record: OwnerRecord(nil)) }
  }
}

extension OwnershipRecords.TeamChange {
  /// `nil` for a change that does not affect the team's name.
  fileprivate init?(_ event: HistoryEvent) {
    let (before, after) = (event.change.old, event.change.new)
    formers = Set(after?.list("formerly") ?? []).subtracting(before?.list("formerly") ?? []).sorted()
    guard before?.key != after?.key || !formers.isEmpty else { return nil }
    (ordinal, old, new) = (event.ordinal, before?.key.id, after?.key.id)
  }
}

extension OwnershipRecords.Departure {
  /// `nil` for a change that does not affect whether somebody leaves.
  fileprivate init?(_ event: HistoryEvent) {
    let (before, after) = (event.change.old, event.change.new)
    left = after?["left"].flatMap { Day($0) }
    isRemoved = after == nil
    guard isRemoved || before == nil || before?["left"] != after?["left"] else { return nil }
    (ordinal, person) = (event.ordinal, event.change.key.id)
  }
}
