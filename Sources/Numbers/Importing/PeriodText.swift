package import StrategyModel

/// A period as exports write it: `April 2021`, `W02 2026`, `Q1 2026`, `202602`, besides the names that readings have.
package enum PeriodText {
  /// Whether a header names a period; six digits may be any number.
  package static func isHeader(_ text: String, in calendar: PeriodCalendar) -> Bool {
    !(text.utf8.count == 6 && text.allSatisfy(\.isASCIIDigit)) && !periods(text, in: calendar).isEmpty
  }

  /// The periods that a text names: none, one, or for `202602` a month and a week.
  static func periods(_ text: String, in calendar: PeriodCalendar) -> [Period] {
    if let named = calendar.period(named: text) { return [named] }
    if text.utf8.count == 6, text.allSatisfy(\.isASCIIDigit) {
      let (year, number) = (text.prefix(4), text.suffix(2))
      return ["\(year)-\(number)", "\(year)-W\(number)"].compactMap { calendar.period(named: $0) }
    }
    guard let name = name(text) else { return [] }
    return calendar.period(named: name).map { [$0] } ?? []
  }

  /// Whether a column's text would be a day without a year of four digits: `Apr 21`.
  static func hasShortYear(_ text: String) -> Bool {
    let words = parts(text)
    return words.count == 2 && MonthName.number(of: words[0]) != nil && words[1].count == 2
      && words[1].allSatisfy(\.isASCIIDigit)
  }

  /// The name that readings have for it.
  private static func name(_ text: String) -> String? {
    let words = parts(text)
    if let word = words.first, word.hasPrefix("fy") {
      let year = words.count == 1 ? String(word.dropFirst(2)) : words.count == 2 && word == "fy" ? words[1] : ""
      return year.count == 4 && year.allSatisfy(\.isASCIIDigit) ? year : nil
    }
    guard let year = words.first(where: { $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    var rest = words
    rest.remove(at: words.firstIndex(of: year) ?? 0)
    if rest.count == 2, weekWords.contains(rest[0]) { rest = ["w" + rest[1]] }
    if rest.count == 2, quarterWords.contains(rest[0]) { rest = ["q" + rest[1]] }
    if rest.count == 2, rest[0] == "de" { rest.removeFirst() }
    guard rest.count == 1, let word = rest.first else { return nil }
    if let month = MonthName.number(of: word) { return "\(year)-\(twoDigits(month))" }
    guard let mark = word.first, let number = Int(word.drop { $0.isLetter }), (1...53).contains(number) else {
      return nil
    }
    switch (mark, word.count { $0.isLetter }) {
    case ("w", 1), ("k", 2): return mark == "k" && !word.hasPrefix("kw") ? nil : "\(year)-W\(twoDigits(number))"
    case ("q", 1), ("t", 1): return "\(year)-Q\(number)"
    case ("m", 1): return "\(year)-\(twoDigits(number))"
    case (_, 0): return text.contains("/") || text.contains(".") ? "\(year)-\(twoDigits(number))" : nil
    default: return nil
    }
  }

  /// Words in lower case; a year is taken apart from what follows it: `2026Q1`.
  private static func parts(_ text: String) -> [String] {
    var words = text.lowercased().split { " -/.,_".contains($0) }.map(String.init)
    if words.count == 1, let word = words.first, word.count > 4, word.prefix(4).allSatisfy(\.isASCIIDigit) {
      words = [String(word.prefix(4)), String(word.dropFirst(4))]
    }
    return words
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let weekWords = ["week", "wk", "kw", "woche", "semana"]
  private static let quarterWords = ["quarter", "quartal", "trimestre"]
}

/// Names of months in English, German and Spanish, in full or from their third letter on.
enum MonthName {
  /// From 1; `nil` for another word.
  static func number(of word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    return languages.lazy.compactMap { $0.firstIndex { $0.hasPrefix(word) } }.first.map { $0 + 1 }
  }

  private static let languages = [
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ],
    [
      "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
      "dezember",
    ],
    [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ],
  ]
}
