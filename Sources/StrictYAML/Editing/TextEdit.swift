/// One splice of a text: `replacement` takes the place of the bytes of `range`.
package struct TextEdit: Sendable, Hashable {
  package var range: ByteRange
  package var replacement: [UInt8]

  package init(range: ByteRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}

extension TextEdit {
  /// The text with all edits made; edits at the same place keep their order.
  ///
  /// - Throws: when two edits overlap, or one reaches beyond the text.
  package static func apply(_ edits: [TextEdit], to text: [UInt8]) throws(EditError) -> [UInt8] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lower, $0.element.range.upper, $0.offset)
        < ($1.element.range.lower, $1.element.range.upper, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + edits.reduce(0) { $0 + $1.replacement.count })
    var end = 0
    for (_, edit) in sorted {
      let range = edit.range.indices
      guard range.upperBound <= text.count else { throw EditError(.outOfRange, "edit beyond the end of the text") }
      guard range.lowerBound >= end else { throw EditError(.overlap, "two edits overlap") }
      result += text[end..<range.lowerBound]
      result += edit.replacement
      end = range.upperBound
    }
    return result + text[end...]
  }
}

extension TextEdit {
  init(_ lower: Int, _ upper: Int, _ replacement: [UInt8]) {
    self.init(range: ByteRange(lower, upper), replacement: replacement)
  }
}
