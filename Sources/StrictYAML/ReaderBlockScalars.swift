/// Literal (`|`) and folded (`>`) block scalars.
extension Reader {
  mutating func readBlockScalar(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    guard let header = BlockHeader(text, start), header.increment == 0 || parent >= 0 else {
      fault(
        .blockHeader, start, contentLineEnd(text, start), "text behind a block scalar's '|' or '>'",
        help: "Start the text on the next line, indented.")
      return unreadable(text, start, parent: parent)
    }
    var block = BlockLines(
      minimum: max(parent, 0) + max(header.increment, parent < 0 ? 1 : header.increment == 0 ? 1 : header.increment),
      isFixed: header.increment > 0, end: header.end)
    at = lineEnd(text, header.end) + 1
    while at < text.count, readBlockLine(text, &block) {}
    let style: Node.Style = text[start] == .pipe ? .literal : .folded
    append(style, start, block.end, column: block.column)
    checkBlock(text, start, block, header)
    advance(text)
  }

  /// The lines of a block scalar as far as they are read.
  private struct BlockLines {
    /// The least column of its content.
    let minimum: Int
    /// The content's column; 0 until it is known.
    var column: Int
    /// The end of its last line with content, or of its header.
    var end: Int
    /// The widest blank line in front of the content.
    var widestBlank = 0
    var widestBlankAt = 0
    var hasContent = false

    init(minimum: Int, isFixed: Bool, end: Int) {
      self.minimum = minimum
      column = isFixed ? minimum : 0
      self.end = end
    }
  }

  /// Reads the line at `at`; false when it does not belong to the scalar.
  private mutating func readBlockLine(_ text: Span<UInt8>, _ block: inout BlockLines) -> Bool {
    var first = at
    while text[first] == .space { first += 1 }
    let column = first - at
    let isBlank = text[first] == .lineFeed || (text[first] == .carriageReturn && text[first + 1] == .lineFeed)
    if isBlank && (block.column == 0 || column <= block.column) {
      if block.column == 0, column > block.widestBlank { (block.widestBlank, block.widestBlankAt) = (column, first) }
      at = lineEnd(text, first) + 1
      return true
    }
    if block.column == 0 {
      guard column >= block.minimum, column <= 1000, text[first] != .tab else { return skipBlockMarker(text, column) }
      block.column = column
    } else if column < block.column {
      return skipBlockMarker(text, column)
    }
    let end = lineEnd(text, first)
    block.end = text[end - 1] == .carriageReturn ? end - 1 : end
    block.hasContent = true
    at = end + 1
    return true
  }

  /// A conflict inside the text is reported as one, and the text goes on behind it.
  private mutating func skipBlockMarker(_ text: Span<UInt8>, _ column: Int) -> Bool {
    guard column == 0, text[at] != .dash, text[at] != UInt8(ascii: "."), let next = skipMarker(text, at) else {
      return false
    }
    at = next
    return true
  }

  private mutating func checkBlock(
    _ text: Span<UInt8>, _ start: Int, _ block: BlockLines, _ header: BlockHeader
  ) {
    if block.hasContent, block.widestBlank > block.column {
      fault(
        .blockIndentation, block.widestBlankAt, block.widestBlankAt,
        "blank line with more spaces than the text below it", help: "Remove the spaces from the blank line.")
    }
    if endsWithoutLineFeed, at == text.count, header.chomping != .strip {
      fault(
        .blockWithoutLineBreak, block.end, block.end, "the file ends inside a block scalar without a line break",
        help: "End the file with a line break.")
    }
  }
}

/// What stands behind a block scalar's `|` or `>`.
struct BlockHeader {
  enum Chomping { case strip, clip, keep }

  var chomping = Chomping.clip
  /// The indentation as written; 0 when it follows from the text.
  var increment = 0
  /// Where the indicators end.
  var end: Int

  /// Nil when something else than indicators and a comment stands on the line.
  init?(_ text: Span<UInt8>, _ start: Int) {
    end = start + 1
    readIndicators(text)
    var rest = end
    while text[rest].isBlank { rest += 1 }
    let isComment = text[rest] == .hash && rest > end
    guard text[rest] == .lineFeed || isComment else { return nil }
  }

  private mutating func readIndicators(_ text: Span<UInt8>) {
    var hasChomping = false
    while end < text.count {
      switch text[end] {
      case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == 0: increment = Int(text[end] - UInt8(ascii: "0"))
      case .dash where !hasChomping: (chomping, hasChomping) = (.strip, true)
      case UInt8(ascii: "+") where !hasChomping: (chomping, hasChomping) = (.keep, true)
      default: return
      }
      end += 1
    }
  }
}
