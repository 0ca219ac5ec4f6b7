/// Reads one text in one pass, line by line, and records every fault on the way.
///
/// Between two nodes the reader is at a *pending* line: `at` is its first byte that is not a space, and `indent` its
/// column, or -1 at the end of the text. The text it works on ends in a line feed, so that looking one byte past
/// anything except a line feed is within bounds. The text is passed from function to function because a span cannot be
/// stored; it is the same one throughout.
struct YAMLScanner: ~Copyable {
  /// More faults than these help nobody; a file with so many is not YAML.
  static let maximumFaults = 100

  var at = 0
  var indent = -1
  /// Where the last key or value ended.
  var contentEnd = 0
  var depth = 0
  var nodes: [Node] = []
  private(set) var faults: [SyntaxFault] = []

  /// Lines from here on are not read: the end of the text, or 0 after too many faults.
  var limit: Int
  /// Whether a line feed was added to the given text.
  let endsWithoutLineFeed: Bool
  var hasDocumentStart = false
  /// Whether there is a tab anywhere in the text.
  var hasTabs = false
  /// Whether any double-quoted text contains an escape.
  var hasEscapes = false
  /// Where the line after the last one with a tab in its indentation starts; one fault covers adjacent lines.
  var afterTabLine = -1
  /// The position after the last control character; one fault covers a run of them.
  var afterControl = -1
  var invalidBytes = 0
  /// The conflict whose near side is being read: where its other side starts, and where to continue after it.
  var conflict = (other: -1, end: -1)

  static func read(_ text: [UInt8]) -> (nodes: [Node], faults: [SyntaxFault], hasEscapes: Bool) {
    guard text.count <= Document.maximumSize else { return ([], [.tooLarge(text.count)], false) }
    if text.last == .lineFeed || text.isEmpty {
      return read(text.span, endsWithoutLineFeed: false)
    }
    return read((text + [.lineFeed]).span, endsWithoutLineFeed: true)
  }

  private static func read(
    _ text: Span<UInt8>, endsWithoutLineFeed: Bool
  ) -> (nodes: [Node], faults: [SyntaxFault], hasEscapes: Bool) {
    var reader = YAMLScanner(limit: text.count, endsWithoutLineFeed: endsWithoutLineFeed)
    reader.nodes.reserveCapacity(text.count / 16 + 8)
    if reader.checkCharacters(text) {
      reader.advance(text)
      reader.readRoot(text)
    }
    return (reader.nodes, reader.sortedFaults(), reader.hasEscapes)
  }

  private init(limit: Int, endsWithoutLineFeed: Bool) {
    self.limit = limit
    self.endsWithoutLineFeed = endsWithoutLineFeed
  }

  private func sortedFaults() -> [SyntaxFault] {
    if faults.count < 2 { return faults }
    return faults.sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
  }
}

// MARK: Nodes

extension YAMLScanner {
  @inline(__always)
  mutating func append(_ style: Node.Style, _ lower: Int, _ upper: Int, column: Int = 0) {
    contentEnd = upper
    nodes.append(
      Node(
        kind: .scalar, style: style, column: UInt16(truncatingIfNeeded: column), range: ByteRange(lower, upper),
        next: UInt32(truncatingIfNeeded: nodes.count &+ 1)))
  }

  /// Appends a collection whose end is not known yet; `close` sets it.
  @inline(__always)
  mutating func open(_ kind: Node.Kind, _ style: Node.Style, _ lower: Int, column: Int) -> Int {
    let index = nodes.count
    depth &+= 1
    nodes.append(
      Node(
        kind: kind, style: style, column: UInt16(truncatingIfNeeded: column), range: ByteRange(lower, lower),
        next: UInt32(truncatingIfNeeded: index &+ 1)))
    return index
  }

  @inline(__always)
  mutating func close(_ index: Int) {
    depth &-= 1
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    nodes[index].range.upper = UInt32(truncatingIfNeeded: contentEnd)
  }
}

// MARK: Faults

extension YAMLScanner {
  mutating func fault(
    _ kind: SyntaxFault.Kind, _ lower: Int, _ upper: Int, _ message: String,
    notes: [SyntaxFault.Note] = [], help: String? = nil, fix: SyntaxFault.Fix? = nil
  ) {
    guard faults.count < Self.maximumFaults else { return stop(lower) }
    faults.append(SyntaxFault(kind, ByteRange(lower, upper), message, notes: notes, help: help, fix: fix))
  }

  private mutating func stop(_ position: Int) {
    guard limit > 0 else { return }
    limit = 0
    faults.append(
      SyntaxFault(
        .tooManyFaults, ByteRange(position, position), "more than \(Self.maximumFaults) faults; the rest is not read",
        help: "Fix these first. Is this a YAML file?"))
  }
}

extension SyntaxFault {
  fileprivate static func tooLarge(_ count: Int) -> SyntaxFault {
    SyntaxFault(
      .tooLarge, ByteRange(at: 0), "file of \(count) bytes; the limit is \(Document.maximumSize)",
      help: "Split the file.")
  }
}
