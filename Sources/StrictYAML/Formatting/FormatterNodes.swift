/// Canonical text of single nodes and of collections.
extension Formatter {
  /// A block collection; the caller writes what comes before its first entry.
  ///
  /// - Parameters:
  ///   - parent: the column in the source of the collection around it; comments further right are its own.
  ///   - top: lines above the whole, already taken; those before their last blank line stay at the top whatever the
  ///     order of the keys.
  mutating func collection(
    _ id: NodeID, indent: Int, path: [String], parent: Int, top: CommentLines.Lines = []
  ) -> Chunk {
    let headEnd = top.lastIndex { $0.isEmpty }.map { $0 + 1 } ?? 0
    var chunks: [(key: String, chunk: Chunk)] = []
    for place in document.places(in: id) {
      let start = document.nextContent(comments.cursor)
      var above = comments.take(upTo: start)
      if place.ordinal == 0 { above = Array(top[headEnd...]) + above }
      comments.skip(to: place.key == nil ? start + 1 : document.behindIndicator(place))
      let name = place.key.map(document.string(of:)) ?? ""
      chunks.append((name, entry(place, above, indent: indent, path: place.key == nil ? path : path + [name])))
    }
    let foot = comments.take(upTo: document.text.count, deeperThan: parent)
    var whole = stacked(sorted(chunks, keyOrder(path)), indent: indent)
    whole.above = Array(top[..<headEnd]) + whole.above
    append(foot, to: &whole, indent)
    return whole
  }

  private func sorted(_ chunks: [(key: String, chunk: Chunk)], _ order: [String]) -> [Chunk] {
    if order.isEmpty { return chunks.map(\.chunk) }
    let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return chunks.enumerated().sorted {
      (ranks[$0.element.key] ?? .max, $0.offset) < (ranks[$1.element.key] ?? .max, $1.offset)
    }.map(\.element.chunk)
  }

  private func stacked(_ chunks: [Chunk], indent: Int) -> Chunk {
    guard var whole = chunks.first else { return Chunk(above: []) }
    whole.above = trimmed(whole.above)
    for chunk in chunks.dropFirst() {
      let above = whole.endsKeeping ? trimmed(chunk.above) : chunk.above
      whole.body += lineEnd + joined(above, indent: indent) + spaces(indent) + chunk.body
      whole.endsKeeping = chunk.endsKeeping
    }
    return whole
  }

  private func append(_ foot: CommentLines.Lines, to whole: inout Chunk, _ indent: Int) {
    if foot.isEmpty { return }
    let lines = joined(whole.endsKeeping ? trimmed(foot) : foot, indent: indent)
    whole.body += lineEnd + lines.dropLast(lineEnd.count)
    whole.endsKeeping = false
  }

  /// An entry or item with the lines above it.
  private mutating func entry(
    _ place: Place, _ above: CommentLines.Lines, indent: Int, path: [String]
  ) -> Chunk {
    var chunk = Chunk(above: above)
    let node = document[place.node]
    if node.style != .block {
      chunk.body = written(place.key) + value(place.node, indent: indent, &chunk)
      if node.style != .literal && node.style != .folded {
        append(
          comments.take(upTo: document.text.count, deeperThan: document.parentColumn(place)), to: &chunk, indent + 2)
      }
      return chunk
    }
    let trailing = comments.takeTrailing()
    let inner = collection(
      place.node, indent: indent + 2, path: path, parent: document.parentColumn(place))
    chunk.endsKeeping = inner.endsKeeping
    if place.key == nil {
      // Nothing can come between a dash and the entry after it.
      chunk.above += [trailing.drop { $0 == .space }].filter { !$0.isEmpty } + inner.above
      chunk.body = [.dash, .space] + inner.body
    } else {
      let above = joined(inner.above, indent: indent + 2)
      chunk.body = written(place.key) + trailing + lineEnd + above + spaces(indent + 2) + inner.body
    }
    return chunk
  }

