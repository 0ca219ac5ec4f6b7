/// Flow collections, which close on the line where they open.
extension Reader {
  /// Where a part of a flow collection ended.
  private enum Flow {
    case ended(Int)
    /// The line ended first.
    case unclosed(Int)
    /// Something else was wrong and is reported.
    case faulty
  }

  mutating func readFlowNode(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    let (count, depth) = (nodes.count, depth)
    let result = readFlow(text, start)
    if case .ended(let end) = result {
      var next = end
      while text[next].isBlank { next += 1 }
      if text[next] != .colon { return finishLine(text, end) }
      fault(.complexKey, start, end, "a bracketed list or mapping as a key", help: "Use a plain key.")
    }
    nodes.removeLast(nodes.count - count)
    self.depth = depth
    append(.unreadable, start, contentLineEnd(text, start))
    at = start
    if case .unclosed(let bracket) = result {
      skipUnclosed(text, start, bracket: bracket, parent: parent)
    } else {
      skipBlock(text, deeperThan: parent)
    }
  }

  private mutating func skipUnclosed(_ text: Span<UInt8>, _ start: Int, bracket: Int, parent: Int) {
    let close: UInt8 = text[start] == .openBracket ? .closeBracket : .closeBrace
    let end = contentLineEnd(text, start)
    var closed = false
    at = lineEnd(text, start) + 1
    advance(text)
    while indent > parent || (indent >= 0 && indent == parent && text[at] == close) {
      let next = lineEnd(text, at)
      for position in at..<next where text[position] == close { closed = true }
      at = next + 1
      advance(text)
    }
    if closed {
      fault(
        .multilineFlow, start, end, "brackets over several lines",
        help: "Write them on one line, or use one line with '-' or 'key:' for each entry.")
    } else {
      fault(.unclosedBracket, bracket, bracket + 1, "the bracket is not closed on its line", help: "Close it.")
    }
  }

  private mutating func readFlow(_ text: Span<UInt8>, _ start: Int) -> Flow {
    guard depth < Document.maximumDepth else {
      fault(.tooDeep, start, start + 1, "nested deeper than \(Document.maximumDepth) levels")
      return .faulty
    }
    return text[start] == .openBracket ? readFlowSequence(text, start) : readFlowMapping(text, start)
  }

  private mutating func readFlowSequence(_ text: Span<UInt8>, _ start: Int) -> Flow {
    let sequence = open(.sequence, .flow, start, column: 0)
    var position = start + 1
    while true {
      position = skipSpaces(text, position)
      if text[position] == .closeBracket { break }
      switch readFlowValue(text, position, open: start) {
      case .ended(let end): position = skipSpaces(text, end)
      case let other: return other
      }
      if text[position] == .comma {
        position += 1
      } else if text[position] != .closeBracket {
        return reportFlowRest(text, position, open: start)
      }
    }
    contentEnd = position + 1
    close(sequence)
    return .ended(position + 1)
  }

  private mutating func readFlowMapping(_ text: Span<UInt8>, _ start: Int) -> Flow {
    let mapping = open(.mapping, .flow, start, column: 0)
    var position = start + 1
    while true {
      position = skipSpaces(text, position)
      if text[position] == .closeBrace { break }
      switch readFlowEntry(text, position, open: start) {
      case .ended(let end): position = skipSpaces(text, end)
      case let other: return other
      }
      if text[position] == .comma {
        position += 1
      } else if text[position] != .closeBrace {
        return reportFlowRest(text, position, open: start)
      }
    }
    contentEnd = position + 1
    close(mapping)
    checkKeys(text, of: mapping)
    return .ended(position + 1)
  }

