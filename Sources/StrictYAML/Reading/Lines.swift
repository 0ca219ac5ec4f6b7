/// Lines: finds the next one with content, and skips those that belong to a fault.
extension YAMLScanner {
  /// Moves from a line's start to the first line with content.
  mutating func advance(_ text: Span<UInt8>) {
    var start = at
    while start < limit {
      let first = text.skippingIndentation(from: start)
      let byte = text[first]
      if byte == .lineFeed {
        start = first + 1
      } else if byte == .hash {
        start = text.lineFeed(from: first) + 1
      } else if byte == .tab || byte == .carriageReturn {
        guard let next = skipBlanks(text, lineStart: start, from: first) else { return }
        start = next
      } else if first == start, let next = skipMarker(text, start) {
        start = next
      } else {
        indent = first - start
        at = first
        return
      }
    }
    at = text.count
    indent = -1
  }

  /// Leaves the line, whatever comes after `position`.
  @inline(__always)
  mutating func skipLine(_ text: Span<UInt8>, _ position: Int) {
    at = position < text.count ? text.lineFeed(from: position) + 1 : text.count
    advance(text)
  }

  /// Leaves the pending line and all lines that follow and are deeper than a column.
  ///
  /// Returns the end of the last line's text.
  @discardableResult
  mutating func skipBlock(_ text: Span<UInt8>, deeperThan column: Int) -> Int {
    var end = at
    repeat {
      end = at < text.count ? lineContentEnd(text, at) : end
      skipLine(text, at)
    } while indent > column
    return end
  }

  /// Leaves a line whose rest is blank or a comment, and reports anything else.
  @inline(__always)
  mutating func finishLine(_ text: Span<UInt8>, _ valueEnd: Int) {
    var end = valueEnd
    while text[end].isBlank { end += 1 }
    if hasTabs { reportTabs(text, valueEnd, end) }
    if text[end] != .lineFeed { checkRest(text, valueEnd: valueEnd, end) }
    skipLine(text, end)
  }

  private mutating func checkRest(_ text: Span<UInt8>, valueEnd: Int, _ rest: Int) {
    if text[rest] == .hash && rest > valueEnd { return }
    if text[rest] == .hash {
      fault(
        .textAfterValue, rest, lineContentEnd(text, rest), "no space before the '#' of a comment",
        help: "Put a space before '#'.")
    } else {
      fault(
        .textAfterValue, rest, lineContentEnd(text, rest), "text after the end of the value",
        help: "Put the whole value in one pair of quotes.")
    }
  }

  /// The end of the line's text, without the blanks after it.
  func lineContentEnd(_ text: Span<UInt8>, _ position: Int) -> Int {
    var end = text.lineFeed(from: position)
    while end > position, text[end - 1].isBlank { end -= 1 }
    return end
  }

  func blanksEnd(_ text: Span<UInt8>, _ position: Int) -> Int {
    var end = position
    while text[end].isBlank { end += 1 }
    return end
  }

  /// Whether only blanks or a comment follow on the line.
  func isLineEnd(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let end = blanksEnd(text, position)
    return text[end] == .lineFeed || (text[end] == .hash && end > 0 && text[end - 1].isBlank)
  }

  // MARK: Tabs

  /// Reports the first tab in a part of the text outside quoted text, blocks and comments: readers differ there.
  mutating func reportTabs(_ text: Span<UInt8>, _ lower: Int, _ upper: Int) {
    for position in lower..<max(lower, upper) where text[position] == .tab {
      return fault(
        .tab, position, position + 1, "tab outside of quotes", help: "Use a space, or put the text in quotes.")
    }
  }

  /// Handles a line whose indentation contains blanks other than spaces, or a blank line.
  ///
  /// Returns the next line's start, or nil when this line has content and is pending. A tab then counts as two columns,
  /// so that a file indented with tabs throughout is read as it was meant.
  private mutating func skipBlanks(_ text: Span<UInt8>, lineStart: Int, from position: Int) -> Int? {
    var (first, columns, tab) = (position, position - lineStart, -1)
    while text[first].isBlank {
      if text[first] == .tab, tab < 0 { tab = first }
      columns += text[first] == .tab ? 2 : 1
      first += 1
    }
    if tab >= 0 { reportTab(text, lineStart: lineStart, tab, first) }
    if text[first] == .lineFeed || text[first] == .hash { return text.lineFeed(from: first) + 1 }
    (at, indent) = (first, columns)
    return nil
  }

  private mutating func reportTab(_ text: Span<UInt8>, lineStart: Int, _ tab: Int, _ end: Int) {
    if lineStart != afterTabLine {
      fault(.tab, tab, end, "tab in the indentation", help: "Indent with spaces.")
    }
    afterTabLine = text.lineFeed(from: end) + 1
  }
}
