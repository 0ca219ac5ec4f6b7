/// Block sequences.
extension YAMLScanner {
  /// Reads a sequence from the dash of its first item. Its column is that of its parent when its items are in the same
  /// column as their key.
  mutating func readSequence(_ text: Span<UInt8>, column: Int, parent: Int) {
    guard enter(text, at, column: column, parent: parent) else { return }
    let sequence = open(.sequence, .block, at, column: column)
    indent = column
    var stray = -1
    repeat {
      if indent == column || indent == stray, isItem(text, at) {
        readItem(text, column: indent)
      } else if indent == column {
        fault(
          .keyInSequence, at, lineContentEnd(text, at), "key among the items of a list",
          help: "Start it with '- ', or indent it like the list's own key.")
        skipBlock(text, deeperThan: column)
      } else if isItem(text, at) {
        reportIndentation(text, at, lineContentEnd(text, at), indent: indent, neighbours: column)
        stray = indent
      } else {
        skipStray(text, column: column)
      }
    } while indent > parent || (indent == column && indent >= 0 && isItem(text, at))
    close(sequence)
  }

  private mutating func readItem(_ text: Span<UInt8>, column: Int) {
    let dash = at
    let start = text.skippingSpaces(from: dash + 1)
    contentEnd = dash + 1
    switch text[start] {
    case .lineFeed, .carriageReturn, .hash:
      readValueBelow(text, from: start, missing: dash + 1, column: column, behind: .dash)
    case .tab: readItem(text, behindTab: start, column: column)
    default: readContent(text, start, column: column + start - dash, parent: column)
    }
  }

  private mutating func readItem(_ text: Span<UInt8>, behindTab tab: Int, column: Int) {
    let start = reportTab(text, tab)
    if isLineEnd(text, start) {
      readValueBelow(text, from: start, missing: tab, column: column, behind: .dash)
    } else {
      readContent(text, start, column: column + 2, parent: column)
    }
  }

  @inline(__always)
  private mutating func readContent(_ text: Span<UInt8>, _ start: Int, column: Int, parent: Int) {
    at = start
    indent = column
    readNode(text, column: column, parent: parent)
  }
}
