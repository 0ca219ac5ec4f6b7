/// One escape of a double-quoted scalar.
///
/// Source: YAML 1.2.2, 5.7, without the escaped line break and tab, and escapes of no character, of NUL and of the byte
/// order mark, which some readers drop.
struct Escape {
  let scalar: Unicode.Scalar
  /// In bytes, with the backslash.
  let length: Int

  /// Nil when the bytes after the backslash at `start` are not an escape.
  init?(_ text: Span<UInt8>, _ start: Int) {
    guard start + 1 < text.count else { return nil }
    let digits = Self.digits(text[start + 1])
    let found = digits == 0 ? Self.named(text[start + 1]) : Self.numbered(text, start + 2, digits: digits)
    guard let found else { return nil }
    scalar = found
    length = digits + 2
  }

  /// What is wrong with an escape that YAML 1.2 allows and this subset refuses; `nil` for any other.
  static func refused(_ text: Span<UInt8>, _ start: Int) -> String? {
    guard start + 1 < text.count else { return nil }
    let letter = text[start + 1]
    if letter == UInt8(ascii: "0") { return "escape of the NUL character is not used here" }
    if letter == .tab { return "escaped tab is not used here" }
    let digits = digits(letter)
    guard digits > 0, start + 2 + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for position in start + 2..<start + 2 + digits {
      guard let digit = text[position].hexadecimal else { return nil }
      value = value << 4 | digit
    }
    switch value {
    case 0: return "escape of the NUL character is not used here"
    case 0xFEFF: return "escape of a byte order mark is not used here"
    case 0xD800..<0xE000: return "escape of half a character; write all of it as '\\U' and eight digits"
    default: return nil
    }
  }

  private static func digits(_ letter: UInt8) -> Int {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: 0
    }
  }

  private static func numbered(_ text: Span<UInt8>, _ start: Int, digits: Int) -> Unicode.Scalar? {
    guard start + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for position in start..<start + digits {
      guard let digit = text[position].hexadecimal else { return nil }
      value = value << 4 | digit
    }
    return value == 0 || value == 0xFEFF ? nil : Unicode.Scalar(value)
  }

  private static func named(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "a"): "\u{07}"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{0B}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case .space: " "
    case .quote: "\""
    case UInt8(ascii: "/"): "/"
    case .backslash: "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }
}
