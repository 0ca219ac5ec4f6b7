/// Reads the XML of workbooks from front to back; every step takes time in proportion to what it reads.
///
/// Names come without their prefix. There are no entities but XML's own five: a document type is refused.
struct XMLScanner {
  enum Event {
    /// A tag that is closed at once is followed by its end.
    case start(String, attributes: [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private let part: String
  private(set) var place = 0
  /// The end of a tag that was closed at once.
  private var pending: String?

  init(_ bytes: [UInt8], part: String) {
    (self.bytes, self.part) = (bytes, part)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// `nil` at the end.
  mutating func next() throws(WorkbookFault) -> Event? {
    if let name = pending {
      pending = nil
      return .end(name)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return text() }
      guard place + 1 < bytes.count else { throw fault }
      switch bytes[place + 1] {
      case UInt8(ascii: "?"): guard skips("<?", to: "?>") else { throw fault }
      case UInt8(ascii: "!") where isAt("<![CDATA["): return try verbatim()
      case UInt8(ascii: "!"): guard skips("<!--", to: "-->") else { throw fault }
      default: return try tag()
      }
    }
    return nil
  }

  var fault: WorkbookFault { .syntax(part: part, byte: place) }

  private mutating func text() -> Event {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return .text(decoded(bytes[start..<place]))
  }

  private mutating func verbatim() throws(WorkbookFault) -> Event {
    let start = place + 9
    guard skips("<![CDATA[", to: "]]>") else { throw fault }
    return .text(String(decoding: bytes[start..<(place - 3)], as: UTF8.self))
  }

  private mutating func tag() throws(WorkbookFault) -> Event {
    place += 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let name = name()
    guard !name.isEmpty else { throw fault }
    var attributes: [String: String] = [:]
    while true {
      skipSpaces()
      guard place < bytes.count else { throw fault }
      switch bytes[place] {
      case UInt8(ascii: ">"):
        place += 1
        return isEnd ? .end(name) : .start(name, attributes: attributes)
      case UInt8(ascii: "/") where !isEnd && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ">"):
        place += 2
        pending = name
        return .start(name, attributes: attributes)
      default:
        let (key, value) = try attribute()
        attributes[key] = value
      }
    }
  }

  private mutating func attribute() throws(WorkbookFault) -> (String, String) {
    let key = name()
    skipSpaces()
    guard !key.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw fault }
    place += 1
    skipSpaces()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      throw fault
    }
    let quote = bytes[place]
    let start = place + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { throw fault }
    place = end + 1
    return (key, decoded(bytes[start..<end]))
  }

  /// Without the prefix.
  private mutating func name() -> String {
    var start = place
    while place < bytes.count, !XMLScanner.endsNames(bytes[place]) {
      if bytes[place] == UInt8(ascii: ":") { start = place + 1 }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func endsNames(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "<")
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private func isAt(_ text: StaticString) -> Bool { bytes[place...].starts(with: text.description.utf8) }

  /// Goes behind what begins and ends so, if it begins here; behind everything if it never ends.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard isAt(start) else { return false }
    let wanted = Array(end.description.utf8)
    var found = place + start.utf8CodeUnitCount
    while found + wanted.count <= bytes.count, bytes[found] != wanted[0] || !bytes[found...].starts(with: wanted) {
      found += 1
    }
    guard found + wanted.count <= bytes.count else { return false }
    place = found + wanted.count
    return true
  }

  /// The text with its entities replaced; an unknown one stays as it is written.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += String(decoding: rest[..<start], as: UTF8.self)
      rest = rest[start...]
      // The longest is a number of seven digits.
      let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";"))
      let name = end.map { String(decoding: rest[(start + 1)..<$0], as: UTF8.self) }
      if let end, let name, let character = XMLScanner.character(name) {
        text.unicodeScalars.append(character)
        rest = rest[(end + 1)...]
      } else {
        text += "&"
        rest = rest.dropFirst()
      }
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}
