/// Literal (`|`) and folded (`>`) block scalars.
extension YAMLScanner {
  mutating func readBlockScalar(_ text: Span<UInt8>, _ start: Int, parent: Int) {
    let header = BlockHeader(text, start)
    let signColumn = columnIfFirst(text, start)
    guard isLineEnd(text, header.end), header.increment == 0 || parent >= 0 else {
      fault(
        .blockHeader, start, lineContentEnd(text, start), "text after the '|' or '>' of a block",
        help: "Start the text on the next line, or put it in quotes.")
      return skipUnreadable(text, start, parent: parent)
    }
    if hasTabs { reportTabs(text, header.end, blanksEnd(text, header.end)) }
    var block = BlockLines(header, parent: parent, signColumn: signColumn)
    at = text.lineFeed(from: header.end) + 1
    while at < limit, readBlockLine(text, &block) {}
    append(text[start] == .pipe ? .literal : .folded, start, block.end, column: block.column)
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
    /// Whether a line of it has more than blanks.
    var hasText = false
    /// The column of the sign that opens it when nothing comes before the sign; 0 otherwise.
    let signColumn: Int
    /// Whether the line before is empty.
    var isBelowBlank = false
    /// The first blank line before a line that is indented further than the text; -1 for none.
    var blankAboveDeeper = -1
    /// The first line of text that begins with a tab; -1 for none.
    var tabbed = -1
    /// The last line, if it has only blanks and more of them than the text's column; -1 otherwise.
    var wideTail = -1
    /// The widest blank line before the content.
    var widest = (column: 0, end: 0)

    init(_ header: BlockHeader, parent: Int, signColumn: Int) {
      self.signColumn = signColumn
      minimum = max(parent, 0) + max(header.increment, 1)
      column = header.increment > 0 ? minimum : 0
      end = header.end
    }

    /// Records what the checks of the whole block need to know about a line.
    mutating func note(line first: Int, column: Int, isTabbed: Bool, hasText isText: Bool) {
      hasText = hasText || isText
      wideTail = isText ? -1 : first
      if isTabbed, tabbed < 0 { tabbed = first }
      if isBelowBlank, column > self.column || isTabbed, blankAboveDeeper < 0 { blankAboveDeeper = first }
      isBelowBlank = false
    }
  }

  /// Reads the line at `at`; false when it does not belong to the scalar.
  private mutating func readBlockLine(_ text: Span<UInt8>, _ block: inout BlockLines) -> Bool {
    let first = text.skippingIndentation(from: at)
    let column = first - at
    let isBlank = text[first] == .lineFeed || (text[first] == .carriageReturn && text[first + 1] == .lineFeed)
    if isBlank && (block.column == 0 || column <= block.column) {
      if block.column == 0, column > block.widest.column { block.widest = (column, first) }
      block.isBelowBlank = true
      at = text.lineFeed(from: first) + 1
      return true
    }
    if block.column == 0, column >= block.minimum, column <= Document.maximumColumn, text[first] != .tab {
      block.column = column
    }
    guard block.column > 0, column >= block.column else { return skipConflict(text, column: column) }
    let end = text.lineFeed(from: first)
    block.end = text[end - 1] == .carriageReturn ? end - 1 : end
    block.note(
      line: first, column: column, isTabbed: text[first] == .tab, hasText: blanksEnd(text, first) < block.end)
    at = end + 1
    return true
  }

  /// Reports a conflict inside the text as one; the text continues after it.
  private mutating func skipConflict(_ text: Span<UInt8>, column: Int) -> Bool {
    guard column == 0, text[at] != .dash, text[at] != .period, text[at] != .percent else { return false }
    guard let next = skipMarker(text, at) else { return false }
    at = next
    return true
  }

  private mutating func checkBlock(_ text: Span<UInt8>, _ start: Int, _ block: BlockLines, _ header: BlockHeader) {
    guard block.hasText else {
      // The tab before its text is reported where the next line is looked for.
      if at < limit, text[text.skippingIndentation(from: at)] == .tab { return }
      return fault(
        .emptyBlock, block.end - 1, block.end, "block without text", help: "Indent the text below, or write '\"\"'.")
    }
    let (column, end) = block.widest
    if column > 0 {
      fault(
        .blockIndentation, end, end, "blank line with spaces before the text of a block",
        help: "Remove the spaces.", fix: .init("remove the spaces", end - column, end, ""))
    }
    checkReadersAgree(text, start, block, header)
    if endsWithoutLineFeed, at == text.count, header.chomping != .strip {
      fault(
        .blockWithoutLineBreak, block.end, block.end, "the file ends inside a block without a line break",
        help: "End the file with a line break.",
        fix: .init("end the file with a line break", text.count - 1, text.count - 1, "\n"))
    }
  }

  /// Blocks that YAML 1.2 allows and common readers read in different ways.
  private mutating func checkReadersAgree(
    _ text: Span<UInt8>, _ start: Int, _ block: BlockLines, _ header: BlockHeader
  ) {
    let sign = text[start] == .pipe ? "|" : ">"
    if block.column < block.signColumn {
      fault(
        .blockIndentation, start, header.end, "text of a block further to the left than its '\(sign)'",
        help: "Put the '\(sign)' after the key, or indent the text further.")
    }
    if block.signColumn > 0, block.tabbed >= 0 {
      fault(
        .blockIndentation, block.tabbed, block.tabbed + 1, "tab at the start of a line of a block",
        help: "Indent with spaces, or put the '\(sign)' after the key.")
    }
    if block.blankAboveDeeper >= 0, text[start] == .greater {
      fault(
        .blockIndentation, block.blankAboveDeeper, lineContentEnd(text, block.blankAboveDeeper),
        "blank line before a line of '>' text that is indented further",
        help: "Start the block with '|', or indent all of its lines alike.")
    }
    if header.increment > 0, block.wideTail >= 0 {
      let end = text.lineFeed(from: block.wideTail)
      fault(
        .blockIndentation, block.wideTail, end, "block that ends in a line of spaces",
        help: "Remove the last line, or write the text in double quotes.")
    }
  }

  /// The column of what starts here when only spaces come before it; 0 otherwise.
  private func columnIfFirst(_ text: Span<UInt8>, _ start: Int) -> Int {
    var lineStart = start
    while lineStart > 0, text[lineStart - 1] == .space { lineStart -= 1 }
    return lineStart == 0 || text[lineStart - 1] == .lineFeed ? start - lineStart : 0
  }
}

/// The indicators of a block scalar.
struct BlockHeader {
  enum Chomping { case strip, clip, keep }

  private(set) var chomping = Chomping.clip
  /// The indentation as written; 0 when it is inferred from the text.
  private(set) var increment = 0
  /// Where the indicators end.
  private(set) var end: Int

  init(_ text: Span<UInt8>, _ start: Int) {
    end = start + 1
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
