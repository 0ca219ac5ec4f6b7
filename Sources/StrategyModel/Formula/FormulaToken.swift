import StrictYAML

/// One word or sign of a formula.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case metric(String)
    case plus, minus, times, over, open, close
  }

  let kind: Kind
  let range: ByteRange

  static func all(in text: String) throws(FormulaFault) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let start = position
      let kind: Kind?
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): kind = nil
      case UInt8(ascii: "+"): kind = .plus
      case UInt8(ascii: "-"): kind = .minus
      case UInt8(ascii: "*"): kind = .times
      case UInt8(ascii: "/"): kind = .over
      case UInt8(ascii: "("): kind = .open
      case UInt8(ascii: ")"): kind = .close
      case let byte where isWord(byte):
        while position + 1 < bytes.count, isWord(bytes[position + 1]) { position += 1 }
        kind = try word(bytes[start...position])
      default: throw unexpected(bytes[start...])
      }
      position += 1
      if let kind { tokens.append(FormulaToken(kind: kind, range: span(start, position))) }
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func word(_ bytes: ArraySlice<UInt8>) throws(FormulaFault) -> Kind {
    let text = String(decoding: bytes, as: UTF8.self)
    if Identifier.isValid(text) { return .metric(text) }
    if bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), bytes.first != 0x2E, bytes.last != 0x2E,
      let number = Double(text), number.isFinite
    {
      return .number(number)
    }
    throw FormulaFault(kind: .notAnOperand(text), range: span(bytes.startIndex, bytes.endIndex))
  }

  private static func unexpected(_ bytes: ArraySlice<UInt8>) -> FormulaFault {
    let character = String(decoding: bytes.prefix(32), as: UTF8.self).first ?? "?"
    let end = min(bytes.startIndex + character.utf8.count, bytes.endIndex)
    return FormulaFault(kind: .unexpectedCharacter(character), range: span(bytes.startIndex, end))
  }

  private static func span(_ lower: Int, _ upper: Int) -> ByteRange {
    ByteRange(UInt32(clamping: lower), UInt32(clamping: upper))
  }
}
