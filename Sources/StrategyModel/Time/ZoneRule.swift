/// How a time zone's clocks change after the last moment that its file lists: standard time, and summer time between two
/// days of each year.
///
/// Source: the footer of RFC 9636 (section 3.3), which is the `TZ` variable of POSIX.1-2024 with hours from -167 to 167.
struct ZoneRule {
  /// Seconds ahead of UTC.
  private let standard: Int
  private let summer: (offset: Int, begins: YearlyMoment, ends: YearlyMoment)?

  /// `CET-1CEST,M3.5.0,M10.5.0/3`; `nil` where the text is not such a rule.
  init?(_ text: some Collection<UInt8>) {
    var rest = Substring(decoding: text, as: UTF8.self)
    guard rest.takeName(), let standard = rest.takeTime() else { return nil }
    self.standard = -standard
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard rest.takeName() else { return nil }
    var offset = -standard + 3600
    if rest.first != "," {
      guard let stated = rest.takeTime() else { return nil }
      offset = -stated
    }
    guard rest.take(","), let begins = YearlyMoment(&rest), rest.take(","), let ends = YearlyMoment(&rest), rest.isEmpty
    else { return nil }
    summer = (offset, begins, ends)
  }

  /// Seconds ahead of UTC at a moment, in seconds since 1970.
  func offset(at moment: Int64) -> Int {
    guard let summer else { return standard }
    let moment = Int(moment)
    let year = Day(of: Int64(moment + standard), in: .utc).year
    let begins = summer.begins.second(in: year) - standard
    let ends = summer.ends.second(in: year) - summer.offset
    let isSummer = begins < ends ? begins <= moment && moment < ends : begins <= moment || moment < ends
    return isSummer ? summer.offset : standard
  }
}

/// A moment of every year, by the clock that is in force before it.
private struct YearlyMoment {
  private enum Date {
    /// The nth (5: the last) of a weekday, 0 is Sunday, in a month.
    case weekday(month: Int, nth: Int, weekday: Int)
    /// From 1 to 365; 29 February is never counted.
    case dayWithoutLeap(Int)
    /// From 0 to 365.
    case day(Int)
  }

  private let date: Date
  private let time: Int

  init?(_ text: inout Substring) {
    if text.take("M") {
      guard let month = text.takeNumber(), (1...12).contains(month), text.take("."), let nth = text.takeNumber(),
        (1...5).contains(nth), text.take("."), let weekday = text.takeNumber(), (0...6).contains(weekday)
      else { return nil }
      date = .weekday(month: month, nth: nth, weekday: weekday)
    } else if text.take("J") {
      guard let day = text.takeNumber(), (1...365).contains(day) else { return nil }
      date = .dayWithoutLeap(day)
    } else {
      guard let day = text.takeNumber(), (0...365).contains(day) else { return nil }
      date = .day(day)
    }
    guard text.take("/") else {
      time = 2 * 3600
      return
    }
    guard let stated = text.takeTime() else { return nil }
    time = stated
  }

  /// Seconds from the beginning of 1970 to the moment, as if the clock before it showed UTC.
  func second(in year: Int) -> Int { day(in: year) * 86_400 + time }

  /// Days since 1970.
  private func day(in year: Int) -> Int {
    let first = Day.number(year, 1, 1)
    switch date {
    case .day(let day): return first + day
    case .dayWithoutLeap(let day):
      let isLeap = Day.number(year, 3, 1) - first == 60
      return first + day - (isLeap && day >= 60 ? 0 : 1)
    case .weekday(let month, let nth, let weekday):
      let begin = Day.number(year, month, 1)
      let next = month == 12 ? Day.number(year + 1, 1, 1) : Day.number(year, month + 1, 1)
      // 1 January 1970 was a Thursday.
      let firstWeekday = ((begin + 4) % 7 + 7) % 7
      let day = begin + (weekday - firstWeekday + 7) % 7 + (nth - 1) * 7
      return day < next ? day : day - 7
    }
  }
}

extension Substring {
  fileprivate mutating func take(_ character: Character) -> Bool {
    guard first == character else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber() -> Int? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    self = self[digits.endIndex...]
    return digits.utf8.count <= 3 ? Int(digits) : nil
  }

  /// `CEST` or `<+0330>`
  fileprivate mutating func takeName() -> Bool {
    if take("<") {
      guard let end = firstIndex(of: ">") else { return false }
      self = self[index(after: end)...]
      return true
    }
    let letters = prefix { $0.isASCII && $0.isLetter }
    self = self[letters.endIndex...]
    return letters.utf8.count >= 3
  }

  /// `-3`, `3:30` or `24:00:00`, in seconds.
  fileprivate mutating func takeTime() -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard var seconds = takeNumber().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let number = takeNumber(), number < 60 else { return nil }
      seconds += number * unit
    }
    return isNegative ? -seconds : seconds
  }
}