  /// The key with its colon, or the dash of an item.
  private func written(_ key: NodeID?) -> [UInt8] {
    guard let key else { return [.dash] }
    return scalar(document[key]) + [.colon]
  }

  /// A value that goes on the line of its key, with what comes between them.
  private mutating func value(_ id: NodeID, indent: Int, _ chunk: inout Chunk) -> [UInt8] {
    let trailing = comments.takeTrailing()
    if document.isMissing(id) { return trailing }
    // A comment between a key and the value on a later line goes above the key.
    let lower = Int(document[id].range.lower)
    chunk.above += [trailing.drop { $0 == .space }].filter { !$0.isEmpty } + trimmed(comments.take(upTo: lower))
    return [.space] + inline(id, indent: indent, &chunk)
  }

  mutating func inline(_ id: NodeID, indent: Int, _ chunk: inout Chunk) -> [UInt8] {
    let node = document[id]
    if node.style == .literal || node.style == .folded { return blockScalar(node, indent: indent, &chunk) }
    comments.skip(to: Int(node.range.upper))
    return flow(id) + comments.takeTrailing()
  }

  /// A scalar as written, or requoted if it would mean something else in its new place.
  private func scalar(_ node: Node) -> [UInt8] {
    let bytes = document.text[node.range.indices]
    let form = ScalarForm(node.style == .plain ? String(decoding: bytes.prefix(8), as: UTF8.self) : "")
    return form.isMarker ? ScalarForm(String(decoding: bytes, as: UTF8.self)).quoted : Array(bytes)
  }

  private func flow(_ id: NodeID) -> [UInt8] {
    let node = document[id]
    switch node.kind {
    case .scalar: return scalar(node)
    case .sequence:
      let items = document.items(of: id).map(flow)
      return [.openBracket] + items.joined(separator: [.comma, .space]) + [.closeBracket]
    case .mapping:
      let entries = document.entries(of: id).map { flow($0.key) + [.colon, .space] + flow($0.value) }
      if entries.isEmpty { return [.openBrace, .closeBrace] }
      return [.openBrace, .space] + entries.joined(separator: [.comma, .space]) + [.space, .closeBrace]
    }
  }

  // MARK: Block scalars

  private mutating func blockScalar(_ node: Node, indent: Int, _ chunk: inout Chunk) -> [UInt8] {
    let text = document.text
    let header = BlockHeader(text.span, Int(node.range.lower))
    comments.skip(to: header.end)
    let trailing = comments.takeTrailing()
    let lines = contentLines(node, from: document.nextLine(header.end))
    comments.skip(to: Int(node.range.upper))
    var bytes = [text[Int(node.range.lower)]] + indicators(header, lines) + trailing
    for line in lines { bytes += lineEnd + (line.isEmpty ? [] : spaces(indent + 2)) + line }
    if header.chomping == .keep {
      let start = document.nextLine(max(Int(node.range.upper), header.end))
      let end = document.behindBlankLines(start)
      for byte in text[start..<end] where byte == .lineFeed { bytes += lineEnd }
      comments.skip(to: end)
      chunk.endsKeeping = true
    }
    return bytes
  }

  /// The lines of a block scalar without their indentation; blank ones are empty.
  private func contentLines(_ node: Node, from start: Int) -> [ArraySlice<UInt8>] {
    let end = Int(node.range.upper)
    var lines: [ArraySlice<UInt8>] = []
    var line = start
    while line < end {
      let content = document.text[line..<min(document.lineBreak(line), end)]
      lines.append(content.dropFirst(Int(node.column)))
      line = document.nextLine(line)
    }
    return lines
  }

  private func indicators(_ header: BlockHeader, _ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    let first = lines.first { !$0.isEmpty }?.first
    let increment = first == .space || first == .tab ? Array("2".utf8) : []
    switch header.chomping {
    case .strip: return increment + [.dash]
    case .clip: return increment
    case .keep: return increment + Array("+".utf8)
    }
  }
}
