/// Converts a scalar as written to the text it means.
enum ScalarText {
  static func decode(_ text: Span<UInt8>, _ node: Node) -> [UInt8] {
    let range = node.range.indices
    switch node.style {
    case .singleQuoted: return decodeSingleQuoted(text, range)
    case .doubleQuoted: return decodeDoubleQuoted(text, range)
    case .literal, .folded: return decodeBlock(text, node)
    case .plain, .unreadable, .block, .flow: return copy(text, range)
    }
  }

  private static func copy(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for position in range { bytes.append(text[position]) }
    return bytes
  }

  private static func decodeSingleQuoted(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var position = range.lowerBound + 1
    while position < range.upperBound - 1 {
      bytes.append(text[position])
      position += text[position] == .apostrophe ? 2 : 1
    }
    return bytes
  }

  private static func decodeDoubleQuoted(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var position = range.lowerBound + 1
    while position < range.upperBound - 1 {
      if text[position] == .backslash, let escape = Escape(text, position) {
        bytes.append(contentsOf: Character(escape.scalar).utf8)
        position += escape.length
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return bytes
  }

  // MARK: Block scalars

  private static func decodeBlock(_ text: Span<UInt8>, _ node: Node) -> [UInt8] {
    let header = BlockHeader(text, Int(node.range.lower))
    var fold = Folding(folds: node.style == .folded)
    let end = Int(node.range.upper)
    var position = lineStart(text, after: header.end)
    while position < end {
      let stop = lineEnd(text, position)
      fold.add(text, line: position, stop: min(stop, end), column: Int(node.column))
      position = stop + 1
    }
    if header.chomping != .strip, fold.hasContent { fold.bytes.append(.lineFeed) }
    if header.chomping == .keep {
      appendTrailingBreaks(text, from: lineStart(text, after: max(end, header.end)), node, to: &fold.bytes)
    }
    return fold.bytes
  }

  private static func lineEnd(_ text: Span<UInt8>, _ position: Int) -> Int {
    var end = position
    while end < text.count, text[end] != .lineFeed { end += 1 }
    return end
  }

  private static func lineStart(_ text: Span<UInt8>, after position: Int) -> Int {
    lineEnd(text, position) + 1
  }

  private static func appendTrailingBreaks(
    _ text: Span<UInt8>, from start: Int, _ node: Node, to bytes: inout [UInt8]
  ) {
    var position = start
    while position < text.count {
      let stop = lineEnd(text, position)
      for index in position..<stop where text[index] != .space && text[index] != .carriageReturn { return }
      bytes.append(.lineFeed)
      position = stop + 1
    }
  }

  /// Joins the lines of a block scalar; lines that start with a blank are never folded.
  ///
  /// Source: YAML 1.2.2, 8.1.3.
  private struct Folding {
    let folds: Bool
    var bytes: [UInt8] = []
    var hasContent = false
    private var breaks = 0
    private var lastStartsBlank = false

    init(folds: Bool) { self.folds = folds }

    mutating func add(_ text: Span<UInt8>, line: Int, stop: Int, column: Int) {
      let end = stop > line && text[stop - 1] == .carriageReturn ? stop - 1 : stop
      let start = line + column
      var first = line
      while first < end, first < start, text[first] == .space { first += 1 }
      guard first < end else { return breaks += 1 }
      let startsBlank = text[first] == .space || text[first] == .tab
      separate(startsBlank: startsBlank)
      for position in first..<end { bytes.append(text[position]) }
      (breaks, hasContent, lastStartsBlank) = (0, true, startsBlank)
    }

    private mutating func separate(startsBlank: Bool) {
      var lineFeeds = breaks + (hasContent ? 1 : 0)
      if folds, hasContent, !lastStartsBlank, !startsBlank {
        lineFeeds -= 1
        if breaks == 0 { bytes.append(.space) }
      }
      for _ in 0..<lineFeeds { bytes.append(.lineFeed) }
    }
  }
}

extension Document {
  /// A scalar's text with its escapes, folding and chomping applied; a collection's text as written.
  package func string(of id: NodeID) -> String {
    let node = self[id]
    if node.style == .plain {
      return String(decoding: text[node.range.indices], as: UTF8.self)
    }
    return String(decoding: ScalarText.decode(text.span, node), as: UTF8.self)
  }

  /// Whether a node is a scalar with this text; allocates nothing for plain scalars.
  package func isScalar(_ id: NodeID, equalTo expected: String) -> Bool {
    let node = self[id]
    guard node.kind == .scalar else { return false }
    guard node.style == .plain else { return string(of: id).isExactly(expected) }
    let utf8 = expected.utf8
    guard utf8.count == node.range.count else { return false }
    var position = Int(node.range.lower)
    for byte in utf8 {
      guard text[position] == byte else { return false }
      position += 1
    }
    return true
  }
}
