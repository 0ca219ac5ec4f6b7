import StrategyModel

/// A quarter of the calendar year, as the first cycle of a strategy.
struct Quarter: Equatable {
  let starts: Day
  let ends: Day

  /// The quarter of a day, or the next one when it is nearly over: nobody sets goals for a few days.
  init(for day: Day) {
    let first = day + (1 - day.day)
    let starts = first.adding(months: -((day.month - 1) % 3))
    let next = starts.adding(months: 3)
    let isNearlyOver = next - day < 21
    self.starts = isNearlyOver ? next : starts
    ends = self.starts.adding(months: 3) + -1
  }

  private var number: Int { (starts.month - 1) / 3 + 1 }

  /// `2026-q1`
  var id: String { "\(starts.year)-q\(number)" }

  /// `First quarter 2026`
  var name: String { "\(["First", "Second", "Third", "Fourth"][(number - 1) % 4]) quarter \(starts.year)" }
}
