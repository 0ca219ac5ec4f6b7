import StrategyModel

/// What only a whole column of periods can tell.
struct ColumnOfPeriods {
  /// Whether its texts are like `2009-10` and `2010-11`: months, or years that end in the next. With a slash, one of them
  /// is enough.
  let looksLikeYears: Bool
  /// Whether all of them are months that begin a quarter.
  let hasQuartersByMonth: Bool
  /// Whether the days in it are the last ones of their periods, because the header says so.
  let saysLastDays: Bool
  private let days: [Day]

  /// - Parameter header: the column's name; "" when the texts are headers themselves.
  init(_ texts: [String], header: String, _ reader: DayReader, _ calendar: PeriodCalendar) {
    let different = Set(texts.filter { !$0.isEmpty })
    looksLikeYears =
      different.allSatisfy { FiscalYearText($0) != nil }
      && (different.count > 1 || different.contains { $0.contains("/") })
    let periods = different.map { PeriodText.periods($0, in: calendar) }
    hasQuartersByMonth =
      different.count > 1
      && periods.allSatisfy { periods in
        periods.contains { month in
          let day = calendar.firstDay(of: month)
          return month.grain == .month && calendar.firstDay(of: calendar.period(.quarter, containing: day)) == day
        }
      }
    let words = header.lowercased().split { !$0.isLetter }
    saysLastDays = words.contains { ["end", "ending", "ends", "ended", "ende", "endet"].contains($0) }
    days = different.compactMap { try? reader.day($0, isStart: false).get() }
  }

  /// Whether the days are the last ones of their periods, and can be nothing else: a week may begin on any day of it, so
  /// that its last day is known by the header only.
  func hasLastDays(_ grain: Grain, _ calendar: PeriodCalendar) -> Bool {
    guard grain != .day, grain != .week else { return false }
    return !days.isEmpty && days.allSatisfy { calendar.lastDay(of: calendar.period(grain, containing: $0)) == $0 }
  }
}

/// A year that ends in the next: `2009-10`, `2009/10`, `2009-2010`.
struct FiscalYearText {
  /// The calendar year in which it begins.
  let start: Int

  init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "–" }
    guard parts.count == 2, parts[0].count == 4, [2, 4].contains(parts[1].count),
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let year = Int(parts[0]), let next = Int(parts[1]),
      next == (parts[1].count == 2 ? (year + 1) % 100 : year + 1)
    else { return nil }
    start = year
  }

  /// The fiscal year of a calendar; `nil` where fiscal years are calendar years.
  func period(in calendar: PeriodCalendar) -> Period? {
    guard calendar.fiscalYearStarts > 1, start >= PeriodCalendar.firstYear,
      let day = Day(year: start, month: calendar.fiscalYearStarts, day: 1)
    else { return nil }
    return calendar.period(.year, containing: day)
  }
}
