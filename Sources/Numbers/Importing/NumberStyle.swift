import StrategyModel

/// How an export writes numbers.
package enum NumberStyle: String, Sendable, CaseIterable {
  /// `12049.5`
  case plain
  /// `12,049.5`
  case english
  /// `12.049,5`, or with spaces or apostrophes between the thousands.
  case european

  /// The number as readings have it, with a decimal point and nothing between the thousands; `nil` when it is none. A
  /// percent sign at the end is taken off.
  package func plain(_ text: String) -> String? {
    var text = text.trimmed
    if text.hasSuffix("%") { text = String(text.dropLast()).trimmed }
    switch self {
    case .plain: return number(text)
    case .english: return ungrouped(text, separators: [","], point: ".").flatMap(number)
    case .european:
      return ungrouped(text, separators: [".", " ", "\u{A0}", "\u{202F}", "'", "’"], point: ",").flatMap(number)
    }
  }

  private func number(_ text: String) -> String? { (try? Double.parse(text)) == nil ? nil : text }

  /// `nil` unless every group of digits but the first has three.
  private func ungrouped(_ text: String, separators: Set<Character>, point: Character) -> String? {
    let parts = text.split(separator: point, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isNumber) }) else { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }
}

extension String {
  /// Without spaces at both ends.
  package var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
