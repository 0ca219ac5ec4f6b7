/// A day of the Gregorian calendar, without a time zone.
struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// Months and days out of range are not checked: the story's own dates are literals.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `nil` unless the text is like `2026-01-05`.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year, month, day)
  }

  static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  static func - (a: Day, b: Day) -> Int { a.number - b.number }

  /// 1 is Monday, 7 is Sunday.
  var weekday: Int { (number + 3) % 7 + 1 }

  /// This day, or the first such weekday after it.
  func next(weekday wanted: Int) -> Day { self + (wanted - weekday + 7) % 7 }

  var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// As people write it in a commit's subject: `12 October`.
  var spoken: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(civil.day) \(names[civil.month - 1])"
  }
}

extension Day: CustomStringConvertible {
  var description: String {
    let (year, month, day) = civil
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
