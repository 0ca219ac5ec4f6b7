import Diagnostics
internal import Presentation
import StrategyModel

/// How an export writes numbers.
package enum NumberStyle: String, Sendable, CaseIterable {
  /// `12049.5`
  case plain
  /// `12,049.5`
  case english
  /// `12.049,5`, or with spaces or apostrophes between the thousands.
  case european

  /// The number as readings write it, with a decimal point and no thousands separator; `nil` when the text is not a
  /// number. Drops a percent sign at the end.
  package func plain(_ text: String) -> String? {
    var text = text.trimmed
    if text.isPercentage { text = String(text.dropLast()).trimmed }
    switch self {
    case .plain: return number(text)
    case .english: return ungrouped(text, separators: [","], point: ".").flatMap(number)
    case .european:
      return ungrouped(text, separators: [".", " ", "\u{A0}", "\u{202F}", "'", "’"], point: ",").flatMap(number)
    }
  }

  /// The styles in which a text is a number, each with that number as readings write it.
  package static func readings(of text: String) -> [(style: NumberStyle, number: String)] {
    allCases.compactMap { style in style.plain(text).map { (style, $0) } }
  }

  /// The number when its thousands are separated by spaces or apostrophes and its decimals by a point, as in `1 234.5`:
  /// such a text can be nothing else.
  static func spaced(_ text: String) -> String? {
    let number = text.trimmed.isPercentage ? String(text.trimmed.dropLast()).trimmed : text.trimmed
    return NumberStyle.plain.ungrouped(number, separators: [" ", "\u{A0}", "\u{202F}", "'", "’"], point: ".")
      .flatMap(NumberStyle.plain.number)
  }

  private func number(_ text: String) -> String? { (try? Double.parse(text)) == nil ? nil : text }

  /// `nil` unless thousands are separated correctly: the same separator throughout, and three digits in every group
  /// except the first, which has one to three and does not begin with 0.
  private func ungrouped(_ text: String, separators: Set<Character>, point: Character) -> String? {
    let parts = text.split(separator: point, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, Set(whole.filter(separators.contains)).count <= 1 else {
      return nil
    }
    let sign = whole.hasPrefix("-") ? "-" : ""
    let groups = whole.dropFirst(sign.count).split(
      omittingEmptySubsequences: false, whereSeparator: separators.contains)
    guard let first = groups.first, !first.isEmpty else { return nil }
    if groups.count > 1 {
      let isGrouped = first.count <= 3 && !first.hasPrefix("0") && groups.dropFirst().allSatisfy { $0.count == 3 }
      guard isGrouped, groups.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    }
    return sign + groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }
}

extension String {
  package var isPercentage: Bool { utf8.last == UInt8(ascii: "%") }
}
