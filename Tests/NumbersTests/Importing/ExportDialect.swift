import Numbers
import StrategyModel

/// How one tool writes its exports.
struct ExportDialect: Sendable, CustomStringConvertible {
  let description: String
  var separator = Separator.comma
  var numbers = NumberStyle.plain
  /// The thousands separator.
  var thousands = ""
  var percent = ""
  var day = DayShape.iso
  var quotes = false
  var lineEnd = "\n"
  var encoding = TextEncoding.utf8
  var hasMark = false
  var titles: [String] = []
  var isWide = false
  var hasNote = false
  var total: String?

  enum DayShape: Sendable { case iso, dotted, slashed, american, named, instant, period }

  static let all: [ExportDialect] = [
    ExportDialect(description: "plain", day: .period),
    ExportDialect(
      description: "english spreadsheet", numbers: .english, thousands: ",", day: .american, quotes: true,
      lineEnd: "\r\n", hasMark: true),
    ExportDialect(
      description: "german spreadsheet", separator: .semicolon, numbers: .european, thousands: ".", day: .dotted,
      lineEnd: "\r\n", hasMark: true, total: "Summe"),
    ExportDialect(
      description: "unicode text", separator: .tab, lineEnd: "\r\n", encoding: .utf16LittleEndian, hasMark: true),
    ExportDialect(
      description: "unicode text, high bytes first", separator: .tab, numbers: .european, day: .slashed,
      encoding: .utf16BigEndian, hasMark: true),
    ExportDialect(
      description: "french spreadsheet", separator: .semicolon, numbers: .european, thousands: "\u{A0}", percent: " %",
      day: .slashed, lineEnd: "\r\n", encoding: .windows1252),
    ExportDialect(description: "old spreadsheet", day: .american, lineEnd: "\r"),
    ExportDialect(
      description: "chart", quotes: true, titles: ["Active accounts, by plan", "", "Exported, as of today, by hand"],
      isWide: true),
    ExportDialect(
      description: "german chart", separator: .semicolon, numbers: .european, thousands: ".", day: .dotted, isWide: true
    ),
    ExportDialect(description: "warehouse", day: .instant, hasNote: true),
    ExportDialect(
      description: "prose", numbers: .english, thousands: ",", percent: "%", day: .named, quotes: true,
      titles: ["sep=,", "Figures; of all; weeks"], total: "Total"),
    ExportDialect(
      description: "colleague", separator: .semicolon, day: .period, titles: ["Figures, as of today, internal"],
      hasNote: true, total: "Total"),
  ]

  /// What an importer is told about it.
  var days: DayReader {
    var days = DayReader()
    days.style = [.dotted, .slashed].contains(day) ? .dmy : day == .american ? .mdy : .iso
    days.offset = { _ in ExportDialect.offset }
    return days
  }

  /// The strategy's clocks, in seconds ahead of UTC.
  static let offset = 2 * 3600

  func text(_ day: Day, named period: String) -> String {
    let (month, date) = (day.month < 10 ? "0\(day.month)" : "\(day.month)", day.day < 10 ? "0\(day.day)" : "\(day.day)")
    switch self.day {
    case .iso: return day.description
    case .dotted: return "\(date).\(month).\(day.year)"
    case .slashed: return "\(date)/\(month)/\(day.year)"
    case .american: return "\(day.month)/\(day.day)/\(day.year)"
    case .named: return "\(Self.months[day.month - 1]) \(day.day), \(day.year)"
    case .instant: return "\(day + -1)T22:00:00.000Z"
    case .period: return period
    }
  }

  /// - Parameter plain: digits, perhaps a sign, a decimal point and decimals.
  func number(_ plain: String) -> String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    var digits = Array(parts[0].dropFirst(sign.count))
    var groups: [String] = []
    while digits.count > 3, !thousands.isEmpty {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    let whole = ([String(digits)] + groups).joined(separator: thousands)
    let point = numbers == .european ? "," : "."
    return sign + whole + (parts.count == 2 ? point + parts[1] : "") + percent
  }

  func cell(_ text: String) -> String {
    let mustQuote = text.contains { $0 == "\"" || $0.utf8.elementsEqual([separator.byte]) || $0.isNewline }
    return quotes || mustQuote
      ? "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"" : text
  }

  func bytes(_ lines: [String]) -> [UInt8] {
    let text = lines.map { $0 + lineEnd }.joined()
    switch encoding {
    case .utf8: return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian:
      return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .windows1252: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
  }

  private static let months = [
    "Jan", "Feb", "March", "April", "May", "Jun", "July", "Aug", "Sept", "Oct", "Nov", "December",
  ]
}
