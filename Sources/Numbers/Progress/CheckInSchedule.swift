package import StrategyModel

/// How often check-ins are due, according to `checkins:` in the settings.
package struct CheckInRhythm: Sendable, Hashable {
  /// 1 or more.
  package let every: Int
  /// Days that a check-in may be late, 0 or more.
  package let grace: Int

  /// Weekly with three days of grace, or as the policy says.
  package init(_ policy: CheckInPolicy? = nil) {
    every = policy?.everyDays?.value.value ?? 7
    grace = min(max(policy?.graceDays?.value ?? 3, 0), 10_000)
  }
}

/// The days on which the check-ins of one cycle are due.
package struct CheckInSchedule: Sendable, Hashable {
  package let rhythm: CheckInRhythm
  /// The day from which key results are promised.
  package let begins: Day
  package let ends: Day

  /// `nil` when the cycle's days are unknown or in the wrong order.
  package init?(_ cycle: Cycle, _ rhythm: CheckInRhythm) {
    guard let starts = cycle.starts?.value, let ends = cycle.ends?.value else { return nil }
    self.init(begins: max(starts, cycle.activated?.value ?? starts), ends: ends, rhythm)
  }

  package init?(begins: Day, ends: Day, _ rhythm: CheckInRhythm) {
    guard begins <= ends else { return nil }
    (self.begins, self.ends, self.rhythm) = (begins, ends, rhythm)
  }

  /// The schedule of a key result that is promised from a later day on.
  package func beginning(_ since: Day?) -> CheckInSchedule {
    since.flatMap { CheckInSchedule(begins: max($0, begins), ends: ends, rhythm) } ?? self
  }

  /// The schedule of a key result that is to be reached earlier.
  package func ending(_ due: Day?) -> CheckInSchedule {
    due.flatMap { CheckInSchedule(begins: begins, ends: min($0, ends), rhythm) } ?? self
  }

  /// How many check-ins a key result gets in the whole cycle, at least 1: 13 in a quarter of weeks.
  package var count: Int { max(1, (2 * (ends - begins) + rhythm.every) / (2 * rhythm.every)) }

  /// The number, from 1 to `count`, of a check-in on a day: that of the nearest due day.
  func number(of day: Day) -> Int {
    let days = max(day - begins, 0)
    return min(max((2 * days + rhythm.every) / (2 * rhythm.every), 1), count)
  }

  /// How many are past their grace period on a day.
  func passed(by day: Day) -> Int {
    min(max((day - begins - rhythm.grace - 1) / rhythm.every, 0), count)
  }

  /// When the next check-in is due.
  ///
  /// - Parameter last: the day of the last one; `nil` when there was none.
  package func due(after last: Day?) -> Day { max(last ?? begins, begins) + rhythm.every }

  /// How many days a check-in is late on a day, always more than the grace; `nil` when it is not late, or within its
  /// grace. Nothing becomes due after the cycle's end.
  package func lateness(after last: Day?, on today: Day) -> Int? {
    let late = min(today, ends) - due(after: last)
    return late > rhythm.grace ? late : nil
  }
}
