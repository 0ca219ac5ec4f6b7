import Presentation

/// A day of the Gregorian calendar, without a time zone.
struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) { self.number = number }

  /// Months and days out of range are not checked: the story's own dates are literals.
  init(_ year: Int, _ month: Int, _ day: Int) {
    number = CivilDate(year: year, month: month, day: day).daysSince1970
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
    let date = CivilDate(daysSince1970: number)
    return (date.year, date.month, date.day)
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
