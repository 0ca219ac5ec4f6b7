/// Nodes of any kind: the first byte tells what starts here.
extension YAMLScanner {
  /// Whether a plain scalar, or a plain key, starts here.
  @inline(__always)
  func startsPlain(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let byte = text[position]
    return byte.startsPlain || (byte == .dash && startsPlainWithDash(text, position))
  }

  /// Some readers take three dashes for a document marker whatever follows.
  private func startsPlainWithDash(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let next = text[position + 1]
    return !next.isBlankOrLineFeed && !(next == .dash && text[position + 2] == .dash)
  }

  @inline(__always)
  func isItem(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[position] == .dash && text[position + 1].isBlankOrLineFeed
  }

  /// The pending line is the first of the document.
  mutating func readRoot(_ text: Span<UInt8>) {
    guard indent >= 0 else { return }
    readNode(text, column: indent, parent: -1)
    guard indent >= 0 else { return }
    let start = at
    let end = lineContentEnd(text, start)
    skipBlock(text, deeperThan: -1)
    fault(.textAfterValue, start, end, "text after the end of the file's content")
  }

  /// Reads the node that starts at `at`, and leaves its last line.
  ///
  /// - Parameters:
  ///   - column: where the node starts in its line.
  ///   - parent: the column of the collection that contains the node; -1 for the root.
  mutating func readNode(_ text: Span<UInt8>, column: Int, parent: Int) {
    let start = at
    if startsPlain(text, start) {
      let plain = takePlain(text, start)
      if text[plain.stop] == .colon {
        readMapping(text, Key(.plain, start, plain.end, colon: plain.stop), column: column, parent: parent)
      } else {
        append(.plain, start, plain.end)
        skipLine(text, plain.stop)
        checkLoneScalar(text, start, plain.end, column: column, parent: parent)
      }
    } else if isItem(text, start) {
      readSequence(text, column: column, parent: parent)
    } else if text[start] == .quote || text[start] == .apostrophe {
      guard let key = scanQuotedKey(text, start) else { return unclosedQuote(text, start, parent: parent) }
      if key.colon >= 0 {
        readMapping(text, key, column: column, parent: parent)
      } else {
        append(key.style, start, key.end)
        finishLine(text, key.end)
      }
    } else {
      readRareNode(text, start, column: column, parent: parent)
    }
  }

  private mutating func readRareNode(_ text: Span<UInt8>, _ start: Int, column: Int, parent: Int) {
    switch text[start] {
    case .openBracket, .openBrace: readFlow(text, start, parent: parent)
    case .pipe, .greater: readBlockScalar(text, start, parent: parent)
    case .ampersand, .exclamation:
      at = skipProperties(text, start)
      if text[at] == .lineFeed {
        readValueBelow(text, from: at, missing: start, column: parent, behind: .property)
      } else {
        readNode(text, column: column, parent: parent)
      }
    default:
      reportIndicator(text, start)
      skipUnreadable(text, start, parent: parent)
    }
  }

  // MARK: Values

  /// Reads what comes after a key's colon, or below it, and leaves the line.
  @inline(__always)
  mutating func readValue(_ text: Span<UInt8>, colon: Int, column: Int) {
    let start = text.skippingSpaces(from: colon + 1)
    if startsPlain(text, start) {
      let plain = takePlain(text, start)
      append(.plain, start, plain.end)
      if text[plain.stop] == .colon {
        reportColonInPlain(text, plain, column: column)
      } else {
        skipLine(text, plain.stop)
      }
    } else {
      readRareValue(text, start, colon: colon, column: column)
    }
  }

  private mutating func readRareValue(_ text: Span<UInt8>, _ start: Int, colon: Int, column: Int) {
    at = start
    switch text[start] {
    case .lineFeed, .carriageReturn, .hash:
      readValueBelow(text, from: start, missing: colon + 1, column: column, behind: .key)
    case .quote, .apostrophe:
      guard let end = scanQuoted(text, start) else { return unclosedQuote(text, start, parent: column) }
      append(text[start] == .quote ? .doubleQuoted : .singleQuoted, start, end)
      finishLine(text, end)
    case .openBracket, .openBrace: readFlow(text, start, parent: column)
    case .pipe, .greater: readBlockScalar(text, start, parent: column)
    case .tab:
      readValue(text, colon: reportTab(text, start) - 1, column: column)
    case .ampersand, .exclamation:
      readValue(text, colon: skipProperties(text, start) - 1, column: column)
    case .dash where isItem(text, start):
      fault(
        .itemOnKeyLine, start, lineContentEnd(text, start), "list item on the line of its key",
        help: "Put each item on a line of its own below the key.")
      skipUnreadable(text, start, parent: column)
    default:
      reportIndicator(text, start)
      skipUnreadable(text, start, parent: column)
    }
  }

  /// What comes before a value that starts on a later line.
  enum Holder { case key, dash, property }

  /// Reads a value that starts on a later line than its key or dash.
  ///
  /// - Parameters:
  ///   - missing: where an empty scalar goes if there is no value.
  ///   - column: where the key or dash is. The items of a list may be in the column of their key.
  mutating func readValueBelow(
    _ text: Span<UInt8>, from position: Int, missing: Int, column: Int, behind holder: Holder
  ) {
    skipLine(text, position)
    if indent > column {
      readNode(text, column: indent, parent: column)
    } else if holder == .key, indent == column, isItem(text, at) {
      readSequence(text, column: column, parent: column)
    } else {
      append(.plain, missing, missing)
      if holder == .dash { reportEmptyItem(missing) }
    }
  }

  /// Some readers put what follows an empty item into the wrong list.
  private mutating func reportEmptyItem(_ position: Int) {
    fault(.emptyItem, position - 1, position, "list item without a value", help: "Write a value, or '\"\"'.")
  }
}
