/// Reads one text in one pass, line by line, and notes every fault on the way.
///
/// Between two nodes the reader stands on a *pending* line: `at` is its first byte that is no space, and
/// `indent` its column, or -1 at the end of the text. The text it works on ends in a line feed, so that
/// looking one byte past anything but a line feed is always within bounds.
struct Reader: ~Copyable {
  var at = 0
  var indent = -1
  /// Where the last value or key ended.
  var contentEnd = 0
  var depth = 0
  var hasDocumentStart = false
  var lastTabLine = -2
  /// The conflict whose near side is being read: where its other side starts, and where to go on from there.
  var conflict = (other: -1, end: -1)
  var nodes: [Node] = []
  var faults: [SyntaxFault] = []
  /// Whether a line feed was added to the text as given.
  let endsWithoutLineFeed: Bool

  static func read(_ text: [UInt8]) -> (nodes: [Node], faults: [SyntaxFault]) {
    guard text.count <= Document.maximumSize else {
      return ([], [.tooLarge(text.count)])
    }
    if text.last == .lineFeed || text.isEmpty {
      return read(text.span, endsWithoutLineFeed: false)
    }
    return read((text + [.lineFeed]).span, endsWithoutLineFeed: true)
  }

  private static func read(
    _ text: Span<UInt8>, endsWithoutLineFeed: Bool
  ) -> (nodes: [Node], faults: [SyntaxFault]) {
    var reader = Reader(endsWithoutLineFeed: endsWithoutLineFeed)
    reader.nodes.reserveCapacity(text.count / 16 + 8)
    if reader.checkCharacters(text) {
      reader.readDocument(text)
    }
    if reader.faults.count > 1 {
      reader.faults.sort { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
    }
    return (reader.nodes, reader.faults)
  }

  private init(endsWithoutLineFeed: Bool) {
    self.endsWithoutLineFeed = endsWithoutLineFeed
  }

  private mutating func readDocument(_ text: Span<UInt8>) {
    advance(text)
    guard indent >= 0 else { return }
    readNode(text, column: indent, parent: -1)
    guard indent >= 0 else { return }
    let start = at
    skipBlock(text, deeperThan: -1)
    fault(.badIndentation, start, contentLineEnd(text, start), "text after the end of the file's content")
  }

  // MARK: Nodes and faults

  @inline(__always)
  mutating func append(_ style: Node.Style, _ lower: Int, _ upper: Int, column: Int = 0) {
    contentEnd = upper
    nodes.append(
      Node(
        kind: .scalar, style: style, column: UInt16(truncatingIfNeeded: column), range: ByteRange(lower, upper),
        next: UInt32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// Appends a collection whose end is not known yet; `close` tells it.
  @inline(__always)
  mutating func open(_ kind: Node.Kind, _ style: Node.Style, _ lower: Int, column: Int) -> Int {
    let index = nodes.count
    depth += 1
    nodes.append(
      Node(
        kind: kind, style: style, column: UInt16(truncatingIfNeeded: column), range: ByteRange(lower, lower),
        next: UInt32(truncatingIfNeeded: index + 1)))
    return index
  }

  @inline(__always)
  mutating func close(_ index: Int) {
    depth -= 1
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    nodes[index].range.upper = UInt32(truncatingIfNeeded: contentEnd)
  }

  mutating func fault(
    _ kind: SyntaxFault.Kind, _ lower: Int, _ upper: Int, _ message: String,
    notes: [SyntaxFault.Note] = [], help: String? = nil
  ) {
    faults.append(SyntaxFault(kind, ByteRange(lower, upper), message, notes: notes, help: help))
  }
}
