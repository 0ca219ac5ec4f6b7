/// Block mappings and sequences.
extension Reader {
  /// Reads the node that starts at `at` in a line, and leaves the line.
  ///
  /// - Parameters:
  ///   - column: where the node starts in its line.
  ///   - parent: the column of the collection that holds the node; -1 for the root.
  mutating func readNode(_ text: Span<UInt8>, column: Int, parent: Int) {
    let start = at
    let byte = text[start]
    if byte.startsPlain || (byte == .dash && !text[start + 1].isBlankOrLineFeed) {
      let plain = scanPlain(text, start)
      if text[plain.stop] == .colon {
        readMapping(text, column: column, key: Key(.plain, start, plain.end, colon: plain.stop))
      } else {
        append(.plain, start, plain.end)
        finishPlain(text, plain, parent: parent)
      }
    } else if byte == .dash {
      readSequence(text, column: column)
    } else if byte == .quote || byte == .apostrophe {
      guard let key = scanQuotedNode(text, start, parent: parent) else { return }
      if key.colon >= 0 {
        readMapping(text, column: column, key: key)
      } else {
        append(key.style, start, key.end)
        finishLine(text, key.end)
      }
    } else {
      readRareNode(text, column: column, parent: parent)
    }
  }

  /// A node that starts with an indicator.
  private mutating func readRareNode(_ text: Span<UInt8>, column: Int, parent: Int) {
    let start = at
    switch text[start] {
    case .openBracket, .openBrace: readFlowNode(text, start, parent: parent)
    case .pipe, .greater: readBlockScalar(text, start, parent: parent)
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      skipProperty(text, start)
      if text[at] == .lineFeed {
        readValueBelow(text, after: at, column: parent)
      } else {
        readNode(text, column: column, parent: parent)
      }
    default:
      reportIndicator(text, start)
      unreadable(text, start, parent: parent)
    }
  }

  // MARK: Mappings

  struct Key {
    let style: Node.Style
    let start: Int
    let end: Int
    /// Where the colon behind the key is; -1 when there is none.
    let colon: Int

    init(_ style: Node.Style, _ start: Int, _ end: Int, colon: Int) {
      self.style = style
      self.start = start
      self.end = end
      self.colon = colon
    }
  }

  private mutating func readMapping(_ text: Span<UInt8>, column: Int, key first: Key) {
    guard enter(text, first.start, column: column) else { return }
    let mapping = open(.mapping, .block, first.start, column: column)
    readEntry(text, first, column: column)
    while indent >= column {
      if indent > column {
        reportDeeper(text, column: column)
      } else if let key = scanKey(text, column: column) {
        readEntry(text, key, column: column)
      }
    }
    close(mapping)
    checkKeys(text, of: mapping)
  }

  private mutating func readEntry(_ text: Span<UInt8>, _ key: Key, column: Int) {
    append(key.style, key.start, key.end)
    if key.colon - key.start > 1024 {
      fault(.keyTooLong, key.start, key.end, "key is longer than 1024 bytes")
    }
    if key.style == .plain, key.end - key.start == 2, text[key.start] == 0x3C, text[key.start + 1] == 0x3C {
      fault(
        .mergeKey, key.start, key.end, "merge keys ('<<') are not used here", help: "Write the merged entries out.")
    }
    readValue(text, key.colon, column: column)
  }

  /// Scans the key of a further entry; nil when the line held none and is done with.
  @inline(__always)
  private mutating func scanKey(_ text: Span<UInt8>, column: Int) -> Key? {
    let start = at
    if text[start].startsPlain {
      let plain = scanPlain(text, start)
      if text[plain.stop] == .colon { return Key(.plain, start, plain.end, colon: plain.stop) }
      return splitKey(text, start, plain.end, column: column)
    }
    return scanRareKey(text, column: column)
  }

  private mutating func scanRareKey(_ text: Span<UInt8>, column: Int) -> Key? {
    let start = at
    switch text[start] {
    case .quote, .apostrophe:
      guard let key = scanQuotedKey(text, start) else {
        skipBlock(text, deeperThan: column)
        return nil
      }
      if key.colon >= 0 { return key }
      fault(.notAnEntry, start, contentLineEnd(text, start), "expected 'key: value'")
    case .dash where text[start + 1].isBlankOrLineFeed:
      fault(
        .itemInMapping, start, contentLineEnd(text, start), "list item among the keys of a mapping",
        help: "Indent the item below the key it belongs to.")
    case .dash:
      let plain = scanPlain(text, start)
      if text[plain.stop] == .colon { return Key(.plain, start, plain.end, colon: plain.stop) }
      return splitKey(text, start, plain.end, column: column)
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      skipProperty(text, start)
      if text[at] != .lineFeed { return scanKey(text, column: column) }
    case .openBracket, .openBrace:
      fault(
        .complexKey, start, contentLineEnd(text, start), "expected 'key: value', found a bracket",
        help: "Indent the value below its key, or write it on the key's line.")
    default: reportIndicator(text, start)
    }
    skipBlock(text, deeperThan: column)
    return nil
  }

