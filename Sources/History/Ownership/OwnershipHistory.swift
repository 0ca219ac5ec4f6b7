package import StrategyModel

/// How somebody left.
package struct Leaving: Sendable, Equatable {
  package let lastDay: Day
  /// Whether the person's file says so; otherwise the last day is the day on which their file was removed.
  package let isRecorded: Bool
  /// The commit that shows it, as its position on the line.
  package let ordinal: Int

  /// `left on 2026-02-28`
  package var words: String { isRecorded ? "left on \(lastDay)" : "has no file since \(lastDay)" }
}

/// Who answered for every metric that ever had an owner or was an input in use.
package struct OwnershipHistory: Sendable {
  /// Sorted by lever.
  package let timelines: [OwnershipTimeline]
  package let teams: TeamNames
  /// Where two files named different owners, by lever and day.
  package let doubles: [DoubleOwnership]
  /// For everybody who has left, by handle.
  package let leavings: [String: Leaving]

  /// - Parameter day: the day on which the commit with a given ordinal landed.
  package init(_ records: OwnershipRecords, day: (Int) -> Day) {
    let teams = TeamNames(records)
    self.teams = teams
    timelines = records.states.keys.sorted().compactMap { records.timeline(of: $0, teams, day: day) }
    doubles = records.doubles(teams, day: day).sorted { ($0.lever, $0.from, $0.path) < ($1.lever, $1.from, $1.path) }
    leavings = records.leavings(day: day)
  }

  package subscript(lever: String) -> OwnershipTimeline? {
    var range = timelines.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if timelines[middle].lever == lever { return timelines[middle] }
      range = timelines[middle].lever < lever ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// How a tenure's person left before its end, or before `day` if it continues; `nil` for a person who stayed.
  package func leaving(in tenure: Tenure, upTo day: Day) -> Leaving? {
    guard let leaving = tenure.person.flatMap({ leavings[$0] }), leaving.lastDay < min(tenure.to ?? day, day) else {
      return nil
    }
    return leaving
  }
}
