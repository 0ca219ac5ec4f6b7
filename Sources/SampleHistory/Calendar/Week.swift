/// A week of ISO 8601: it begins on Monday and belongs to the year of its Thursday.
struct Week: Hashable, Comparable, Sendable {
  let monday: Day

  init(of day: Day) { monday = day + (1 - day.weekday) }

  init(_ year: Int, _ week: Int) { monday = Week(of: Day(year, 1, 4)).monday + (week - 1) * 7 }

  static func < (a: Week, b: Week) -> Bool { a.monday < b.monday }
  static func + (week: Week, weeks: Int) -> Week { Week(of: week.monday + weeks * 7) }
  static func - (a: Week, b: Week) -> Int { (a.monday - b.monday) / 7 }

  private var year: Int { (monday + 3).civil.year }
  var numberInYear: Int { (monday - Week(year, 1).monday) / 7 + 1 }

  /// The day on which its figures become known: the Monday after it.
  var known: Day { monday + 7 }
}

extension Week: CustomStringConvertible {
  var description: String { "\(year)-W\(twoDigits(numberInYear))" }
}
