/// Decides which ways of writing a text read back as that text.
struct ScalarForm {
  /// Where a scalar is written; brackets and keys leave less room.
  enum Place { case block, flow, key }

  let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  /// Whether the text may be written without quotes, for our reader and for those that guess types.
  func isPlain(in place: Place) -> Bool {
    guard let first = text.first, isSingleLine, !isReserved else { return false }
    if place == .key && text.count > 1000 { return false }
    return startsPlain(first, in: place) && text.last != .space && !holdsIndicator(in: place)
  }

  /// Whether every character may be written as it is; a line feed only between lines.
  var isPrintable: Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      !Self.needsEscape($0) || $0 == "\n" || $0 == "\t"
    }
  }

  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private var isSingleLine: Bool {
    !text.contains(.lineFeed) && !text.contains(.tab) && isPrintable
  }

  private func startsPlain(_ first: UInt8, in place: Place) -> Bool {
    if first == .dash {
      return text.count > 1 && text[1] != .space && !(place != .block && text[1].isFlowIndicator)
    }
    return first.startsPlain
  }

  private func holdsIndicator(in place: Place) -> Bool {
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : .space
      if byte == .colon && (next == .space || (place == .flow && (next.isFlowIndicator || next == .question))) {
        return true
      }
      if byte == .hash && index > 0 && text[index - 1] == .space { return true }
      if place == .flow && (byte.isFlowIndicator || byte == .question) { return true }
    }
    return false
  }

  // MARK: Texts that look like something else

  /// Words and numbers that a reader which guesses types would take for another value than the text shows.
  ///
  /// Plain numbers, dates, `true` and `false` are not included: they mean themselves.
  private var isReserved: Bool {
    let lowercased = String(decoding: text, as: UTF8.self).lowercased()
    return Self.words.contains(lowercased) || isMarker || isOddNumber
  }

  private static let words: Set<String> = [
    "~", "null", "yes", "no", "on", "off", "<<", "=", ".inf", "+.inf", "-.inf", ".nan",
  ]

  /// Whether the text means something else at the start of a line.
  var isMarker: Bool {
    Self.markers.contains { text.starts(with: $0) }
  }

  private static let markers = ["---", "...", "<<<<<<<", "======="].map { Array($0.utf8) }

  /// A number written in a way that a reader might write back differently: `007`, `0x1F`, `1e5`, `1_000`, `12:30`.
  private var isOddNumber: Bool {
    let digits = text.drop { $0 == .dash || $0 == UInt8(ascii: "+") }
    guard let first = digits.first, Self.isDigit(first) || (first == .period && digits.count > 1) else { return false }
    let isNumberLike = digits.allSatisfy { Self.isDigit($0) || $0.hexadecimal != nil || Self.numberMarks.contains($0) }
    return isNumberLike && !isDate && !isPlainNumber(digits)
  }

  private static let numberMarks = Set(".:_xXoOpP+-".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// `0`, `-41`, `1.50`, but not `+1`, `007` or `1.`.
  private func isPlainNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let parts = digits.split(separator: .period, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) else {
      return false
    }
    let sign = text.count - digits.count
    return (whole.count == 1 || whole.first != UInt8(ascii: "0")) && (sign == 0 || (sign == 1 && text[0] == .dash))
  }

  /// `2026-01-05`
  private var isDate: Bool {
    text.count == 10
      && text.enumerated().allSatisfy {
        $0.offset == 4 || $0.offset == 7 ? $0.element == .dash : Self.isDigit($0.element)
      }
  }
}
