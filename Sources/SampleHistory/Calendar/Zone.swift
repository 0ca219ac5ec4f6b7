/// Where somebody works, as far as commit dates show it.
enum Zone {
  case london, berlin, newYork, mexicoCity, amman, bangalore, singapore, tokyo

  /// Minutes ahead of UTC on a day. A commit in the night of a clock change would be an hour off, but there is none.
  func offset(on day: Day) -> Int {
    switch self {
    case .london: Zone.isEuropeanSummer(day) ? 60 : 0
    case .berlin: Zone.isEuropeanSummer(day) ? 120 : 60
    case .newYork: Zone.isAmericanSummer(day) ? -240 : -300
    case .mexicoCity: -360
    case .amman: 180
    case .bangalore: 330
    case .singapore: 480
    case .tokyo: 540
    }
  }

  /// From the last Sunday of March to the last Sunday of October.
  private static func isEuropeanSummer(_ day: Day) -> Bool {
    let year = day.civil.year
    return day >= Day(year, 3, 25).next(weekday: 7) && day < Day(year, 10, 25).next(weekday: 7)
  }

  /// From the second Sunday of March to the first Sunday of November.
  private static func isAmericanSummer(_ day: Day) -> Bool {
    let year = day.civil.year
    return day >= Day(year, 3, 8).next(weekday: 7) && day < Day(year, 11, 1).next(weekday: 7)
  }
}

/// An instant with the offset of the person who looked at the clock.
struct Moment: Comparable {
  let seconds: Int
  /// Minutes ahead of UTC.
  let offset: Int

  /// - Parameter minute: local minutes since midnight.
  init(_ day: Day, minute: Int, second: Int, in zone: Zone) {
    offset = zone.offset(on: day)
    seconds = day.number * 86_400 + (minute - offset) * 60 + second
  }

  static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
  static func == (a: Moment, b: Moment) -> Bool { a.seconds == b.seconds }

  /// In the form of commit objects and fast-import: `1749460860 +0200`.
  var raw: String {
    let ahead = abs(offset)
    return "\(seconds) \(offset < 0 ? "-" : "+")\(twoDigits(ahead / 60))\(twoDigits(ahead % 60))"
  }
}
