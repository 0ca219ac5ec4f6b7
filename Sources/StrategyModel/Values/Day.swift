import Presentation

/// A day of the proleptic Gregorian calendar, without a time zone.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// `nil` when the calendar has no such day. Years 0001 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
    else { return nil }
    number = Day.number(year, month, day)
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// 1 is Monday, 7 is Sunday, as in ISO 8601.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The same day of a later month, or that month's last day.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + (month - 1) + months
    let newYear = total / 12
    let newMonth = total % 12 + 1
    return Day(number: Day.number(newYear, newMonth, min(day, Day.length(of: newMonth, in: newYear))))
  }

  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDate(year: year, month: month, day: day).daysSince1970
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let date = CivilDate(daysSince1970: number)
    return (date.year, date.month, date.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2026-01-05`.
  package var description: String {
    let (year, month, day) = civil
    guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }
    func digit(_ number: Int, _ scale: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number / scale % 10) }
    let text = [
      digit(year, 1000), digit(year, 100), digit(year, 10), digit(year, 1), UInt8(ascii: "-"),
      digit(month, 10), digit(month, 1), UInt8(ascii: "-"), digit(day, 10), digit(day, 1),
    ]
    return String(decoding: text, as: UTF8.self)
  }
}

extension Day: ScalarValue {
  package static var shape: Shape { .day }
  package static var expectation: String { "a day like 2026-01-05" }

  package static func parse(_ text: String) throws(ScalarFault) -> Day {
    guard let day = Day(text) else {
      guard let nearest = nearest(to: text) else { throw .wrongType }
      throw .noSuchDay(nearest: nearest)
    }
    return day
  }

  /// The nearest day for a text that is written like a day but is not in the calendar; `nil` for all other texts.
  package static func nearest(to text: String) -> Day? {
    let bytes = text.utf8.span
    guard Day(bytes) == nil, let (year, month, day) = written(bytes) else { return nil }
    let (nearYear, nearMonth) = (min(max(year, 1), 9999), min(max(month, 1), 12))
    return Day(year: nearYear, month: nearMonth, day: min(max(day, 1), length(of: nearMonth, in: nearYear)))
  }

  /// Why a text is not a day: a clause whose subject is the text.
  package static func refusal(of text: String) -> String {
    nearest(to: text).map { "is not in the calendar (nearest day: \($0))" } ?? "is not a date (expected YYYY-MM-DD)"
  }

  package static func read(_ bytes: Span<UInt8>) -> Day? { Day(bytes) }

  /// `nil` when the text is not a day as ISO 8601 writes it.
  package init?(_ text: String) { self.init(text.utf8.span) }

  init?(_ bytes: Span<UInt8>) {
    guard let (year, month, day) = Day.written(bytes) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func written(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.number(0..<4), let month = bytes.number(5..<7), let day = bytes.number(8..<10)
    else { return nil }
    return (year, month, day)
  }
}

extension Span<UInt8> {
  /// The number that a few digits make; `nil` when there is anything else.
  func number(_ range: Range<Int>) -> Int? {
    var number = 0
    for position in range {
      let digit = self[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
