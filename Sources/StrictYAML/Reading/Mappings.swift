/// Block mappings.
extension YAMLScanner {
  struct Key {
    let style: Node.Style
    let start: Int
    let end: Int
    /// Where the colon after the key is; -1 when there is none.
    let colon: Int

    init(_ style: Node.Style, _ start: Int, _ end: Int, colon: Int) {
      self.style = style
      self.start = start
      self.end = end
      self.colon = colon
    }
  }

  /// Reads a mapping whose first key has been scanned.
  mutating func readMapping(_ text: Span<UInt8>, _ first: Key, column: Int, parent: Int) {
    guard enter(text, first.start, column: column, parent: parent) else { return }
    let mapping = open(.mapping, .block, first.start, column: column)
    readEntry(text, first, column: column)
    var stray = -1
    while indent > parent {
      let column = indent == column ? column : strayColumn(text, &stray, column: column)
      if let column, let key = scanKey(text, column: column) {
        readEntry(text, key, column: column)
      }
    }
    close(mapping)
    checkKeys(text, of: mapping)
  }

  @inline(__always)
  private mutating func readEntry(_ text: Span<UInt8>, _ key: Key, column: Int) {
    append(key.style, key.start, key.end)
    if key.colon &- key.start > 1024 || text[key.start] == .less || text[key.start] == .dash
      || text[key.end &- 1] == .colon
    {
      checkRareKey(text, key)
    }
    readValue(text, colon: key.colon, column: column)
  }

  private mutating func checkRareKey(_ text: Span<UInt8>, _ key: Key) {
    if key.end - key.start == 2, text[key.start + 1] == .less {
      reportMergeKey(key.start)
    }
    if key.colon - key.start > 1024 {
      fault(.keyTooLong, key.start, key.end, "key is longer than 1024 bytes")
    }
    if key.style == .plain { checkKeyIndicators(text, key.start, key.end) }
  }

  /// Keys that YAML 1.2 allows and some readers refuse.
  mutating func checkKeyIndicators(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    if text[end - 1] == .colon {
      fault(.indicatorKey, start, end, "key that ends in a colon", help: "Use one colon, or put the key in quotes.")
    } else if end - start == 1, text[start] == .dash {
      fault(
        .indicatorKey, start, end, "key that is a dash", help: "Put a space after the dash, or put the key in quotes.")
    }
  }

  // MARK: Further keys

  /// Scans the key of a further entry; nil when the line has no key and has been dealt with.
  @inline(__always)
  private mutating func scanKey(_ text: Span<UInt8>, column: Int) -> Key? {
    let start = at
    guard startsPlain(text, start) else { return scanRareKey(text, start, column: column) }
    let plain = takePlain(text, start)
    if text[plain.stop] == .colon { return Key(.plain, start, plain.end, colon: plain.stop) }
    return mendKey(text, start, plain.end, column: column)
  }

  private mutating func scanRareKey(_ text: Span<UInt8>, _ start: Int, column: Int) -> Key? {
    switch text[start] {
    case .quote, .apostrophe:
      guard let key = scanQuotedKey(text, start) else {
        reportUnclosedQuote(text, start, isClosedLater: isClosedBelow(text, start))
        break
      }
      if key.colon >= 0 { return key }
      fault(.notAnEntry, start, lineContentEnd(text, start), "expected 'key: value'")
    case .dash where isItem(text, start):
      fault(
        .itemInMapping, start, lineContentEnd(text, start), "list item among the keys of a mapping",
        help: "Indent the item below the key it belongs to.")
    case .ampersand, .exclamation:
      at = skipProperties(text, start)
      if text[at] != .lineFeed { return scanKey(text, column: column) }
    case .openBracket, .openBrace:
      fault(
        .notAnEntry, start, lineContentEnd(text, start), "expected 'key: value', found a bracket",
        help: "Write the value on its key's line, or indent it below.")
    default: reportIndicator(text, start)
    }
    skipBlock(text, deeperThan: column)
    return nil
  }

  /// A line without ': ' among the entries of a mapping; `key:value` is read as if it had its space.
  private mutating func mendKey(_ text: Span<UInt8>, _ start: Int, _ end: Int, column: Int) -> Key? {
    if let key = splitKey(text, start, end) { return key }
    fault(.notAnEntry, start, end, "expected 'key: value'")
    skipBlock(text, deeperThan: column)
    return nil
  }

  private mutating func splitKey(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Key? {
    guard let colon = (start + 1..<max(end, start + 1)).first(where: { text[$0] == .colon }) else { return nil }
    reportKeyWithoutSpace(text, start, colon: colon, end)
    return Key(.plain, start, colon, colon: colon)
  }

  // MARK: Strays

  /// Where to read an entry in a column of its own; nil when the line is not an entry and has been dealt with.
  private mutating func strayColumn(_ text: Span<UInt8>, _ stray: inout Int, column: Int) -> Int? {
    if indent == stray { return stray }
    let isEntry = text[scanPlain(text, at).stop] == .colon && !isItem(text, at)
    guard isEntry else {
      skipStray(text, column: column)
      return nil
    }
    reportIndentation(text, at, lineContentEnd(text, at), indent: indent, neighbours: column)
    stray = indent
    return stray
  }

  /// A scalar alone on its line: with other lines next to it, it was meant as something else.
  mutating func checkLoneScalar(_ text: Span<UInt8>, _ start: Int, _ end: Int, column: Int, parent: Int) {
    guard indent == column || parent < 0 else { return }
    let isBesideEntry = indent == column && text[scanPlain(text, at).stop] == .colon
    if isBesideEntry || parent < 0, let key = splitKey(text, start, end) {
      nodes.removeLast()
      readMapping(text, key, column: column, parent: parent)
    } else if isBesideEntry {
      nodes.removeLast()
      fault(.notAnEntry, start, end, "expected 'key: value'")
      readNode(text, column: column, parent: parent)
    } else if indent == column {
      let second = at
      fault(.multilinePlain, second, skipBlock(text, deeperThan: parent), "\(Self.multiline)", help: Self.multilineHelp)
    }
  }
}
