/// Turns byte offsets of one text into lines and columns. Built only for rendering.
package struct LineTable: Sendable {
  /// One-based line; zero-based byte offset within that line.
  package struct Position: Sendable, Hashable {
    package var line: Int
    package var byte: Int
  }

  package let text: [UInt8]
  private let starts: [Int]

  package init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// The place of a byte offset; offsets beyond the text count as its end.
  package func position(of offset: UInt32) -> Position {
    let offset = min(Int(offset), text.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, byte: offset - starts[low])
  }

  /// The bytes of a one-based line without its line end; empty beyond the last line.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= starts.count else { return [] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] - 1 : text.count
    if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return text[start..<end]
  }

  /// One-based column of a position, counted in Unicode code points (SARIF, text).
  package func scalarColumn(of position: Position) -> Int {
    String(decoding: line(position.line).prefix(position.byte), as: UTF8.self).unicodeScalars.count + 1
  }

  /// One-based column of a position, counted in UTF-16 code units (editors).
  package func utf16Column(of position: Position) -> Int {
    String(decoding: line(position.line).prefix(position.byte), as: UTF8.self).utf16.count + 1
  }
}
