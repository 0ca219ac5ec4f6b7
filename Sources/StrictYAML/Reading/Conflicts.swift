/// Merge conflicts: reports one fault for each, and reads our side as if it had been chosen.
extension YAMLScanner {
  /// Reports one fault for a whole conflict: our side is read, the other one is skipped.
  mutating func skipConflict(_ text: Span<UInt8>, _ start: Int) -> Int {
    var other: Int?
    var position = text.lineFeed(from: start) + 1
    while position < text.count {
      switch text[position] {
      case .equals, .pipe:
        if other == nil, isMarker(text, position, length: 7) { other = position }
      case .greater where isMarker(text, position, length: 7):
        return startConflict(text, start, other: other ?? position, end: position)
      case .less where isMarker(text, position, length: 7):
        return skipConflictMarker(text, start)
      default: break
      }
      position = text.lineFeed(from: position) + 1
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
    conflict = (other, text.lineFeed(from: end) + 1)
    return text.lineFeed(from: start) + 1
  }

  /// What a marker line says about its side: "HEAD", a branch, a commit.
  private func side(_ text: Span<UInt8>, _ start: Int, or other: String) -> String {
    var position = start + 7
    while text[position].isBlank { position += 1 }
    let end = min(lineContentEnd(text, start), position + 20)
    guard position < end else { return other }
    return String(decoding: (position..<end).map { text[$0] }, as: UTF8.self)
  }

  mutating func skipConflictMarker(_ text: Span<UInt8>, _ start: Int) -> Int {
    let range = lineRange(text, start)
    fault(
      .conflictMarker, Int(range.lower), Int(range.upper), "left-over merge conflict marker",
      help: "Remove the line.")
    return text.lineFeed(from: start) + 1
  }

  private func lineRange(_ text: Span<UInt8>, _ start: Int) -> ByteRange {
    ByteRange(start, lineContentEnd(text, start))
  }
}
