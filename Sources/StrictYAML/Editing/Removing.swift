/// Removes entries and items.
extension Document {
  func removing(_ place: Place) -> [TextEdit] {
    guard let collection = place.collection, let owner = self.place(of: collection) else { return [] }
    let siblings = places(in: collection)
    if isInBrackets(place) { return [removingInBrackets(place, siblings, collection)] }
    let (start, end) = (start(of: place), end(of: place))
    if siblings.count == 1 { return [emptying(owner, place, end: end)] }
    let comments = commentsBelow(place, end)
    if !startsLine(start) {
      // The next entry moves up to the dash.
      return [TextEdit(start, firstContent(end), [])]
    }
    // A block above may need the line end, or absorb the blank lines and the comments that follow.
    let edits = [
      TextEdit(lineStart(start), end, []), TextEdit(lineStart(start), behindBlankLines(end), []),
      TextEdit(lineStart(start), comments.end, comments.atColumn(start - lineStart(start), lineEnd)),
    ]
    // If the last line had no line end, the text still ends without one.
    return (end == text.count && text.last != .lineFeed ? [TextEdit(lineBreakAbove(start), end, [])] : []) + edits
  }

  /// Comment lines, and where they end.
  private struct Comments {
    var lines: [ArraySlice<UInt8>] = []
    var end: Int

    func atColumn(_ column: Int, _ lineEnd: [UInt8]) -> [UInt8] {
      lines.flatMap { [UInt8](repeating: .space, count: column) + $0 + lineEnd }
    }
  }

  /// The comments below an entry that are indented further than it and not part of it; they stay.
  private func commentsBelow(_ place: Place, _ start: Int) -> Comments {
    var comments = Comments(end: start)
    let end = lineBehind(place.node, column: parentColumn(place))
    var line = start
    while line < end {
      let first = firstNonSpace(line)
      if text[first] == .hash { comments.lines.append(text[first..<lineBreak(first)]) }
      line = nextLine(line)
      comments.end = line
    }
    return comments
  }

  /// The start of the line after an entry, and after blank lines that a value above would absorb.
  private func end(of place: Place) -> Int {
    let value = self[place.node]
    // A comment in the column of a collection's entries, or further right, belongs to the collection.
    let isBlock = value.kind != .scalar && value.style == .block
    let end = lineBehind(place.node, column: isBlock ? Int(value.column) - 1 : .max)
    let first = place.key ?? place.node
    let isBelowKeeping = first.index > 0 && isKeeping(nodes[Int(first.index) - 1])
    return isBelowKeeping ? behindBlankLines(end) : end
  }

  private func isKeeping(_ node: Node) -> Bool {
    (node.style == .literal || node.style == .folded)
      && BlockHeader(text.span, Int(node.range.lower)).chomping == .keep
  }

  private func firstContent(_ position: Int) -> Int {
    text[position...].firstIndex { !$0.isBlankOrLineFeed } ?? text.count
  }

  /// The line break before the line at a position.
  private func lineBreakAbove(_ position: Int) -> Int {
    let start = lineStart(position)
    return start == 0 ? 0 : lineBreak(lineStart(start - 1))
  }

  private func withoutLineBreak(_ end: Int) -> Int {
    guard end > 0, text[end - 1] == .lineFeed else { return end }
    return end > 1 && text[end - 2] == .carriageReturn ? end - 2 : end - 1
  }

  private func removingInBrackets(_ place: Place, _ siblings: [Place], _ collection: NodeID) -> TextEdit {
    let end = Int(self[place.node].range.upper)
    if siblings.count == 1 {
      return TextEdit(Int(self[collection].range.lower) + 1, Int(self[collection].range.upper) - 1, [])
    }
    if place.ordinal == 0 {
      return TextEdit(start(of: place), start(of: siblings[1]), [])
    }
    return TextEdit(Int(self[siblings[place.ordinal - 1].node].range.upper), end, [])
  }

  /// Writes `{}` or `[]` in place of a collection that loses its only entry.
  private func emptying(_ owner: Place, _ place: Place, end: Int) -> TextEdit {
    let empty = Array((place.key == nil ? "[]" : "{}").utf8)
    let start = start(of: place)
    let behind = withoutLineBreak(end)
    guard owner.collection != nil, startsLine(start) else { return TextEdit(start, behind, empty) }
    let indicator = behindIndicator(owner)
    let above = lineBreakAbove(start)
    return TextEdit(indicator, behind, [.space] + empty + text[indicator..<max(indicator, above)])
  }

  /// The place of a collection itself.
  private func place(of collection: NodeID) -> Place? {
    var place = root.map { Place(node: $0, key: nil, collection: nil, ordinal: 0) }
    while let current = place, current.node != collection {
      place = places(in: current.node).last { $0.node.index <= collection.index }
    }
    return place
  }
}
