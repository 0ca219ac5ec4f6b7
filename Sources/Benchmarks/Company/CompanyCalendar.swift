import StrategyModel

/// Quarters one after the other; the last one is running on `today`.
struct CompanyCalendar {
  struct Quarter {
    let id: String
    let name: String
    let starts: Day
    let ends: Day
    let isClosed: Bool
    /// The days of its check-ins so far, as they are written.
    let checkIns: [String]
  }

  let quarters: [Quarter]
  /// The day on which the company is checked.
  static let today = Day(number: 20_779)  // 2026-11-22
  /// Days between two check-ins.
  static let rhythm = 14

  init(quarters count: Int) {
    let last = 2026 * 4 + 3
    quarters = (last - count + 1...last).map { Quarter(index: $0) }
  }
}

extension CompanyCalendar.Quarter {
  /// - Parameter index: quarters since the year 0.
  fileprivate init(index: Int) {
    let (year, quarter) = (index / 4, index % 4)
    let starts = Day(year: year, month: quarter * 3 + 1, day: 1) ?? CompanyCalendar.today
    self.starts = starts
    ends = starts.adding(months: 3) + -1
    id = "\(year)-q\(quarter + 1)"
    name = "\(["First", "Second", "Third", "Fourth"][quarter]) quarter \(year)"
    isClosed = ends < CompanyCalendar.today
    checkIns = stride(
      from: starts.number + 7, through: min(ends, CompanyCalendar.today).number, by: CompanyCalendar.rhythm
    ).map { Day(number: $0).description }
  }
}
