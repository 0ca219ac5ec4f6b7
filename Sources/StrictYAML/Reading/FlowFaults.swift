/// What is wrong with a flow collection, and what to skip after it.
extension YAMLScanner {
  mutating func reportComplexKey(_ start: Int, _ end: Int) {
    fault(.complexKey, start, end, "a bracketed list or mapping as a key", help: "Use a plain key.")
  }

  /// A scalar in brackets starts with a byte that means something else.
  mutating func flowIndicator(_ text: Span<UInt8>, _ start: Int, in open: Int) -> FlowEnd {
    switch text[start] {
    case _ where isLineEnd(text, start): return .unclosed(open)
    case .comma:
      fault(.emptyItem, start, start + 1, "nothing before the comma", help: "Remove it, or write '\"\"'.")
    case .tab: _ = reportTab(text, start)
    case .ampersand, .exclamation: _ = skipProperties(text, start)
    case .closeBracket, .closeBrace: wrongBracket(text, start, in: open)
    case .dash where text[start + 1].isFlowIndicator || text[start + 1].isBlankOrLineFeed:
      fault(.indicatorStart, start, start + 1, "list item in brackets", help: "Leave '-' out, or put it in quotes.")
    default: reportIndicator(text, start)
    }
    return .faulty
  }

  /// What follows a value is neither a comma nor the closing bracket.
  mutating func flowRest(_ text: Span<UInt8>, _ position: Int, in open: Int) -> FlowEnd {
    switch text[position] {
    case _ where isLineEnd(text, position): return .unclosed(open)
    case .tab: _ = reportTab(text, position)
    case .closeBracket, .closeBrace: wrongBracket(text, position, in: open)
    case .colon where text[open] == .openBracket:
      fault(
        .flowPair, position, position + 1, "'key: value' in a list without braces", help: "Put the pair in braces.")
    case .colon:
      fault(.colonInPlain, position, position + 1, "second colon after a key", help: "Put the value in quotes.")
    default:
      fault(.missingComma, position, position + 1, "no comma between two values", help: "Put a comma in between.")
    }
    return .faulty
  }

  /// What follows a key in braces is not a colon, or no value follows the colon.
  mutating func flowKeyRest(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ position: Int, in open: Int
  ) -> FlowEnd {
    switch text[position] {
    case _ where isLineEnd(text, position): return .unclosed(open)
    case .colon: reportKeyWithoutSpace(text, start, colon: position, position + 1)
    case .tab: _ = reportTab(text, position)
    case .closeBracket: wrongBracket(text, position, in: open)
    default:
      fault(
        .keyWithoutValue, start, end, "key without a value in braces", help: "Write 'key: value', or 'key: \"\"'.")
    }
    return .faulty
  }

  private mutating func wrongBracket(_ text: Span<UInt8>, _ position: Int, in open: Int) {
    let opened = SyntaxFault.Note(range: ByteRange(open, open + 1), message: "this bracket is open")
    fault(.strayBracket, position, position + 1, "closing bracket of the other kind", notes: [opened])
  }

  /// Puts an unreadable scalar in place of a collection that continues over several lines, or never ends.
  mutating func unclosedBracket(_ text: Span<UInt8>, _ start: Int, _ bracket: Int, parent: Int) {
    let close: UInt8 = text[start] == .openBracket ? .closeBracket : .closeBrace
    var end = -1
    append(.unreadable, start, lineContentEnd(text, start))
    skipLine(text, start)
    while indent > parent || (indent >= 0 && indent == parent && text[at] == close) {
      let last = text.lineFeed(from: at)
      for position in at..<last where text[position] == close { end = position + 1 }
      skipLine(text, last)
    }
    if end < 0 {
      fault(
        .unclosedBracket, bracket, bracket + 1, "bracket that is not closed on its line", help: "Close it.")
    } else {
      fault(
        .multilineFlow, start, end, "brackets over several lines",
        help: "Write them on one line, or each entry on a line of its own without brackets.")
    }
  }
}
