/// Lines: finding the next one with content, and leaving out those that belong to a fault.
extension Reader {
  /// Moves to the first line with content, from a line's start.
  mutating func advance(_ text: Span<UInt8>) {
    var start = at
    while start < text.count {
      var first = start
      while text[first] == .space { first += 1 }
      let byte = text[first]
      if byte == .lineFeed {
        start = first + 1
      } else if byte == .hash {
        start = lineEnd(text, first) + 1
      } else if byte == .tab || byte == .carriageReturn {
        guard let resumed = skipTabs(text, lineStart: start, from: first) else { return }
        start = resumed
      } else if first == start, let resumed = skipMarker(text, start) {
        start = resumed
      } else {
        indent = first - start
        at = first
        return
      }
    }
    at = text.count
    indent = -1
  }

  /// The position of the line feed that ends the line.
  @inline(__always)
  func lineEnd(_ text: Span<UInt8>, _ position: Int) -> Int {
    var end = position
    while text[end] != .lineFeed { end += 1 }
    return end
  }

  /// The end of the line's text, without the blanks behind it.
  func contentLineEnd(_ text: Span<UInt8>, _ position: Int) -> Int {
    var end = lineEnd(text, position)
    while end > position, text[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Leaves a line whose rest, from `position`, is blank or a comment; reports anything else.
  @inline(__always)
  mutating func finishLine(_ text: Span<UInt8>, _ position: Int) {
    var end = position
    while text[end].isBlank { end += 1 }
    if text[end] != .lineFeed {
      endAfterText(text, valueEnd: position, &end)
    }
    at = end + 1
    advance(text)
  }

  private mutating func endAfterText(_ text: Span<UInt8>, valueEnd: Int, _ end: inout Int) {
    if text[end] != .hash || end == valueEnd {
      fault(
        .textAfterValue, end, contentLineEnd(text, end), "text after the end of the value",
        help: text[end] == .hash
          ? "Put a space before '#' to start a comment." : "Put the whole value in one pair of quotes.")
    }
    end = lineEnd(text, end)
  }

  /// Leaves out the rest of this line and all lines that are deeper than a column.
  mutating func skipBlock(_ text: Span<UInt8>, deeperThan column: Int) {
    repeat {
      at = min(lineEnd(text, at) + 1, text.count)
      advance(text)
    } while indent > column
  }

  /// A line whose indentation holds a tab, or a blank line. Returns the next line's start, or nil when this
  /// line has content and is pending.
  private mutating func skipTabs(_ text: Span<UInt8>, lineStart: Int, from position: Int) -> Int? {
    var first = position
    var columns = position - lineStart
    var firstTab: Int?
    while text[first].isBlank {
      if text[first] == .tab { firstTab = firstTab ?? first }
      columns += text[first] == .tab ? 2 : 1
      first += 1
    }
    let end = lineEnd(text, first)
    if let firstTab {
      if lastTabLine != lineStart {
        fault(.tab, firstTab, first, "tab in the indentation", help: "Indent with spaces.")
      }
      lastTabLine = end + 1
    }
    if text[first] == .lineFeed || text[first] == .hash { return end + 1 }
    at = first
    indent = columns
    return nil
  }
}
