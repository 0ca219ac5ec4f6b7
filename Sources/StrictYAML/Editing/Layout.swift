/// Where lines and entries start and end in a document's text.
extension Document {
  /// The bytes that end a line, taken from the first line.
  var lineEnd: [UInt8] {
    guard let first = text.firstIndex(of: .lineFeed), first > 0, text[first - 1] == .carriageReturn else {
      return [.lineFeed]
    }
    return [.carriageReturn, .lineFeed]
  }

  func lineStart(_ position: Int) -> Int {
    var start = position
    while start > 0, text[start - 1] != .lineFeed { start -= 1 }
    return start
  }

  /// Where the line's text ends: at its CR or LF, or at the end of the text.
  func lineBreak(_ position: Int) -> Int {
    let end = text[position...].firstIndex(of: .lineFeed) ?? text.count
    return end > position && text[end - 1] == .carriageReturn && end < text.count ? end - 1 : end
  }

  /// The start of the next line, or the end of the text.
  func nextLine(_ position: Int) -> Int {
    text[position...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? text.count
  }

  func firstNonSpace(_ position: Int) -> Int {
    text[position...].firstIndex { $0 != .space } ?? text.count
  }

  /// Whether only spaces come before a position in its line.
  func startsLine(_ position: Int) -> Bool {
    firstNonSpace(lineStart(position)) >= position
  }

  /// The start of the line after an entry: after its value, and the comments that are indented deeper than the entry.
  func lineBehind(_ value: NodeID, column: Int) -> Int {
    var end = nextLine(Int(self[value].range.upper))
    if endsKeeping(value.index) { end = behindBlankLines(end) }
    var line = end
    while line < text.count {
      let first = firstNonSpace(line)
      guard first < text.count, isBlankLine(first) || (text[first] == .hash && first - line > column) else { break }
      line = nextLine(first)
      if text[first] == .hash { end = line }
    }
    return end
  }

  /// Whether a subtree ends in a block scalar that includes the blank lines after it.
  func endsKeeping(_ index: UInt32) -> Bool {
    let last = nodes[Int(nodes[Int(index)].next) - 1]
    guard last.style == .literal || last.style == .folded else { return false }
    return BlockHeader(text.span, Int(last.range.lower)).chomping == .keep
  }

  func behindBlankLines(_ start: Int) -> Int {
    var line = start
    while line < text.count, isBlankLine(firstNonSpace(line)) { line = nextLine(line) }
    return line
  }

  private func isBlankLine(_ first: Int) -> Bool {
    first >= text.count || text[first] == .lineFeed || (text[first] == .carriageReturn && nextLine(first) == first + 2)
  }

  /// The next byte that belongs neither to a comment nor to a blank.
  func nextContent(_ position: Int) -> Int {
    var place = position
    while place < text.count, text[place].isBlankOrLineFeed || text[place] == .hash {
      place = text[place] == .hash ? nextLine(place) : place + 1
    }
    return place
  }
}