  private mutating func readFlowEntry(_ text: Span<UInt8>, _ start: Int, open: Int) -> Flow {
    if text[start] == .openBracket || text[start] == .openBrace {
      fault(.complexKey, start, start + 1, "a bracketed list or mapping as a key", help: "Use a plain key.")
      return .faulty
    }
    guard case .ended(let keyEnd) = readFlowScalar(text, start, open: open) else {
      return isLineEnd(text, start) ? .unclosed(open) : .faulty
    }
    let colon = skipSpaces(text, keyEnd)
    guard text[colon] == .colon else {
      if isLineEnd(text, colon) { return .unclosed(open) }
      fault(.keyWithoutValue, start, keyEnd, "key without a value in braces", help: "Write 'key: value'.")
      return .faulty
    }
    guard text[colon + 1].isBlankOrLineFeed else {
      reportKeyWithoutSpace(start, colon, colon + 1)
      return .faulty
    }
    if text[start] == 0x3C, text[start + 1] == 0x3C, keyEnd == start + 2 {
      fault(
        .mergeKey, start, keyEnd, "merge keys ('<<') are not used here", help: "Write the merged entries out.")
    }
    let value = skipSpaces(text, colon + 1)
    if text[value] == .comma || text[value] == .closeBrace {
      fault(.keyWithoutValue, start, keyEnd, "key without a value in braces", help: "Write '\"\"' for an empty text.")
      return .faulty
    }
    return readFlowValue(text, value, open: open)
  }

  private mutating func readFlowValue(_ text: Span<UInt8>, _ start: Int, open: Int) -> Flow {
    if text[start] == .openBracket || text[start] == .openBrace { return readFlow(text, start) }
    return readFlowScalar(text, start, open: open)
  }

  private mutating func readFlowScalar(_ text: Span<UInt8>, _ start: Int, open: Int) -> Flow {
    let byte = text[start]
    if byte.startsPlain || (byte == .dash && !text[start + 1].isBlankOrLineFeed && !text[start + 1].isFlowIndicator) {
      let end = scanFlowPlain(text, start)
      append(.plain, start, end)
      return .ended(end)
    }
    if byte == .quote || byte == .apostrophe {
      guard let end = scanQuoted(text, start) else {
        reportUnclosedQuote(text, start, .unclosedQuote)
        return .faulty
      }
      append(byte == .quote ? .doubleQuoted : .singleQuoted, start, end)
      return .ended(end)
    }
    return reportFlowIndicator(text, start, open: open)
  }

  private func scanFlowPlain(_ text: Span<UInt8>, _ start: Int) -> Int {
    var stop = start
    while true {
      let byte = text[stop]
      if byte == .lineFeed || byte.isFlowIndicator { break }
      if byte == .colon, text[stop + 1].isBlankOrLineFeed || text[stop + 1].isFlowIndicator { break }
      if byte == .hash, text[stop - 1].isBlank { break }
      stop += 1
    }
    while text[stop - 1].isBlank { stop -= 1 }
    return stop
  }

  private mutating func reportFlowIndicator(_ text: Span<UInt8>, _ start: Int, open: Int) -> Flow {
    switch text[start] {
    case .comma:
      fault(.emptyItem, start, start + 1, "nothing before the comma", help: "Remove the comma, or write '\"\"'.")
    case .lineFeed, .carriageReturn, .hash: return .unclosed(open)
    case .tab: fault(.tab, start, start + 1, "tab between values", help: "Use a space.")
    case UInt8(ascii: "&"), UInt8(ascii: "!"): skipProperty(text, start)
    default: reportIndicator(text, start)
    }
    return .faulty
  }

  /// What follows a value is neither a comma nor the closing bracket.
  private mutating func reportFlowRest(_ text: Span<UInt8>, _ position: Int, open: Int) -> Flow {
    if isLineEnd(text, position) { return .unclosed(open) }
    switch text[position] {
    case .colon:
      fault(
        .flowPair, position, position + 1, "'key: value' in a list without braces", help: "Put the pair in braces.")
    case .tab: fault(.tab, position, position + 1, "tab between values", help: "Use a space.")
    case .closeBracket, .closeBrace:
      fault(.strayBracket, position, position + 1, "closing bracket of the other kind")
    default: fault(.missingComma, position, position + 1, "no comma between two values")
    }
    return .faulty
  }

  private func isLineEnd(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[position] == .lineFeed || text[position] == .carriageReturn
      || (text[position] == .hash && text[position - 1].isBlank)
  }

  private func skipSpaces(_ text: Span<UInt8>, _ position: Int) -> Int {
    var position = position
    while text[position] == .space { position += 1 }
    return position
  }
}
