/// Gives a scalar another text.
extension Document {
  func setting(_ place: Place, to text: String) -> [TextEdit] {
    let form = ScalarForm(text)
    let style = self[place.node].style
    if isInBrackets(place) {
      return [form.inline(in: .flow, preferring: style), form.quoted].map {
        TextEdit(range: self[place.node].range, replacement: $0)
      }
    }
    // A file that is one plain scalar with a colon would look like a key without its space.
    let isLoneWithColon = place.collection == nil && form.text.contains(.colon)
    let inline = isLoneWithColon ? form.quoted : form.inline(in: .block, preferring: style)
    return blockEdits(place, form) + [inline, form.quoted].map { replacing(place, with: $0, lines: []) }
  }

  /// The text as a block, if it was one already or has several lines.
  private func blockEdits(_ place: Place, _ form: ScalarForm) -> [TextEdit] {
    let node = self[place.node]
    let wasBlock = node.style == .literal || node.style == .folded
    guard wasBlock || form.text.contains(.lineFeed) else { return [] }
    let parent = max(parentColumn(place), 0)
    let column = wasBlock && node.column > 0 ? Int(node.column) : parent + 2
    let literal = form.literal(increment: column - parent)
    let folded = node.style == .folded ? form.folded(increment: column - parent, width: max(40, 80 - column)) : nil
    return [folded, literal].compactMap { $0 }.map { block in
      let indent = [UInt8](repeating: .space, count: column)
      return replacing(
        place, with: block.header, lines: block.lines.map { lineEnd + ($0.isEmpty ? [] : indent) + $0 })
    }
  }

  /// Replaces a scalar with another, which may continue below its line; a comment stays where it was.
  private func replacing(_ place: Place, with first: [UInt8], lines: [[UInt8]]) -> TextEdit {
    let node = self[place.node]
    let (lower, upper) = (Int(node.range.lower), Int(node.range.upper))
    let isBlock = node.style == .literal || node.style == .folded
    let headerEnd = isBlock ? BlockHeader(text.span, lower).end : upper
    let hasLines = upper > headerEnd
    let gap: [UInt8] = isMissing(place.node) && place.collection != nil ? [.space] : []
    if lines.isEmpty && !hasLines {
      return TextEdit(lower, upper, gap + first)
    }
    let comment = text[headerEnd..<max(headerEnd, lineBreak(headerEnd))]
    let kept = comment.contains { !$0.isBlank } ? Array(comment) : []
    return TextEdit(lower, hasLines ? upper : max(upper, lineBreak(upper)), gap + first + kept + lines.joined())
  }
}
