/// Plain and quoted scalars.
extension Reader {
  /// Where a plain scalar ends, and where the scan stopped: at its `: `, at a comment or at the line feed.
  struct Plain {
    let end: Int
    let stop: Int
  }

  @inline(__always)
  func scanPlain(_ text: Span<UInt8>, _ start: Int) -> Plain {
    var stop = start
    while true {
      let byte = text[stop]
      if byte <= .colon {
        if byte == .lineFeed { break }
        if byte == .colon, text[stop + 1].isBlankOrLineFeed { break }
        if byte == .hash, text[stop - 1].isBlank { break }
      }
      stop += 1
    }
    var end = stop
    while text[end - 1].isBlank { end -= 1 }
    return Plain(end: end, stop: stop)
  }

  /// Leaves the line of a plain value; a second colon in it is a fault.
  @inline(__always)
  mutating func finishPlain(_ text: Span<UInt8>, _ plain: Plain, parent: Int) {
    if text[plain.stop] == .lineFeed {
      at = plain.stop + 1
      advance(text)
    } else {
      finishRarePlain(text, plain, parent: parent)
    }
  }

  private mutating func finishRarePlain(_ text: Span<UInt8>, _ plain: Plain, parent: Int) {
    at = plain.stop
    if text[plain.stop] == .colon {
      fault(
        .colonInPlain, plain.stop, plain.stop + 1, "': ' inside a value without quotes",
        help: "Put the value in quotes.")
      return skipBlock(text, deeperThan: parent)
    }
    at = lineEnd(text, plain.stop) + 1
    advance(text)
  }

  // MARK: Quotes

  /// The position behind the closing quote; nil when the line ends first.
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

  /// Checks one escape and returns the position behind it.
  private mutating func skipEscape(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard let escape = Escape(text, start) else {
      if text[start + 1].isBlankOrLineFeed && text[start + 1] != .space { return start + 1 }
      fault(
        .badEscape, start, start + 2, "unknown escape in double quotes",
        help: "Write '\\\\' for a backslash, or use single quotes.")
      return start + 2
    }
    return start + escape.length
  }

  /// Scans a quoted key or value; nil after a fault, with the lines that belong to it left out.
  mutating func scanQuotedNode(_ text: Span<UInt8>, _ start: Int, parent: Int) -> Key? {
    if let key = scanQuotedKey(text, start, reporting: false) { return key }
    unclosedQuote(text, start, parent: parent)
    return nil
  }

  /// Scans a quoted scalar with the colon behind it, if any.
  mutating func scanQuotedKey(_ text: Span<UInt8>, _ start: Int, reporting: Bool = true) -> Key? {
    guard let end = scanQuoted(text, start) else {
      if reporting { reportUnclosedQuote(text, start, .unclosedQuote) }
      return nil
    }
    var colon = end
    while text[colon] == .space { colon += 1 }
    let isKey = text[colon] == .colon && text[colon + 1].isBlankOrLineFeed
    return Key(text[start] == .quote ? .doubleQuoted : .singleQuoted, start, end, colon: isKey ? colon : -1)
  }

  mutating func unclosedQuote(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    let quote = text[start]
    let end = contentLineEnd(text, start)
    var closed = false
    append(.unreadable, start, end)
    at = lineEnd(text, start) + 1
    advance(text)
    while indent > parent {
      let next = lineEnd(text, at)
      for position in at..<next where text[position] == quote { closed = true }
      at = next + 1
      advance(text)
    }
    reportUnclosedQuote(text, start, closed ? .multilineQuoted : .unclosedQuote)
  }

  mutating func reportUnclosedQuote(_ text: Span<UInt8>, _ start: Int, _ kind: SyntaxFault.Kind) {
    let end = contentLineEnd(text, start)
    if kind == .multilineQuoted {
      fault(kind, start, end, "quoted text over several lines", help: "Write it on one line, or use '|' or '>'.")
    } else {
      fault(kind, start, end, "the quote is not closed on its line", help: "Close it, or double it if it is text.")
    }
  }
}
