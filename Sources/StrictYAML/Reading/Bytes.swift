/// The bytes that mean something in YAML.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let apostrophe = UInt8(ascii: "'")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let question = UInt8(ascii: "?")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let pipe = UInt8(ascii: "|")
  static let closeBrace = UInt8(ascii: "}")
  static let greater = UInt8(ascii: ">")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let ampersand = UInt8(ascii: "&")
  static let exclamation = UInt8(ascii: "!")
  static let asterisk = UInt8(ascii: "*")
  static let percent = UInt8(ascii: "%")
  static let period = UInt8(ascii: ".")

  /// Space, tab, or the carriage return of a line end; a carriage return alone is a fault of its own.
  @inline(__always)
  var isBlank: Bool { self == .space || self == .tab || self == .carriageReturn }

  @inline(__always)
  var isBlankOrLineFeed: Bool { self <= .space && (isBlank || self == .lineFeed) }

  /// Whether a plain scalar may start with this byte, whatever follows it.
  @inline(__always)
  var startsPlain: Bool {
    isLetter || startsPlainRarely
  }

  private var startsPlainRarely: Bool {
    switch self {
    case 0...0x20, 0x7F: false
    case .quote, .hash, .apostrophe, .comma, .dash, .colon, .question, .openBracket, .closeBracket, .openBrace,
      .closeBrace, .pipe, .greater, .percent, .ampersand, .exclamation, .asterisk, UInt8(ascii: "@"), UInt8(ascii: "`"):
      false
    default: true
    }
  }

  /// An ASCII letter.
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// A letter, a digit, a dash, an underscore, or a byte of a character beyond ASCII.
  var isWordByte: Bool {
    isLetter || self &- 0x30 < 10 || self == .dash || self == UInt8(ascii: "_") || self >= 0x80
  }

  @inline(__always)
  var isFlowIndicator: Bool {
    self == .comma || self == .openBracket || self == .closeBracket || self == .openBrace || self == .closeBrace
  }

  /// Whether this is a line feed, '#', ':', '?' or a flow indicator; one bit for each of the first 128 bytes.
  @inline(__always)
  var isFlowPlainMark: Bool {
    let marks: UInt64 = self < 64 ? 0x8400_1008_0000_0400 : self < 128 ? 0x2800_0000_2800_0000 : 0
    return marks &>> UInt64(self) & 1 == 1
  }

  /// The value of a hexadecimal digit, or nil.
  var hexadecimal: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
