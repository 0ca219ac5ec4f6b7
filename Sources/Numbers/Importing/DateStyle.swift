package import StrategyModel

/// How an export writes days made of numbers alone.
package enum DateStyle: String, Sendable, CaseIterable {
  /// `2026-01-05`, with or without a time behind it.
  case iso
  /// `05/01/2026`, `5.1.2026`
  case dmy
  /// `01/05/2026`
  case mdy

  /// The day that a text names; English names of months are understood in every style: `Jan 5, 2026`.
  package func day(_ text: String) -> Day? {
    let text = text.trimmed
    if let day = Day(text) ?? isoDayWithTime(text) ?? dayWithMonthName(text) { return day }
    guard self != .iso else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2] else { return nil }
    return self == .dmy
      ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
  }

  private func isoDayWithTime(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    return Day(String(decoding: bytes[..<10], as: UTF8.self))
  }

  private func dayWithMonthName(_ text: String) -> Day? {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." || $0 == "-" }
    guard words.count == 3, let year = Int(words[2]) else { return nil }
    for (name, day) in [(words[0], words[1]), (words[1], words[0])] {
      guard name.count >= 3, let month = DateStyle.months.firstIndex(where: { $0.hasPrefix(name) }),
        let day = Int(day)
      else { continue }
      return Day(year: year, month: month + 1, day: day)
    }
    return nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
