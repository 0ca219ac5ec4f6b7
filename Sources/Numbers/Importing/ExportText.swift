/// The character encoding of an export.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
}

/// The text of an export as UTF-8; its lines end in LF or CRLF.
package struct ExportText: Sendable {
  package let bytes: [UInt8]
  /// Whether the bytes are not UTF-8 and were taken for Windows-1252 although nobody said so: only plain ASCII can be
  /// relied on.
  package let isGuess: Bool
  /// The encoding that nobody named and that is not UTF-8.
  package let assumed: TextEncoding?

  /// - Parameter encoding: the encoding to use (default: detected from the first bytes, else UTF-8, else Windows-1252
  ///   as a guess).
  package init(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws(ExportFault) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .workbook
    }
    let (marked, rest) = ExportText.mark(bytes)
    let known = encoding ?? marked
    let text = try ExportText.decoded(rest, known)
    isGuess = known == nil && !ExportText.isUTF8(rest)
    assumed = encoding != nil || marked == .utf8 ? nil : marked ?? (isGuess ? .windows1252 : nil)
    if let nul = text.firstIndex(of: 0) {
      throw rest.isLikeUTF16 ? .unmarkedUTF16 : .notText(line: text.line(of: nul))
    }
    self.bytes = text.contains(0x0A) ? text : text.map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// The encoding that the first bytes tell, and the bytes after the mark.
  private static func mark(_ bytes: [UInt8]) -> (TextEncoding?, [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, Array(bytes.dropFirst(2))) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, Array(bytes.dropFirst(2))) }
    return (nil, bytes)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding?) throws(ExportFault) -> [UInt8] {
    switch encoding {
    case .utf8:
      guard isUTF8(bytes) else { throw .notText(line: bytes.firstLineThatIsNotUTF8) }
      return bytes
    case .utf16LittleEndian: return try utf16(bytes, low: 0, high: 1)
    case .utf16BigEndian: return try utf16(bytes, low: 1, high: 0)
    case .windows1252: return try windows1252(bytes)
    case nil: return isUTF8(bytes) ? bytes : try windows1252(bytes)
    }
  }

  private static func utf16(_ bytes: [UInt8], low: Int, high: Int) throws(ExportFault) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
    guard bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw .notText(line: units.count { $0 == 0x0A } + 1)
    }
    return Array(text.utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) throws(ExportFault) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for (place, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
      guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { throw .notText(line: bytes.line(of: place)) }
      text += UTF8.encode(scalar).map(Array.init) ?? []
    }
    return text
  }

  /// The characters 80 to 9F, 0 for unassigned ones. Source: Unicode, VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}

extension [UInt8] {
  /// The line that contains a byte, from 1.
  fileprivate func line(of place: Int) -> Int { self[..<place].count { $0 == 0x0A } + 1 }

  fileprivate var firstLineThatIsNotUTF8: Int {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// Whether every second byte at the beginning is 0, as in Latin text with two bytes a character.
  fileprivate var isLikeUTF16: Bool {
    let head = prefix(64)
    guard head.count > 3 else { return false }
    let zeros = (0...1).map { odd in head.indices.count { $0 % 2 == odd && head[$0] == 0 } }
    return zeros.contains { $0 * 4 > head.count } && zeros.contains(0)
  }
}
