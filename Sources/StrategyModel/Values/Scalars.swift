extension String: ScalarValue {
  package static var shape: Shape { .text }
  package static var expectation: String { "text" }
  package static func parse(_ text: String) throws(ScalarFault) -> String { text }
}

extension Bool: ScalarValue {
  package static var shape: Shape { .flag }
  package static var expectation: String { "'true' or 'false'" }

  package static func parse(_ text: String) throws(ScalarFault) -> Bool {
    switch text {
    case "true": true
    case "false": false
    default: throw .wrongType
    }
  }
}

extension Int: ScalarValue {
  package static var shape: Shape { .integer(Int.min...Int.max) }
  package static var expectation: String { "a whole number" }

  package static func parse(_ text: String) throws(ScalarFault) -> Int {
    guard let value = Int(text) else { throw .wrongType }
    return value
  }
}

extension Double: ScalarValue {
  package static var shape: Shape { .number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude) }
  package static var expectation: String { "a number" }

  /// Digits with an optional sign, point and exponent: what JSON and YAML 1.2 both read as a number.
  package static func parse(_ text: String) throws(ScalarFault) -> Double {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
      let first = text.utf8.first, first != 0x2B, let value = Double(text)
    else { throw .wrongType }
    guard value.isFinite else { throw .outOfRange(allowed: "-1.8e308 to 1.8e308") }
    return value
  }

  /// A number of at most 15 digits without an exponent, which nearly all are.
  ///
  /// Exact, since both numbers of the division are, and it rounds once.
  /// Source: Clinger, "How to read floating point numbers accurately".
  package static func read(_ bytes: Span<UInt8>) -> Double? {
    var (digits, decimals) = (0, -1)
    var whole = 0
    var isNegative = false
    for position in bytes.indices {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        if decimals >= 0 { decimals += 1 }
        if digits > 15 { return nil }
      case UInt8(ascii: ".") where decimals < 0 && digits > 0: decimals = 0
      case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
      default: return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    let value = Double(whole) / (decimals > 0 ? powersOfTen[decimals] : 1)
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// A number from 0 to 1.
package struct Share: ScalarValue, Hashable {
  package let value: Double

  package static var shape: Shape { .number(0...1) }
  package static var expectation: String { "a number from 0 to 1" }

  package static func parse(_ text: String) throws(ScalarFault) -> Share {
    let value = try Double.parse(text)
    guard (0...1).contains(value) else { throw .outOfRange(allowed: "0 to 1") }
    return Share(value: value)
  }
}

extension Share {
  package static func read(_ bytes: Span<UInt8>) -> Share? {
    Double.read(bytes).flatMap { (0...1).contains($0) ? Share(value: $0) : nil }
  }
}

/// A whole number above zero.
package struct Count: ScalarValue, Hashable {
  package let value: Int

  package static var shape: Shape { .integer(1...1_000_000) }
  package static var expectation: String { "a whole number above 0" }

  package static func parse(_ text: String) throws(ScalarFault) -> Count {
    let value = try Int.parse(text)
    guard (1...1_000_000).contains(value) else { throw .outOfRange(allowed: "1 to 1000000") }
    return Count(value: value)
  }
}

/// One of a few fixed words.
package protocol Choice: ScalarValue, RawRepresentable, CaseIterable, Hashable where RawValue == String {
  /// What the word means, in one sentence with its period.
  var summary: String { get }
}

extension Choice {
  package static var shape: Shape { .choice(allCases.map { ($0.rawValue, $0.summary) }) }
  package static var expectation: String { "one of " + allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") }

  package static func parse(_ text: String) throws(ScalarFault) -> Self {
    guard let value = Self(rawValue: text) else { throw .unknownChoice(allCases.map(\.rawValue)) }
    return value
  }
}
