/// The encoding of a text, and the characters that YAML or its readers do not agree on.
extension Reader {
  /// False when the text is no text at all, so that reading it would only add noise.
  mutating func checkCharacters(_ text: Span<UInt8>) -> Bool {
    if let encoding = foreignEncoding(text) {
      fault(
        encoding, 0, min(4, text.count), "text in \(encoding == .utf16 ? "UTF-16" : "UTF-32")",
        help: "Save the file as UTF-8.")
      return false
    }
    var position = 0
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      fault(.byteOrderMark, 0, 3, "byte order mark at the start of the file", help: "Save the file as UTF-8 without BOM.")
      at = 3
      position = 3
    }
    var hasInvalid = false
    while position < text.count {
      let byte = text[position]
      if byte >= 0x20 && byte < 0x7F || byte == .lineFeed || byte == .tab {
        position += 1
      } else if byte < 0x80 {
        guard checkControl(text, position) else { return false }
        position += 1
      } else {
        position = checkMultibyte(text, position, &hasInvalid)
      }
    }
    return true
  }

  private func foreignEncoding(_ text: Span<UInt8>) -> SyntaxFault.Kind? {
    guard text.count >= 4 else { return nil }
    switch (text[0], text[1], text[2], text[3]) {
    case (0, 0, 0xFE, 0xFF), (0xFF, 0xFE, 0, 0), (0, 0, 0, 1...), (1..., 0, 0, 0): return .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0, 1..., 0, _), (1..., 0, _, 0): return .utf16
    default: return nil
    }
  }

  private mutating func checkControl(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let byte = text[position]
    if byte == .carriageReturn {
      if position + 1 < text.count, text[position + 1] == .lineFeed { return true }
      fault(.loneCarriageReturn, position, position + 1, "carriage return without a line feed", help: "End lines with LF or CRLF.")
      return true
    }
    if byte == 0 {
      fault(.nulByte, position, position + 1, "NUL byte at offset \(position)", help: "Is this a text file?")
      return false
    }
    fault(
      .controlCharacter, position, position + 1, "control character U+\(hex(UInt32(byte)))",
      help: "Remove it, or write it as an escape in double quotes.")
    return true
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private mutating func checkMultibyte(_ text: Span<UInt8>, _ position: Int, _ hasInvalid: inout Bool) -> Int {
    guard let (value, length) = scalar(text, position) else {
      if !hasInvalid {
        hasInvalid = true
        fault(
          .notUTF8, position, position + 1, "byte 0x\(String(text[position], radix: 16, uppercase: true)) at offset \(position) is not UTF-8",
          help: "Save the file as UTF-8.")
      }
      return position + 1
    }
    if value == 0x85 || value == 0x2028 || value == 0x2029 {
      fault(
        .unicodeLineBreak, position, position + length, "line break character U+\(hex(value)), which YAML readers take differently",
        help: "Remove it, or write it as an escape in double quotes.")
    } else if value < 0xA0 || value == 0xFEFF || value == 0xFFFE || value == 0xFFFF {
      fault(
        .controlCharacter, position, position + length, "invisible character U+\(hex(value))",
        help: "Remove it, or write it as an escape in double quotes.")
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
