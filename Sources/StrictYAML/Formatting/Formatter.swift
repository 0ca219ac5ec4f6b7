extension Document {
  /// The document in its canonical form, with the same meaning and all comments.
  ///
  /// Two spaces a level, lists indented below their key, one space after a colon, no blanks at line ends, at most one
  /// blank line between entries, values on the line of their key if they fit there. Comments stay with the entry below
  /// or before them; a comment at the top that is followed by a blank line stays at the top.
  ///
  /// - Parameter keyOrder: the order of a mapping's keys, given the keys that lead to it; other keys follow in their
  ///   own order.
  /// - Throws: when the text has faults.
  package func formatted(keyOrder: (_ path: [String]) -> [String] = { _ in [] }) throws(EditError) -> [UInt8] {
    guard faults.isEmpty else { throw EditError(.faultyText, "the text has faults; fix them first") }
    return withoutActuallyEscaping(keyOrder) { keyOrder in
      var formatter = Formatter(self, keyOrder: keyOrder)
      return formatter.format()
    }
  }
}

struct Formatter {
  let document: Document
  let keyOrder: ([String]) -> [String]
  let lineEnd: [UInt8]
  var comments: CommentLines

  /// An entry or item: the lines above it, and its own text without the indentation of its first line.
  struct Chunk {
    var above: CommentLines.Lines
    var body: [UInt8] = []
    /// Whether blank lines after it would become part of its text.
    var endsKeeping = false
  }

  init(_ document: Document, keyOrder: @escaping ([String]) -> [String]) {
    self.document = document
    self.keyOrder = keyOrder
    lineEnd = document.lineEnd
    comments = CommentLines(document)
  }

  mutating func format() -> [UInt8] {
    var above = takeTop()
    guard let root = document.root else {
      if above.last?.isEmpty == true { above.removeLast() }
      return joined(trimmed(above), indent: 0)
    }
    let isBlock = document[root].style == .block
    var chunk = Chunk(above: isBlock ? [] : above)
    if isBlock {
      chunk = collection(root, indent: 0, path: [], parent: -1, top: above)
    } else {
      chunk.body = inline(root, indent: 0, &chunk)
    }
    var below = isBlock ? [] : comments.take(upTo: document.text.count)
    if below.last?.isEmpty == true { below.removeLast() }
    if chunk.endsKeeping { below = trimmed(below) }
    return joined(trimmed(chunk.above), indent: 0) + chunk.body + lineEnd + joined(below, indent: 0)
  }

  /// The comments above the first content, without a document marker in between.
  private mutating func takeTop() -> CommentLines.Lines {
    let content = document.root.map { Int(document[$0].range.lower) } ?? document.text.count
    var lines = comments.take(upTo: content)
    let marker = document.nextContent(comments.cursor)
    guard marker < content else { return lines }
    comments.skip(to: marker + 3)
    let trailing = comments.takeTrailing().drop { $0 == .space }
    if !trailing.isEmpty { lines.append(trailing) }
    return lines + comments.take(upTo: content)
  }

  // MARK: Lines

  /// Comment lines, each indented and ended.
  func joined(_ lines: CommentLines.Lines, indent: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if line.isEmpty, index > 0, lines[index - 1].isEmpty { continue }
      if !line.isEmpty { bytes += spaces(indent) + line }
      bytes += lineEnd
    }
    return bytes
  }

  func spaces(_ count: Int) -> [UInt8] {
    [UInt8](repeating: .space, count: max(count, 0))
  }

  /// Without blank lines at the start.
  func trimmed(_ lines: CommentLines.Lines) -> CommentLines.Lines {
    Array(lines.drop { $0.isEmpty })
  }
}
