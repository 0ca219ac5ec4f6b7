/// Faults that several constructs share, and what is left out after them.
extension Reader {
  /// Whether a collection may be opened; when it may not, its lines are left out.
  mutating func enter(_ text: Span<UInt8>, _ start: Int, column: Int) -> Bool {
    if depth < Document.maximumDepth && column <= 1000 { return true }
    at = start
    fault(
      .tooDeep, start, contentLineEnd(text, start), "nested deeper than \(Document.maximumDepth) levels")
    append(.unreadable, start, start)
    skipBlock(text, deeperThan: max(column - 1, 0))
    return false
  }

  /// Puts an unreadable scalar in the place of what starts here, and leaves its lines out.
  mutating func unreadable(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    append(.unreadable, start, contentLineEnd(text, start))
    at = start
    skipBlock(text, deeperThan: parent)
  }

  /// Pending lines that are deeper than the entries of the collection they would belong to.
  mutating func reportDeeper(_ text: Span<UInt8>, column: Int) {
    let start = at
    let plain = scanPlain(text, start)
    let end = contentLineEnd(text, start)
    let isEntry = text[plain.stop] == .colon || text[start] == .dash
    let continues = nodes.last.map { $0.style == .plain && !$0.range.isEmpty } ?? false
    skipBlock(text, deeperThan: column)
    if !isEntry && continues {
      fault(
        .multilinePlain, start, end, "a value without quotes goes on over several lines",
        help: "Quote it on one line, or start it with '>' below which the text is indented.")
    } else {
      fault(
        .badIndentation, start, end, "this line is indented deeper than the entries before it",
        help: "Indent it like its neighbours, or below a key that has no value yet.")
    }
  }

  /// Reports an anchor or a tag and moves behind it.
  mutating func skipProperty(_ text: Span<UInt8>, _ start: Int) {
    var end = start
    while !text[end].isBlankOrLineFeed { end += 1 }
    if text[start] == UInt8(ascii: "&") {
      fault(.anchor, start, end, "anchors ('&') are not used here", help: "Write the value where it is needed.")
    } else {
      fault(.tag, start, end, "tags ('!') are not used here", help: "Remove it: a field's type comes from its name.")
    }
    while text[end].isBlank { end += 1 }
    if text[end] == .hash { end = lineEnd(text, end) }
    at = end
  }

  /// Reports a scalar or key that starts with a byte that means something else.
  mutating func reportIndicator(_ text: Span<UInt8>, _ start: Int) {
    var end = start
    while !text[end].isBlankOrLineFeed { end += 1 }
    switch text[start] {
    case UInt8(ascii: "*"):
      fault(.alias, start, end, "aliases ('*') are not used here", help: "Write the value out, or quote it.")
    case .question where text[start + 1].isBlankOrLineFeed:
      fault(.complexKey, start, end, "complex keys ('?') are not used here", help: "Write 'key: value'.")
    case .colon where text[start + 1].isBlankOrLineFeed:
      fault(.emptyKey, start, end, "there is no key before the colon")
    case .closeBracket, .closeBrace:
      fault(.strayBracket, start, start + 1, "closing bracket without an opening one")
    default:
      fault(
        .indicatorStart, start, end, "text cannot start with '\(Character(UnicodeScalar(text[start])))'",
        help: "Put the text in quotes.")
    }
  }
}

extension SyntaxFault {
  static func tooLarge(_ count: Int) -> SyntaxFault {
    SyntaxFault(
      .tooLarge, ByteRange(at: 0), "file of \(count) bytes; the limit is \(Document.maximumSize)",
      help: "Split the file.")
  }
}
