/// Lines with a meaning of their own at column 0: document markers, directives, conflict markers.
extension YAMLScanner {
  /// The start of the line to read next when the line at `start` is a marker, else nil.
  @inline(__always)
  mutating func skipMarker(_ text: Span<UInt8>, _ start: Int) -> Int? {
    let byte = text[start]
    // Keys start with letters, and letters are above every marker except '|'.
    if byte > 0x3E && byte != .pipe { return nil }
    return skipRareMarker(text, start)
  }

  private mutating func skipRareMarker(_ text: Span<UInt8>, _ start: Int) -> Int? {
    switch text[start] {
    case .dash where isMarker(text, start, length: 3): skipDocumentStart(text, start)
    case .period where isMarker(text, start, length: 3): endDocument(text, start)
    case .percent where nodes.isEmpty: skipDirective(text, start)
    case .less where isMarker(text, start, length: 7): skipConflict(text, start)
    case .equals, .greater, .pipe:
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
    let end = blanksEnd(text, start + 3)
    if hasTabs { reportTabs(text, start, end) }
    if text[end] != .lineFeed && text[end] != .hash {
      fault(
        .severalDocuments, end, lineContentEnd(text, end), "text on the line of '---'",
        help: "Start the text on the next line, or leave '---' out.")
    }
    return text.lineFeed(from: end) + 1
  }

  private mutating func endDocument(_ text: Span<UInt8>, _ start: Int) -> Int {
    fault(
      .documentEnd, start, start + 3, "'...' ends a document, and a file has only one",
      help: "Remove the line; quote the value if three dots are meant.")
    return text.count
  }

  private mutating func skipDirective(_ text: Span<UInt8>, _ start: Int) -> Int {
    fault(
      .directive, start, lineContentEnd(text, start), "directives such as '%YAML' are not used here",
      help: "Remove the line.")
    return text.lineFeed(from: start) + 1
  }
}
