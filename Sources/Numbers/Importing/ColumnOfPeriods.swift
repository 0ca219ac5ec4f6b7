import StrategyModel

/// What only a whole column of periods can tell.
struct ColumnOfPeriods {
  /// Whether its texts are like `2009-10` and `2010-11`: months, or years that end in the next.
  let looksLikeYears: Bool
  /// Whether all of them are months that begin a quarter.
  let hasQuartersByMonth: Bool
  /// Whether the days in it are the last ones of their periods, because the header says so.
  let saysLastDays: Bool
  private let days: [Day]

  /// - Parameter header: the column's name; "" when the texts are headers themselves.
  init(_ texts: [String], header: String, _ reader: DayReader, _ calendar: PeriodCalendar) {
    let different = Set(texts.filter { !$0.isEmpty })
    looksLikeYears = different.count > 1 && different.allSatisfy(\.isLikeFiscalYear)
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
    guard grain == .month || grain == .quarter else { return false }
    return !days.isEmpty && days.allSatisfy { calendar.lastDay(of: calendar.period(grain, containing: $0)) == $0 }
  }
}

extension String {
  /// `2009-10`: a year and the last two digits of the next.
  fileprivate var isLikeFiscalYear: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]), let next = Int(parts[1])
    else { return false }
    return (year + 1) % 100 == next
  }
}
