import Diagnostics
internal import Presentation
import StrategyModel

/// The time after a day: `T00:00:00.000Z`, ` 14:30`, ` 12:00:00 AM`, ` 00:00 +01:00`.
struct ExportedTime: Equatable {
  /// Since midnight.
  let seconds: Int
  /// How far the clock is ahead of UTC, in seconds; `nil` when the text does not say.
  let offset: Int?

  /// Splits a text into a day and the time after it; returns the text itself when it contains no time.
  static func split(_ text: String) -> (day: String, time: ExportedTime?)? {
    guard let colon = text.firstIndex(of: ":") else { return (text, nil) }
    var start = colon
    while start > text.startIndex, text[text.index(before: start)].isASCIIDigit { start = text.index(before: start) }
    let before = text[..<start]
    guard let gap = before.last, gap == " " || gap == "T", let time = ExportedTime(text[start...]) else { return nil }
    let day = String(before.dropLast()).trimmed
    return (day.hasSuffix(",") ? String(day.dropLast()) : day, time)
  }

  private init?(_ text: Substring) {
    var rest = text
    guard let hour = rest.digits(1...2), rest.take(":"), let minute = rest.digits(2...2) else { return nil }
    var second = 0
    if rest.take(":") {
      guard let number = rest.digits(2...2) else { return nil }
      second = number
      if rest.take(".") { guard rest.digits(1...9) != nil else { return nil } }
    }
    guard minute < 60, second < 60, let hour = rest.hour(hour), let offset = rest.offset() else { return nil }
    seconds = hour * 3600 + minute * 60 + second
    self.offset = offset.seconds
  }
}

extension Substring {
  fileprivate mutating func take(_ text: String) -> Bool {
    guard lowercased().hasPrefix(text.lowercased()) else { return false }
    removeFirst(text.count)
    return true
  }

  fileprivate mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
    let digits = prefix { $0.isASCIIDigit }
    guard counts.contains(digits.count) else { return nil }
    removeFirst(digits.count)
    return Int(digits)
  }

  /// The hour of a day, by a twelve-hour clock if AM or PM follows.
  fileprivate mutating func hour(_ hour: Int) -> Int? {
    for (half, name) in ["AM", "PM"].enumerated() where take(" " + name) || take(name) {
      return (1...12).contains(hour) ? hour % 12 + 12 * half : nil
    }
    return (0...23).contains(hour) ? hour : nil
  }

  /// The rest of the text, which must be empty or an offset from UTC.
  fileprivate mutating func offset() -> (seconds: Int?, Void)? {
    if isEmpty { return (nil, ()) }
    _ = take(" ")
    if ["Z", "UTC", "GMT"].contains(uppercased()) { return (0, ()) }
    let sign = take("+") ? 1 : take("-") || take("−") ? -1 : 0
    guard sign != 0, let hours = digits(2...2) else { return nil }
    var minutes = 0
    if !isEmpty {
      _ = take(":")
      guard let number = digits(2...2) else { return nil }
      minutes = number
    }
    guard isEmpty, hours < 24, minutes < 60 else { return nil }
    return (sign * (hours * 3600 + minutes * 60), ())
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
