/// Faults that several constructs share, and what to skip after them.
extension YAMLScanner {
  /// Whether a collection may be opened; if not, skips its lines.
  mutating func enter(_ text: Span<UInt8>, _ start: Int, column: Int, parent: Int) -> Bool {
    if depth < Document.maximumDepth && column <= Document.maximumColumn { return true }
    let message =
      column > Document.maximumColumn
      ? "indented by more than \(Document.maximumColumn) spaces"
      : "nested deeper than \(Document.maximumDepth) levels"
    fault(.tooDeep, start, start + 1, message)
    skipUnreadable(text, start, parent: parent)
    return false
  }

  /// Puts an unreadable scalar in place of what starts here, and skips its lines.
  mutating func skipUnreadable(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    append(.unreadable, start, lineContentEnd(text, start))
    at = start
    skipBlock(text, deeperThan: parent)
  }

  // MARK: Indentation

  static let multiline = "text without quotes that continues over several lines"
  static let multilineHelp = "Write it on one line, or start it with '>' and indent it below."

  /// Skips lines in a column of their own that are not an entry or item.
  mutating func skipStray(_ text: Span<UInt8>, column: Int) {
    let (start, stray) = (at, indent)
    let continues = stray > column && (nodes.last.map { $0.style == .plain && !$0.range.isEmpty } ?? false)
    let end = lineContentEnd(text, start)
    let blockEnd = skipBlock(text, deeperThan: stray > column ? column : stray)
    if continues && !isItem(text, start) {
      fault(.multilinePlain, start, blockEnd, Self.multiline, help: Self.multilineHelp)
    } else {
      reportIndentation(text, start, end, indent: stray, neighbours: column)
    }
  }

  mutating func reportIndentation(_ text: Span<UInt8>, _ start: Int, _ end: Int, indent: Int, neighbours: Int) {
    // When there were tabs, columns are a guess.
    if afterTabLine >= 0 { return }
    fault(
      .badIndentation, start, end, "indented by \(indent) where its neighbours are indented by \(neighbours)",
      help: "Indent it like its neighbours, or below a key that has no value yet.")
  }

  /// Reports a tab where a space belongs, and returns the position after the blanks.
  mutating func reportTab(_ text: Span<UInt8>, _ start: Int) -> Int {
    let end = blanksEnd(text, start)
    fault(.tab, start, end, "tab before a value", help: "Use a space.", fix: .init("use a space", start, end, " "))
    return end
  }

  // MARK: Keys

  mutating func reportKeyWithoutSpace(_ text: Span<UInt8>, _ start: Int, colon: Int, _ end: Int) {
    let value = colon + 1
    if text[value] == .hash {
      return fault(
        .keyWithoutSpace, start, end, "value that starts with '#', right after the colon",
        help: "Put a space after the colon, and quote the value; otherwise it is a comment.")
    }
    fault(
      .keyWithoutSpace, start, end, "no space after the colon", help: "Put a space after the colon.",
      fix: isWordWithValue(text, start, colon: colon)
        ? .init("put a space after the colon", value, value, " ") : nil)
  }

  /// Whether a space after the colon can only make this a key and its value: it would turn a web address, a time or a
  /// path into something else, and before an indicator the value would be lost.
  private func isWordWithValue(_ text: Span<UInt8>, _ start: Int, colon: Int) -> Bool {
    let isQuoted = text[start] == .quote || text[start] == .apostrophe
    let isWord = text[start].isLetter && (start..<colon).allSatisfy { text[$0].isWordByte }
    return (isQuoted || isWord) && (text[colon + 1].isWordByte && text[colon + 1] != .dash)
  }

  mutating func reportMergeKey(_ start: Int) {
    fault(
      .mergeKey, start, start + 2, "merge keys ('<<') are not used here", help: "Write the merged entries out.")
  }

  mutating func reportColonInPlain(_ text: Span<UInt8>, _ plain: Plain, column: Int) {
    fault(
      .colonInPlain, plain.stop, plain.stop + 1, "': ' inside a value without quotes", help: "Put the value in quotes.")
    at = plain.stop
    skipBlock(text, deeperThan: column)
  }

  // MARK: Indicators

  /// Reports anchors and tags at this position, and returns the position after them and the blanks that follow.
  mutating func skipProperties(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while text[position] == .ampersand || text[position] == .exclamation {
      let end = wordEnd(text, position)
      reportProperty(text, position, end)
      position = end
      while text[position].isBlank { position += 1 }
    }
    return text[position] == .hash ? text.lineFeed(from: position) : position
  }

  private mutating func reportProperty(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    if text[start] == .ampersand {
      fault(.anchor, start, end, "anchors ('&') are not used here", help: "Write the value where it is needed.")
    } else {
      fault(.tag, start, end, "tags ('!') are not used here", help: "Remove it: a field's type comes from its name.")
    }
  }

  /// Reports a scalar or key that starts with a byte that means something else.
  mutating func reportIndicator(_ text: Span<UInt8>, _ start: Int) {
    let end = wordEnd(text, start)
    switch text[start] {
    case .asterisk:
      fault(.alias, start, end, "aliases ('*') are not used here", help: "Write the value out, or put it in quotes.")
    case .question where text[start + 1].isBlankOrLineFeed:
      fault(.complexKey, start, end, "complex keys ('?') are not used here", help: "Write 'key: value'.")
    case .colon where text[start + 1].isBlankOrLineFeed:
      fault(.emptyKey, start, end, "no key before the colon")
    case .closeBracket, .closeBrace:
      fault(.strayBracket, start, start + 1, "closing bracket without an opening one")
    default:
      fault(
        .indicatorStart, start, end, "text without quotes that starts with \(shown(text[start]))",
        help: "Put the text in quotes.")
    }
  }

  private func shown(_ byte: UInt8) -> String {
    byte > .space && byte < 0x7F ? "'\(Character(UnicodeScalar(byte)))'" : "an invisible character"
  }

  private func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while !text[end].isBlankOrLineFeed { end += 1 }
    return end == start && text[start] != .lineFeed ? start + 1 : end
  }
}
