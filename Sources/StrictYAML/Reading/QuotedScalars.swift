/// Single- and double-quoted scalars, which close on the line where they open.
extension YAMLScanner {
  /// The position after the closing quote; nil when the line ends first.
  mutating func scanQuoted(_ text: Span<UInt8>, _ start: Int) -> Int? {
    text[start] == .quote ? scanDoubleQuoted(text, start) : scanSingleQuoted(text, start)
  }

  private func scanSingleQuoted(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var position = start + 1
    while text[position] != .lineFeed {
      if text[position] == .apostrophe {
        if text[position + 1] != .apostrophe { return position + 1 }
        position += 1
      }
      position += 1
    }
    return nil
  }

  private mutating func scanDoubleQuoted(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var position = start + 1
    while text[position] != .lineFeed {
      if text[position] == .quote { return position + 1 }
      position = text[position] == .backslash ? skipEscape(text, position) : position + 1
    }
    return nil
  }

  /// Checks one escape and returns the position after it.
  private mutating func skipEscape(_ text: Span<UInt8>, _ start: Int) -> Int {
    hasEscapes = true
    if let escape = Escape(text, start) { return start + escape.length }
    if text[start + 1] == .lineFeed || text[start + 1] == .carriageReturn { return start + 1 }
    // The message shows the letter, which may be one of several bytes.
    let isASCII = text[start + 1] < 0x80
    let refused = Escape.refused(text, start)
    fault(
      .badEscape, start, start + (isASCII ? 2 : 1), refused ?? "unknown or incomplete escape in double quotes",
      help: refused == nil
        ? "Write '\\\\' for a backslash, or use single quotes." : "Leave it out: readers of YAML do not agree on it.")
    return start + (isASCII ? 2 : 1)
  }

  /// Scans a quoted scalar that may be a key; nil when it is not closed, which has not been reported yet.
  mutating func scanQuotedKey(_ text: Span<UInt8>, _ start: Int) -> Key? {
    guard let end = scanQuoted(text, start) else { return nil }
    let style: Node.Style = text[start] == .quote ? .doubleQuoted : .singleQuoted
    let colon = text.skippingSpaces(from: end)
    guard text[colon] == .colon else { return Key(style, start, end, colon: -1) }
    if !text[colon + 1].isBlankOrLineFeed {
      reportKeyWithoutSpace(text, start, colon: colon, lineContentEnd(text, start))
    }
    return Key(style, start, end, colon: colon)
  }

  // MARK: Without an end

  /// Puts an unreadable scalar in place of a quoted one, and skips the lines it may continue over.
  mutating func unclosedQuote(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    append(.unreadable, start, lineContentEnd(text, start))
    let quote = text[start]
    var isClosedLater = false
    skipLine(text, start)
    while indent > parent {
      for position in at..<text.lineFeed(from: at) where text[position] == quote { isClosedLater = true }
      skipLine(text, at)
    }
    reportUnclosedQuote(text, start, isClosedLater: isClosedLater)
  }

  /// Whether a quote that is open at the end of its line is closed on one of the next lines, before any entry.
  func isClosedBelow(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var line = text.lineFeed(from: start) + 1
    for _ in 0..<Self.quoteLines where line < limit {
      let end = text.lineFeed(from: line)
      if text[scanPlain(text, text.skippingIndentation(from: line)).stop] == .colon { return false }
      for position in line..<end where text[position] == text[start] { return true }
      line = end + 1
    }
    return false
  }

  /// How many lines to search for the end of a quoted text.
  private static let quoteLines = 8

  mutating func reportUnclosedQuote(_ text: Span<UInt8>, _ start: Int, isClosedLater: Bool) {
    let end = lineContentEnd(text, start)
    if isClosedLater {
      fault(
        .multilineQuoted, start, end, "quoted text over several lines",
        help: "Write it on one line, or as a block that starts with '|' or '>'.")
    } else {
      fault(
        .unclosedQuote, start, end, "quote that is not closed on its line",
        help: "Close it, or put quotes of the other kind around the text.")
    }
  }
}
