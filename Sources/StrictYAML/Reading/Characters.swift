/// The encoding of a text, and the characters that YAML or its readers do not agree on.
extension YAMLScanner {
  /// False when the bytes are not text at all, so that reading them would only add noise.
  mutating func checkCharacters(_ text: Span<UInt8>) -> Bool {
    if let encoding = foreignEncoding(text) {
      fault(
        encoding, 0, min(4, text.count), "text in \(encoding == .utf16 ? "UTF-16" : "UTF-32")",
        help: "Save the file as UTF-8.")
      return false
    }
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      fault(
        .byteOrderMark, 0, 3, "byte order mark at the start of the file", help: "Save the file without it.",
        fix: .init("remove the byte order mark", 0, 3, ""))
      at = 3
    }
    switch characters(text, at, text.count) {
    case .printable: return true
    case .multibyte: _ = checkMultibytes(text, at, text.count)
    case .control:
      guard checkBlocks(text, from: at) else { return false }
    }
    return invalidBytes < text.count / 8 + 1
  }

  private func foreignEncoding(_ text: Span<UInt8>) -> SyntaxFault.Kind? {
    guard text.count >= 4 else { return nil }
    switch (text[0], text[1], text[2], text[3]) {
    case (0, 0, 0xFE, 0xFF), (0xFF, 0xFE, 0, 0), (0, 0, 0, 1...), (1..., 0, 0, 0): return .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0, 1..., 0, _), (1..., 0, _, 0): return .utf16
    default: return nil
    }
  }

  private enum Characters {
    /// Printable ASCII characters and line feeds.
    case printable
    /// These and bytes of other characters.
    case multibyte
    case control
  }

  /// Which bytes a part of the text contains. The comparisons are kept apart so that they compile to vector
  /// instructions.
  @inline(__always)
  private func characters(_ text: Span<UInt8>, _ lower: Int, _ upper: Int) -> Characters {
    let part = text.extracting(lower..<upper)
    var (high, control): (UInt8, UInt8) = (0, 0)
    for position in part.indices {
      let byte = part[position]
      let isLow: UInt8 = byte < 0x20 ? 1 : 0
      let isLineFeed: UInt8 = byte == .lineFeed ? 1 : 0
      let isDelete: UInt8 = byte == 0x7F ? 1 : 0
      control |= (isLow ^ isLineFeed) | isDelete
      high |= byte
    }
    return control != 0 ? .control : high >= 0x80 ? .multibyte : .printable
  }

  private mutating func checkBlocks(_ text: Span<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < limit {
      let end = min(position + 256, text.count)
      switch characters(text, position, end) {
      case .printable: position = end
      case .multibyte: position = checkMultibytes(text, position, end)
      case .control:
        guard let next = checkBytes(text, position, end) else { return false }
        position = next
      }
    }
    return true
  }

  /// Both of these return where to continue, which is after `end` when a character reaches over it.
  private mutating func checkBytes(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var position = start
    while position < end, limit > 0 {
      let byte = text[position]
      if byte >= 0x80 {
        position = checkMultibyte(text, position)
      } else {
        if byte == .tab {
          hasTabs = true
        } else if byte < 0x20 || byte == 0x7F, byte != .lineFeed {
          guard checkControl(text, position) else { return nil }
        }
        position += 1
      }
    }
    return position
  }

  private mutating func checkMultibytes(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, limit > 0 {
      let high = text.word(at: position) & 0x8080_8080_8080_8080
      if high == 0, position + 8 <= end {
        position += 8
      } else {
        position += high == 0 ? 0 : high.firstByte
        position = text[position] < 0x80 ? position + 1 : checkMultibyte(text, position)
      }
    }
    return position
  }

  /// The common two- and three-byte characters at once, all others one by one with care.
  @inline(__always)
  private mutating func checkMultibyte(_ text: Span<UInt8>, _ position: Int) -> Int {
    let lead = text[position]
    // The text ends in a line feed, so that one byte may always be looked at, and a second one behind a
    // continuation byte too.
    if text[position + 1] & 0xC0 == 0x80 {
      if lead &- 0xC3 <= 0xDF - 0xC3 { return position + 2 }
      let isCommon = lead &- 0xE3 <= 0xEC - 0xE3 || lead == 0xE1 || lead == 0xE2 && text[position + 1] != 0x80
      if isCommon, text[position + 2] & 0xC0 == 0x80 { return position + 3 }
    }
    return checkRareCharacter(text, position)
  }

  private mutating func checkRareCharacter(_ text: Span<UInt8>, _ position: Int) -> Int {
    guard let (value, length) = scalar(text, position) else {
      reportInvalid(text, position)
      return position + 1
    }
    if value == 0x85 || value == 0x2028 || value == 0x2029 {
      fault(
        .unicodeLineBreak, position, position + length,
        "line break character \(named(value)), which YAML readers take differently",
        help: "Remove it, or begin a new line.")
    } else if value < 0xA0 || value == 0xFEFF || value == 0xFFFE || value == 0xFFFF {
      reportInvisible(value, position, length)
    }
    return position + length
  }

  /// Decodes one multi-byte character; nil when the bytes are not UTF-8.
  private func scalar(_ text: Span<UInt8>, _ position: Int) -> (value: UInt32, length: Int)? {
    let lead = text[position]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard position + length <= text.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in position + 1..<position + length {
      guard text[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[index] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, Unicode.Scalar(value) != nil else { return nil }
    return (value, length)
  }
}

// MARK: Messages

extension YAMLScanner {
  /// False when the text cannot be read any further.
  private mutating func checkControl(_ text: Span<UInt8>, _ position: Int) -> Bool {
    switch text[position] {
    case .carriageReturn:
      if text[position + 1] != .lineFeed || (endsWithoutLineFeed && position + 2 == text.count) {
        fault(
          .loneCarriageReturn, position, position + 1, "carriage return without a line feed",
          help: "End lines with LF or CRLF.")
      }
    case 0:
      fault(.nulByte, position, position + 1, "NUL byte at offset \(position)", help: "Is this a text file?")
      return false
    case let byte:
      // A run of them is one fault.
      if position == afterControl { break }
      reportInvisible(UInt32(byte), position, 1)
    }
    afterControl = position + 1
    return true
  }

  private mutating func reportInvisible(_ value: UInt32, _ position: Int, _ length: Int) {
    fault(
      .controlCharacter, position, position + length, "invisible character \(named(value))",
      help: "Remove it.")
  }

  /// Only the first place is reported: a text in another encoding has hundreds of them.
  private mutating func reportInvalid(_ text: Span<UInt8>, _ position: Int) {
    invalidBytes += 1
    guard invalidBytes == 1 else { return }
    let byte = String(text[position], radix: 16, uppercase: true)
    fault(
      .notUTF8, position, position + 1, "byte 0x\(byte) at offset \(position) is not UTF-8",
      help: "Save the file as UTF-8.")
  }

  private func named(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
