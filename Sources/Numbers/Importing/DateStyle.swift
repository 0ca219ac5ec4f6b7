import Diagnostics
internal import Presentation
package import StrategyModel

/// How an export writes numeric dates.
package enum DateStyle: String, Sendable, CaseIterable {
  /// `2026-01-05`
  case iso
  /// `05/01/2026`, `5.1.2026`
  case dmy
  /// `01/05/2026`
  case mdy
}

/// Why a text does not name a day.
package enum DayFault: Error, Hashable {
  case notADay
  /// It has three numbers in an unknown order; lists the styles in which they are a day.
  case whichOrder([DateStyle])
  /// Its year has fewer than four digits.
  case shortYear
  /// Its year is before 1900.
  case tooEarly
  /// It is the beginning of a day in its own time zone, but not in the strategy's.
  case otherZone
  /// It is a moment without a time zone, and others in its column have one.
  case noZone
  /// In its own time zone it is on another day than in the strategy's, and the column has several time zones.
  case mixedZones
}

/// How to read the days of an export.
package struct DayReader: Sendable {
  package var style = DateStyle.iso
  /// Whether years of two digits are in this century.
  package var takesShortYears = false
  /// How far the strategy's clocks are ahead of UTC, in seconds, at a moment in seconds since 1970.
  package var offset: @Sendable (Int64) -> Int = { _ in 0 }
  /// Whether to use the day that is written, and ignore the time and zone after it.
  package var takesWrittenDays = false
  /// Whether the texts of the column have different time zones.
  private var hasMixedZones = false
  /// Whether some texts of the column have a time zone.
  private var hasZones = false

  package init() {}

  /// A reader for one column, which knows whether all of its texts have the same time zone.
  package func of(column texts: [String]) -> DayReader {
    let zones = Set(texts.filter(isLikeADay).map { ExportedTime.split($0.trimmed)?.time?.offset })
    var reader = self
    (reader.hasMixedZones, reader.hasZones) = (zones.count > 1, zones.contains { $0 != nil })
    return reader
  }

  /// The day that a text names, with or without a time after it. A moment counts for its day in the strategy's time
  /// zone. Names of months are understood in every style: `Jan 5, 2026`.
  ///
  /// - Parameter isStart: whether the day is the beginning of a period, which begins at midnight.
  package func day(_ text: String, isStart: Bool) -> Result<Day, DayFault> {
    guard let (text, time) = ExportedTime.split(text.trimmed) else { return .failure(.notADay) }
    return date(text).flatMap { day in
      guard day.year >= PeriodCalendar.firstYear else { return .failure(.tooEarly) }
      guard let time, !takesWrittenDays else { return .success(day) }
      guard let offset = time.offset else { return hasZones ? .failure(.noZone) : .success(day) }
      let moment = Int64(day.number) * 86_400 + Int64(time.seconds - offset)
      let local = moment + Int64(self.offset(moment))
      let isMidnightElsewhere = time.seconds == 0 && local % 86_400 != 0
      if isStart, isMidnightElsewhere { return .failure(.otherZone) }
      let localDay = Day(number: Int(local.floored(by: 86_400)))
      return hasMixedZones && localDay != day ? .failure(.mixedZones) : .success(localDay)
    }
  }

  /// Whether a text is written like a day, in any order.
  package func isLikeADay(_ text: String) -> Bool {
    switch day(text, isStart: true) {
    case .success: true
    case .failure(let fault): fault != .notADay
    }
  }

  private func date(_ text: String) -> Result<Day, DayFault> {
    if let day = Day(text) { return .success(day) }
    let signs = text.filter { "/.-".contains($0) }
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard parts.count == 3, Set(signs).count == 1, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]), let second = Int(parts[1])
    else { return dayWithMonthName(text) }
    return year(parts[2]).flatMap { year in
      let days = [
        DateStyle.dmy: Day(year: year, month: second, day: first),
        DateStyle.mdy: Day(year: year, month: first, day: second),
      ].compactMapValues(\.self)
      if style == .iso, !days.isEmpty { return .failure(.whichOrder(DateStyle.allCases.filter { days[$0] != nil })) }
      return days[style].map { .success($0) } ?? .failure(.notADay)
    }
  }

  private func year(_ digits: Substring) -> Result<Int, DayFault> {
    guard let year = Int(digits), digits.count <= 4 else { return .failure(.notADay) }
    if digits.count == 4 { return .success(year) }
    return digits.count == 2 && takesShortYears ? .success(2000 + year) : .failure(.shortYear)
  }

  private func dayWithMonthName(_ text: String) -> Result<Day, DayFault> {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }.filter { $0 != "de" }
    guard words.count == 3, words[2].allSatisfy(\.isASCIIDigit) else { return .failure(.notADay) }
    for (name, day) in [(words[0], words[1]), (words[1], words[0])] {
      guard let month = MonthName.number(of: name), day.count <= 2, day.allSatisfy(\.isASCIIDigit), let day = Int(day)
      else { continue }
      return year(words[2]).flatMap { year in
        Day(year: year, month: month, day: day).map { .success($0) } ?? .failure(.notADay)
      }
    }
    return .failure(.notADay)
  }
}

extension Int64 {
  fileprivate func floored(by divisor: Int64) -> Int64 { self >= 0 ? self / divisor : (self - divisor + 1) / divisor }
}
