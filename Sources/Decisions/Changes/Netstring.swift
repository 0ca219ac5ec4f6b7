/// `5:hello,`: nested in one another, no two lists of values give the same bytes.
enum Netstring {
  static func of(_ text: String) -> [UInt8] { of(Array(text.utf8)) }

  static func of(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(bytes.count).utf8) + [UInt8(ascii: ":")] + bytes + [UInt8(ascii: ",")]
  }

  /// Distinguishes no value from an empty one.
  static func optional(_ value: String?) -> [UInt8] { value.map { of("=") + of($0) } ?? of("-") }
}
