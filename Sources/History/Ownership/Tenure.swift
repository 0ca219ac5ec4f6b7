package import StrategyModel

/// A range of days on which a lever had one owner, or none.
///
/// Both kinds of time: `from` and `to` say when it was true, `recorded` when the record landed.
package struct Tenure: Sendable, Equatable {
  package let lever: String
  /// The team's id at the time; `nil` while nobody owned the lever.
  package var team: String?
  package let person: String?
  package var from: Day
  /// The last day; `nil` while it continues.
  package internal(set) var to: Day?
  /// The day on which the record landed.
  package let recorded: Day
  /// The commit that recorded it, as its position on the line.
  package let ordinal: Int
  /// Whether the metric was in use, so that somebody should have answered for it.
  package let isInUse: Bool
  /// Whether it was an input, at which objectives aim.
  package internal(set) var isInput: Bool
  /// Whether a later record says that this tenure never happened.
  package internal(set) var isOverridden = false

  package var isOwned: Bool { team != nil || person != nil }
  /// Whether a metric in use had no owner.
  package var isGap: Bool { isInUse && !isOwned }

  /// `growth (lin)`, `growth`, `lin` or `nobody`.
  package var holder: String {
    guard let team else { return person ?? "nobody" }
    return person.map { "\(team) (\($0))" } ?? team
  }

  /// The number of days, including both ends; a tenure that continues is counted up to `today`.
  package func days(upTo today: Day) -> Int { max(0, (to ?? today) - from + 1) }

  /// The number of days up to a day, including both ends, whatever came later.
  package func days(until day: Day) -> Int { max(0, min(to ?? day, day) - from + 1) }

  /// Whether it overlaps a range of days.
  package func touches(_ first: Day, _ last: Day) -> Bool { from <= last && (to.map { $0 >= first } ?? true) }

  package func covers(_ day: Day) -> Bool { !isOverridden && from <= day && to.map { $0 >= day } ?? true }
}
