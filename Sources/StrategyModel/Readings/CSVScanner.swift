package import StrictYAML

/// Splits a text of comma-separated values, one cell at a time. Source: RFC 4180; also accepts LF as a line end.
package struct CSVScanner: ~Copyable {
  /// One value, as the bytes between its commas or quotes.
  package struct Cell: Sendable, Equatable {
    package let range: ByteRange
    /// Whether the bytes contain doubled quotes, each of which reads as one.
    package let hasDoubledQuotes: Bool
    /// Whether a line end follows, or the end of the text.
    package let isLast: Bool
    package let fault: Fault?
  }

  package enum Fault: Sendable, Equatable {
    /// A quote is opened and never closed.
    case unclosedQuote
    /// There is text between the closing quote and the comma.
    case textAfterQuote
  }

  private let text: [UInt8]
  private let separator: UInt8
  package private(set) var position: Int

  /// - Parameter start: the first byte to read.
  package init(_ text: [UInt8], separator: UInt8 = UInt8(ascii: ","), from start: Int = 0) {
    (self.text, self.separator, position) = (text, separator, start)
  }

  package var isAtEnd: Bool { position >= text.count }

  /// The next cell; a text that ends in a comma has an empty last cell. An empty line is one empty cell.
  package mutating func next() -> Cell {
    if position < text.count, text[position] == UInt8(ascii: "\"") { return quoted() }
    let start = position
    while position < text.count {
      let byte = text[position]
      if byte == separator || byte == 0x0A { break }
      position += 1
    }
    var end = position
    if end > start, text[end - 1] == 0x0D, end == text.count || text[end] == 0x0A { end -= 1 }
    return cell(start, end, hasDoubledQuotes: false, fault: nil)
  }

  private mutating func quoted() -> Cell {
    let start = position + 1
    var hasDoubledQuotes = false
    position = start
    while position < text.count {
      if text[position] == UInt8(ascii: "\"") {
        guard position + 1 < text.count, text[position + 1] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
        position += 1
      }
      position += 1
    }
    guard position < text.count else {
      return cell(start, text.count, hasDoubledQuotes: hasDoubledQuotes, fault: .unclosedQuote)
    }
    let end = position
    position += 1
    if position < text.count, text[position] == 0x0D { position += 1 }
    let isClean = position == text.count || text[position] == separator || text[position] == 0x0A
    while position < text.count, text[position] != separator, text[position] != 0x0A { position += 1 }
    return cell(start, end, hasDoubledQuotes: hasDoubledQuotes, fault: isClean ? nil : .textAfterQuote)
  }

  private mutating func cell(_ start: Int, _ end: Int, hasDoubledQuotes: Bool, fault: Fault?) -> Cell {
    let isLast = position >= text.count || text[position] == 0x0A
    if position < text.count { position += 1 }
    return Cell(
      range: ByteRange(UInt32(clamping: start), UInt32(clamping: end)), hasDoubledQuotes: hasDoubledQuotes,
      isLast: isLast, fault: fault)
  }
}

extension CSVScanner.Cell {
  /// Whether the cell contains a carriage return that does not end a line.
  package func hasLoneReturn(in text: [UInt8]) -> Bool {
    range.indices.contains { text[$0] == 0x0D && ($0 + 1 == text.count || text[$0 + 1] != 0x0A) }
  }

  /// The cell's value; bytes that are not UTF-8 are repaired.
  package func string(in text: [UInt8]) -> String {
    let bytes = text[range.indices]
    return String(decoding: hasDoubledQuotes ? bytes.withoutDoubledQuotes[...] : bytes, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutDoubledQuotes: [UInt8] {
    var kept: [UInt8] = []
    var isSecond = false
    for byte in self {
      let isQuote = byte == UInt8(ascii: "\"")
      isSecond = isQuote && !isSecond
      if !isQuote || isSecond { kept.append(byte) }
    }
    return kept
  }
}