  /// A line without ': ' among the entries of a mapping; `key:value` is read as if it had its space.
  private mutating func splitKey(_ text: Span<UInt8>, _ start: Int, _ end: Int, column: Int) -> Key? {
    var colon = start
    while colon < end, text[colon] != .colon { colon += 1 }
    if colon < end, colon > start {
      reportKeyWithoutSpace(start, colon, end)
      return Key(.plain, start, colon, colon: colon)
    }
    fault(.notAnEntry, start, end, "expected 'key: value'")
    skipBlock(text, deeperThan: column)
    return nil
  }

  func keyWithoutSpaceHelp() -> String { "Put a space after the colon." }

  mutating func reportKeyWithoutSpace(_ start: Int, _ colon: Int, _ end: Int) {
    fault(.keyWithoutSpace, start, end, "no space after the colon", help: keyWithoutSpaceHelp())
  }

  /// Reads what stands behind a key's colon, or below it, and leaves the line.
  @inline(__always)
  private mutating func readValue(_ text: Span<UInt8>, _ colon: Int, column: Int) {
    var start = colon + 1
    while text[start] == .space { start += 1 }
    if text[start].startsPlain || (text[start] == .dash && !text[start + 1].isBlankOrLineFeed) {
      let plain = scanPlain(text, start)
      append(.plain, start, plain.end)
      finishPlain(text, plain, parent: column)
    } else {
      readRareValue(text, start, colon: colon, column: column)
    }
  }

  private mutating func readRareValue(_ text: Span<UInt8>, _ start: Int, colon: Int, column: Int) {
    at = start
    switch text[start] {
    case .lineFeed, .carriageReturn: readValueBelow(text, after: colon + 1, column: column)
    case .hash: readValueBelow(text, after: colon + 1, column: column)
    case .quote, .apostrophe:
      guard let end = scanQuoted(text, start) else { return unclosedQuote(text, start, parent: column) }
      append(text[start] == .quote ? .doubleQuoted : .singleQuoted, start, end)
      finishLine(text, end)
    case .openBracket, .openBrace: readFlowNode(text, start, parent: column)
    case .pipe, .greater: readBlockScalar(text, start, parent: column)
    case .tab: readValueAfterTab(text, start, colon: colon, column: column)
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      skipProperty(text, start)
      readRareValueAfterProperty(text, colon: colon, column: column)
    case .dash:
      fault(
        .itemOnKeyLine, start, contentLineEnd(text, start), "list item on the line of its key",
        help: "Put each item on a line of its own below the key.")
      unreadable(text, start, parent: column)
    default:
      reportIndicator(text, start)
      unreadable(text, start, parent: column)
    }
  }

  private mutating func readValueAfterTab(_ text: Span<UInt8>, _ start: Int, colon: Int, column: Int) {
    var end = start
    while text[end].isBlank { end += 1 }
    if text[end] == .lineFeed || text[end] == .hash {
      at = end
      return readValueBelow(text, after: colon + 1, column: column)
    }
    fault(.tab, start, end, "tab before a value", help: "Use a space.")
    readValue(text, end - 1, column: column)
  }

  private mutating func readRareValueAfterProperty(_ text: Span<UInt8>, colon: Int, column: Int) {
    readValue(text, at - 1, column: column)
  }

  /// Reads a value that starts on a later line than its key or dash.
  mutating func readValueBelow(_ text: Span<UInt8>, after position: Int, column: Int) {
    at = lineEnd(text, at) + 1
    advance(text)
    if indent > column {
      readNode(text, column: indent, parent: column)
    } else if indent == column, column >= 0, text[at] == .dash, text[at + 1].isBlankOrLineFeed {
      readIndentlessSequence(text, after: position, column: column)
    } else {
      append(.plain, position, position)
    }
  }

  /// A dash at the column of a collection: items of the key above, unless the collection is a sequence itself.
  private mutating func readIndentlessSequence(_ text: Span<UInt8>, after position: Int, column: Int) {
    if text[position - 1] == .dash {
      append(.plain, position, position)
    } else {
      readSequence(text, column: column)
    }
  }

  // MARK: Sequences

  private mutating func readSequence(_ text: Span<UInt8>, column: Int) {
    guard enter(text, at, column: column) else { return }
    let sequence = open(.sequence, .block, at, column: column)
    repeat {
      if indent > column {
        reportDeeper(text, column: column)
      } else {
        readItem(text, column: column)
      }
    } while indent > column || (indent == column && text[at] == .dash && text[at + 1].isBlankOrLineFeed)
    close(sequence)
  }

  private mutating func readItem(_ text: Span<UInt8>, column: Int) {
    let dash = at
    var start = dash + 1
    while text[start] == .space { start += 1 }
    at = start
    contentEnd = dash + 1
    switch text[start] {
    case .lineFeed, .carriageReturn: readValueBelow(text, after: dash + 1, column: column)
    case .hash where start > dash + 1: readValueBelow(text, after: dash + 1, column: column)
    case .tab: readItemAfterTab(text, start, dash: dash, column: column)
    default:
      let inner = column + start - dash
      indent = inner
      readNode(text, column: inner, parent: column)
    }
  }

  private mutating func readItemAfterTab(_ text: Span<UInt8>, _ start: Int, dash: Int, column: Int) {
    var end = start
    while text[end].isBlank { end += 1 }
    at = end
    if text[end] == .lineFeed || text[end] == .hash {
      return readValueBelow(text, after: dash + 1, column: column)
    }
    fault(.tab, start, end, "tab after '-'", help: "Use a space.")
    indent = column + 2
    readNode(text, column: column + 2, parent: column)
  }
}
