/// Lines that stand for themselves at column 0: document markers, directives, conflict markers.
extension Reader {
  /// The start of the line to read next when the line at `start` is a marker, else nil.
  @inline(__always)
  mutating func skipMarker(_ text: Span<UInt8>, _ start: Int) -> Int? {
    let byte = text[start]
    // Keys start with letters, and letters are above every marker but '|'.
    if byte > 0x3E && byte != .pipe { return nil }
    return skipRareMarker(text, start)
  }

  private mutating func skipRareMarker(_ text: Span<UInt8>, _ start: Int) -> Int? {
    switch text[start] {
    case .dash where isMarker(text, start, length: 3): skipDocumentStart(text, start)
    case UInt8(ascii: ".") where isMarker(text, start, length: 3): endDocument(text, start)
    case UInt8(ascii: "%") where nodes.isEmpty: skipDirective(text, start)
    case UInt8(ascii: "<") where isMarker(text, start, length: 7): skipConflict(text, start)
    case UInt8(ascii: "="), .greater, .pipe:
      isMarker(text, start, length: 7)
        ? (start == conflict.other ? conflict.end : skipConflictMarker(text, start)) : nil
    default: nil
    }
  }

  /// Whether the line starts with `length` times its first byte and then a blank or its end.
  func isMarker(_ text: Span<UInt8>, _ start: Int, length: Int) -> Bool {
    guard text.count - start > length else { return false }
    for position in start..<start + length where text[position] != text[start] { return false }
    return text[start + length].isBlankOrLineFeed
  }

  private mutating func skipDocumentStart(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard nodes.isEmpty, !hasDocumentStart else {
      fault(
        .severalDocuments, start, start + 3, "another document starts here",
        help: "Put each document in a file of its own.")
      return text.count
    }
    hasDocumentStart = true
    var end = start + 3
    while text[end].isBlank { end += 1 }
    if text[end] != .lineFeed && text[end] != .hash {
      fault(
        .severalDocuments, end, contentLineEnd(text, end), "text on the line of '---'",
        help: "Start the text on the next line, or leave '---' out.")
    }
    return lineEnd(text, end) + 1
  }

  private mutating func endDocument(_ text: Span<UInt8>, _ start: Int) -> Int {
    fault(
      .documentEnd, start, start + 3, "'...' ends a document, and a file holds only one",
      help: "Remove the line; quote the value if three dots are meant.")
    return text.count
  }

  private mutating func skipDirective(_ text: Span<UInt8>, _ start: Int) -> Int {
    fault(
      .directive, start, contentLineEnd(text, start), "directives such as '%YAML' are not used here",
      help: "Remove the line.")
    return lineEnd(text, start) + 1
  }

  // MARK: Conflicts

  /// One fault for a whole conflict: our side is read, the other one is left out.
  private mutating func skipConflict(_ text: Span<UInt8>, _ start: Int) -> Int {
    var other: Int?
    var position = lineEnd(text, start) + 1
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "="), .pipe:
        if other == nil, isMarker(text, position, length: 7) { other = position }
      case .greater where isMarker(text, position, length: 7):
        return startConflict(text, start, other: other ?? position, end: position)
      case UInt8(ascii: "<") where isMarker(text, position, length: 7):
        return skipConflictMarker(text, start)
      default: break
      }
      position = lineEnd(text, position) + 1
    }
    return skipConflictMarker(text, start)
  }

  private mutating func startConflict(_ text: Span<UInt8>, _ start: Int, other: Int, end: Int) -> Int {
    let range = lineRange(text, start)
    fault(
      .conflict, Int(range.lower), Int(range.upper),
      "unresolved conflict between '\(side(text, start, or: "ours"))' and '\(side(text, end, or: "theirs"))'",
      notes: [
        .init(range: lineRange(text, other), message: "the other side starts here"),
        .init(range: lineRange(text, end), message: "the conflict ends here"),
      ],
      help: "Keep one side or combine them, then remove the marker lines.")
    conflict = (other, lineEnd(text, end) + 1)
    return lineEnd(text, start) + 1
  }

  /// What a marker line says of its side: "HEAD", a branch, a commit.
  private func side(_ text: Span<UInt8>, _ start: Int, or other: String) -> String {
    var position = start + 7
    while text[position].isBlank { position += 1 }
    let end = min(contentLineEnd(text, start), position + 20)
    guard position < end else { return other }
    return String(decoding: (position..<end).map { text[$0] }, as: UTF8.self)
  }

  private mutating func skipConflictMarker(_ text: Span<UInt8>, _ start: Int) -> Int {
    let range = lineRange(text, start)
    fault(
      .conflictMarker, Int(range.lower), Int(range.upper), "left-over merge conflict marker", help: "Remove the line.")
    return lineEnd(text, start) + 1
  }

  private func lineRange(_ text: Span<UInt8>, _ start: Int) -> ByteRange {
    ByteRange(start, contentLineEnd(text, start))
  }
}
