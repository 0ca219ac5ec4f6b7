import StrategyModel

/// Cycles one after the other, all of the same length; the last one is running on `today`.
struct CompanyCalendar {
  struct Cycle {
    let id: String
    let name: String
    let starts: Day
    let ends: Day
    let isClosed: Bool
    /// The days of its check-ins so far, in written form.
    let checkIns: [String]
  }

  let cycles: [Cycle]
  /// The day on which the company is checked.
  static let today = Day(number: 20_779)  // 2026-11-22
  /// Days between two check-ins.
  static let rhythm = 14

  init(quarters count: Int) {
    let last = 2026 * 4 + 3
    cycles = (last - count + 1...last).map { Cycle(quarter: $0) }
  }

  /// Cycles of one month, each with the check-ins of its first day only.
  init(months count: Int) {
    let last = 2026 * 12 + 10
    cycles = (last - count + 1...last).map { Cycle(month: $0) }
  }

  /// The position of the cycle that includes a day; the nearest one for a day before or after them all.
  func position(of day: Day) -> Int {
    cycles.lastIndex { $0.starts <= day } ?? 0
  }
}

extension CompanyCalendar.Cycle {
  /// - Parameter quarter: quarters since the year 0.
  fileprivate init(quarter: Int) {
    let (year, number) = (quarter / 4, quarter % 4)
    let starts = Day(year: year, month: number * 3 + 1, day: 1) ?? CompanyCalendar.today
    self.starts = starts
    ends = starts.adding(months: 3) + -1
    id = "\(year)-q\(number + 1)"
    name = "\(["First", "Second", "Third", "Fourth"][number]) quarter \(year)"
    isClosed = ends < CompanyCalendar.today
    checkIns = stride(
      from: starts.number + 7, through: min(ends, CompanyCalendar.today).number, by: CompanyCalendar.rhythm
    ).map { Day(number: $0).description }
  }

  /// - Parameter month: months since the year 0.
  fileprivate init(month: Int) {
    let (year, number) = (month / 12, month % 12)
    starts = Day(year: year, month: number + 1, day: 1) ?? CompanyCalendar.today
    ends = starts.adding(months: 1) + -1
    id = "\(year)-m\(number < 9 ? "0" : "")\(number + 1)"
    name = "Month \(number + 1) of \(year)"
    isClosed = ends < CompanyCalendar.today
    checkIns = [starts.description]
  }
}
