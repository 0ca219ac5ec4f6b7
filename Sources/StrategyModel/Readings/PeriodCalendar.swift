/// When the weeks and quarters of a strategy begin, and how they are named.
///
/// A week belongs to the year of its fourth day, and week 1 is the first such week: for weeks from Monday this is
/// ISO 8601, for weeks from Sunday the weeks of the CDC. A fiscal year is named after the calendar year in which it
/// ends, or starts. Source: ISO 8601-1, 5.2.3; CDC, MMWR Weeks.
package struct PeriodCalendar: Sendable, Hashable {
  /// 1 is Monday, 7 is Sunday.
  package let weekStarts: Int
  /// 1 is January.
  package let fiscalYearStarts: Int
  /// The calendar year that a fiscal year has its name from.
  package let yearNamedAfter: YearName

  package init(weekStarts: Int = 1, fiscalYearStarts: Int = 1, yearNamedAfter: YearName = .end) {
    self.weekStarts = min(max(weekStarts, 1), 7)
    self.fiscalYearStarts = min(max(fiscalYearStarts, 1), 12)
    self.yearNamedAfter = yearNamedAfter
  }

  package init(_ settings: CalendarSettings?) {
    let weekday = settings?.weekStarts.flatMap { Weekday.allCases.firstIndex(of: $0.value) }
    self.init(
      weekStarts: (weekday ?? 0) + 1, fiscalYearStarts: settings?.fiscalYearStarts?.value.value ?? 1,
      yearNamedAfter: settings?.yearNamedAfter?.value ?? .end)
  }

  package func period(_ grain: Grain, containing day: Day) -> Period {
    switch grain {
    case .day: Period(.day, number: day.number)
    case .week: Period(.week, number: week(of: day))
    case .month: Period(.month, number: day.year * 12 + day.month - 1)
    case .quarter: Period(.quarter, number: (day.year * 12 + day.month - fiscalYearStarts).floorDivided(by: 3))
    case .year: Period(.year, number: (day.year * 12 + day.month - fiscalYearStarts).floorDivided(by: 12))
    }
  }

  package func firstDay(of period: Period) -> Day {
    switch period.grain {
    case .day: Day(number: period.number)
    case .week: Day(number: period.number * 7 + weekOffset)
    case .month: PeriodCalendar.firstDay(ofMonth: period.number)
    case .quarter: PeriodCalendar.firstDay(ofMonth: period.number * 3 + fiscalYearStarts - 1)
    case .year: PeriodCalendar.firstDay(ofMonth: period.number * 12 + fiscalYearStarts - 1)
    }
  }

  package func lastDay(of period: Period) -> Day { firstDay(of: period + 1) + -1 }

  /// `2026-01-05`, `2026-W02`, `2026-01`, `2026-Q1` or `2026`.
  package func name(of period: Period) -> String {
    switch period.grain {
    case .day: return Day(number: period.number).description
    case .week:
      let fourth = firstDay(of: period) + 3
      let number = period.number - week(ofYear: fourth.year) + 1
      return "\(fourth.year.padded(4))-W\(number.padded(2))"
    case .month: return String(firstDay(of: period).description.prefix(7))
    case .quarter:
      let year = period.number.floorDivided(by: 4) + nameShift
      return "\(year.padded(4))-Q\(period.number - period.number.floorDivided(by: 4) * 4 + 1)"
    case .year: return (period.number + nameShift).padded(4)
    }
  }

  /// An earlier year is a typing error, for example a year of two digits: nothing was measured then.
  package static let firstYear = 1900

  /// Whether a text would name a period, or a day, if its year were not before `firstYear`.
  package func isTooEarly(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 4 || bytes.count >= 7, let year = bytes.span.number(0..<4), year < Self.firstYear else {
      return false
    }
    return period(named: "2000" + String(decoding: bytes[4...], as: UTF8.self)) != nil
  }

  /// `nil` when the text does not name a period of this calendar: week 53 exists only in long years, and no year is
  /// before `firstYear`.
  package func period(named text: Span<UInt8>) -> Period? {
    guard text.count == 4 || text.count >= 7 && text[4] == UInt8(ascii: "-"), let year = text.number(0..<4),
      year >= Self.firstYear
    else { return nil }
    if text.count == 4 { return Period(.year, number: year - nameShift) }
    switch (text.count, text[5]) {
    case (10, _): return Day(text).map { Period(.day, number: $0.number) }
    case (8, UInt8(ascii: "W")):
      guard let number = text.number(6..<8), number >= 1 else { return nil }
      let found = week(ofYear: year) + number - 1
      return number <= 52 || (number == 53 && found < week(ofYear: year + 1)) ? Period(.week, number: found) : nil
    case (7, UInt8(ascii: "Q")):
      guard let number = text.number(6..<7), (1...4).contains(number) else { return nil }
      return Period(.quarter, number: (year - nameShift) * 4 + number - 1)
    case (7, _):
      guard let month = text.number(5..<7), (1...12).contains(month) else { return nil }
      return Period(.month, number: year * 12 + month - 1)
    default: return nil
    }
  }

  package func period(named text: String) -> Period? { period(named: text.utf8.span) }

  /// From the year in which a fiscal year starts to the one that it is named after.
  private var nameShift: Int { yearNamedAfter == .end && fiscalYearStarts > 1 ? 1 : 0 }

  /// The number of the first day of week 0: day 0 was a Thursday.
  private var weekOffset: Int { weekStarts - 4 }

  private func week(of day: Day) -> Int { (day.number - weekOffset).floorDivided(by: 7) }

  /// The number of the week that is week 1 of a year: the one that contains 4 January.
  private func week(ofYear year: Int) -> Int { week(of: PeriodCalendar.firstDay(ofMonth: year * 12) + 3) }

  private static func firstDay(ofMonth number: Int) -> Day { Day(number: 0).adding(months: number - 1970 * 12) }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }

  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
