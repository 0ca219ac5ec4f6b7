import StrictYAML

/// A position as people and machines name it.
struct Place: Sendable, Hashable {
  /// From one.
  var line: Int
  /// From one, in Unicode code points.
  var column: Int
  /// From one, in UTF-16 code units.
  var utf16Column: Int
  /// From zero, in the whole text.
  var byte: Int
}

/// From a place up to another, exclusive.
struct Span: Sendable, Hashable {
  var start: Place
  var end: Place

  /// A range in a text that is no longer available.
  static func unknown(_ range: ByteRange) -> Span {
    Span(
      start: Place(line: 1, column: 1, utf16Column: 1, byte: Int(range.lower)),
      end: Place(line: 1, column: 1, utf16Column: 1, byte: Int(range.upper)))
  }
}

/// One file's text while diagnostics about it are rendered.
///
/// A column costs the same in a line of any length: characters are counted in advance up to every 4096th byte.
struct SourceText: Sendable {
  let lines: LineTable
  private let counts: [Count]

  private struct Count {
    var scalars = 0
    var utf16 = 0

    /// Bytes that continue a character do not count; broken UTF-8 is counted as well as possible.
    mutating func add(_ byte: UInt8) {
      if byte & 0xC0 != 0x80 {
        scalars += 1
        utf16 += byte >= 0xF0 ? 2 : 1
      }
    }
  }

  private static let stride = 4096

  init(_ text: [UInt8]) {
    lines = LineTable(text)
    var counts: [Count] = []
    var count = Count()
    for (offset, byte) in text.enumerated() {
      if offset % SourceText.stride == 0 { counts.append(count) }
      count.add(byte)
    }
    counts.append(count)
    self.counts = counts
  }

  /// Whether the range lies inside the text; it does not when the file has changed since it was checked.
  func contains(_ range: ByteRange) -> Bool { Int(range.upper) <= lines.text.count }

  /// The places of a range for people; anything after the last line counts as the end of that line.
  func span(of range: ByteRange) -> Span {
    Span(start: place(of: lastCharacter(before: range.lower)), end: place(of: lastCharacter(before: range.upper)))
  }

  /// The exact places of a range, cut to the text.
  func exactSpan(of range: ByteRange) -> Span {
    Span(start: place(of: range.lower), end: place(of: range.upper))
  }

  private func lastCharacter(before offset: UInt32) -> UInt32 {
    let text = lines.text
    let isBehind = Int(offset) >= text.count && text.last == UInt8(ascii: "\n")
    return isBehind ? UInt32(clamping: text.count - 1) : offset
  }

  private func place(of offset: UInt32) -> Place {
    let offset = min(Int(offset), lines.text.count)
    let position = lines.position(of: UInt32(clamping: offset))
    let start = offset - position.byte
    let byte = min(position.byte, lines.line(position.line).count)
    let before = count(upTo: start)
    let here = count(upTo: start + byte)
    return Place(
      line: position.line, column: here.scalars - before.scalars + 1, utf16Column: here.utf16 - before.utf16 + 1,
      byte: start + byte)
  }

  private func count(upTo offset: Int) -> Count {
    let mark = min(offset / SourceText.stride, counts.count - 1)
    var count = counts[mark]
    for byte in lines.text[min(mark * SourceText.stride, offset)..<offset] { count.add(byte) }
    return count
  }
}

/// The texts that diagnostics point into, each read when first needed.
struct SourceTexts {
  private let read: @Sendable (String) -> [UInt8]?
  private var known: [String: SourceText?] = [:]

  init(_ read: @escaping @Sendable (String) -> [UInt8]?) { self.read = read }

  /// `nil` when the file can't be read.
  mutating func text(of path: String) -> SourceText? {
    if let text = known[path] { return text }
    // Diagnostics come file by file, so a text read earlier is not needed again.
    if known.count >= 32 { known.removeAll() }
    let text = read(path).map { SourceText($0) }
    known[path] = .some(text)
    return text
  }

  mutating func span(of location: Location) -> Span {
    text(of: location.path)?.span(of: location.range) ?? .unknown(location.range)
  }

  mutating func exactSpan(of range: ByteRange, in path: String) -> Span {
    text(of: path)?.exactSpan(of: range) ?? .unknown(range)
  }
}
