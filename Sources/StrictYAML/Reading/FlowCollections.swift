/// Flow collections, which close on the line where they open.
extension YAMLScanner {
  /// Where a part of a flow collection ended.
  enum FlowEnd {
    case ended(Int)
    /// The line ended first; names the open bracket.
    case unclosed(Int)
    /// Something else was wrong and has been reported.
    case faulty
  }

  /// Reads the flow collection that starts a value, and leaves its line.
  mutating func readFlow(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    let (count, depth) = (nodes.count, depth)
    let result = readFlowCollection(text, start)
    if case .ended(let end) = result, !isKeyColon(text, end) { return finishLine(text, end) }
    nodes.removeLast(nodes.count - count)
    self.depth = depth
    switch result {
    case .unclosed(let bracket): unclosedBracket(text, start, bracket, parent: parent)
    case .ended(let end):
      reportComplexKey(start, end)
      skipUnreadable(text, start, parent: parent)
    case .faulty: skipUnreadable(text, start, parent: parent)
    }
  }

  private func isKeyColon(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[text.skippingSpaces(from: position)] == .colon
  }

  private mutating func readFlowCollection(_ text: Span<UInt8>, _ start: Int) -> FlowEnd {
    guard depth < Document.maximumDepth else {
      fault(.tooDeep, start, start + 1, "nested deeper than \(Document.maximumDepth) levels")
      return .faulty
    }
    return text[start] == .openBracket ? readFlowSequence(text, start) : readFlowMapping(text, start)
  }

  private mutating func readFlowSequence(_ text: Span<UInt8>, _ start: Int) -> FlowEnd {
    let sequence = open(.sequence, .flow, start, column: 0)
    var position = text.skippingSpaces(from: start + 1)
    while text[position] != .closeBracket {
      switch readFlowValue(text, position, in: start) {
      case .ended(let end): position = text.skippingSpaces(from: end)
      case let other: return other
      }
      if text[position] == .comma {
        position = text.skippingSpaces(from: position + 1)
      } else if text[position] != .closeBracket {
        return flowRest(text, position, in: start)
      }
    }
    contentEnd = position + 1
    close(sequence)
    return .ended(position + 1)
  }

  private mutating func readFlowMapping(_ text: Span<UInt8>, _ start: Int) -> FlowEnd {
    let mapping = open(.mapping, .flow, start, column: 0)
    var position = text.skippingSpaces(from: start + 1)
    while text[position] != .closeBrace {
      switch readFlowEntry(text, position, in: start) {
      case .ended(let end): position = text.skippingSpaces(from: end)
      case let other: return other
      }
      if text[position] == .comma {
        position = text.skippingSpaces(from: position + 1)
      } else if text[position] != .closeBrace {
        return flowRest(text, position, in: start)
      }
    }
    contentEnd = position + 1
    close(mapping)
    checkKeys(text, of: mapping)
    return .ended(position + 1)
  }

  private mutating func readFlowEntry(_ text: Span<UInt8>, _ start: Int, in open: Int) -> FlowEnd {
    if text[start] == .openBracket || text[start] == .openBrace {
      reportComplexKey(start, start + 1)
      return .faulty
    }
    let key = readFlowScalar(text, start, in: open)
    guard case .ended(let keyEnd) = key else { return key }
    if text[start] == .dash || text[keyEnd &- 1] == .colon, startsPlain(text, start) {
      checkKeyIndicators(text, start, keyEnd)
    }
    let colon = text.skippingSpaces(from: keyEnd)
    guard text[colon] == .colon, text[colon + 1].isBlankOrLineFeed else {
      return flowKeyRest(text, start, keyEnd, colon, in: open)
    }
    if text[start] == .less, text[start + 1] == .less, keyEnd == start + 2 { reportMergeKey(start) }
    let value = text.skippingSpaces(from: colon + 1)
    if text[value] == .comma || text[value] == .closeBrace { return flowKeyRest(text, start, keyEnd, value, in: open) }
    return readFlowValue(text, value, in: open)
  }

  private mutating func readFlowValue(_ text: Span<UInt8>, _ start: Int, in open: Int) -> FlowEnd {
    if text[start] == .openBracket || text[start] == .openBrace { return readFlowCollection(text, start) }
    return readFlowScalar(text, start, in: open)
  }

  private mutating func readFlowScalar(_ text: Span<UInt8>, _ start: Int, in open: Int) -> FlowEnd {
    let byte = text[start]
    if startsPlain(text, start), byte != .dash || !text[start + 1].isFlowIndicator {
      let (end, question) = scanFlowPlain(text, start)
      if hasTabs { reportTabs(text, start, end) }
      append(.plain, start, end)
      if question >= 0 { reportQuestionMark(question) }
      return .ended(end)
    }
    guard byte == .quote || byte == .apostrophe else { return flowIndicator(text, start, in: open) }
    guard let end = scanQuoted(text, start) else {
      reportUnclosedQuote(text, start, isClosedLater: isClosedBelow(text, start))
      return .faulty
    }
    append(byte == .quote ? .doubleQuoted : .singleQuoted, start, end)
    return .ended(end)
  }

  /// The end of a plain scalar, and its first question mark or -1.
  ///
  /// Readers differ on a colon before an indicator, and on one before '?'; neither belongs to the scalar here.
  private func scanFlowPlain(_ text: Span<UInt8>, _ start: Int) -> (end: Int, question: Int) {
    var stop = start
    var question = -1
    while true {
      if text[stop].isFlowPlainMark {
        if endsFlowPlain(text, stop) { break }
        if text[stop] == .question, question < 0 { question = stop }
      }
      stop &+= 1
    }
    while stop > start, text[stop - 1].isBlank { stop -= 1 }
    return (stop, question)
  }

  /// YAML 1.1 readers take a question mark in brackets for the sign of a complex key.
  private mutating func reportQuestionMark(_ mark: Int) {
    fault(.questionInFlow, mark, mark + 1, "question mark in brackets without quotes", help: "Put the text in quotes.")
  }

  private func endsFlowPlain(_ text: Span<UInt8>, _ stop: Int) -> Bool {
    switch text[stop] {
    case .colon:
      let next = text[stop + 1]
      return next.isBlankOrLineFeed || next.isFlowIndicator || next == .question
    case .hash: return text[stop - 1].isBlank
    case .question: return false
    default: return true
    }
  }
}
