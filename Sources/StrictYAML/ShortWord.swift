/// A word of at most 24 bytes, packed into numbers, so that names are compared without a look at their letters.
package struct ShortWord: Sendable, Hashable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, bytes.indices)
  }

  /// No text holds a zero byte, so words of different lengths differ.
  @inline(__always)
  fileprivate init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 24 else { return nil }
    first = text.packed(from: range.lowerBound, to: range.upperBound)
    second = text.packed(from: range.lowerBound + 8, to: range.upperBound)
    third = text.packed(from: range.lowerBound + 16, to: range.upperBound)
  }
}

extension Span<UInt8> {
  /// At most eight bytes, the first one lowest.
  @inline(__always)
  fileprivate func packed(from start: Int, to end: Int) -> UInt64 {
    guard start < end else { return 0 }
    if start <= count - 8 {
      let word = word(at: start)
      return end - start >= 8 ? word : word & (1 << UInt64(8 * (end - start)) - 1)
    }
    var word: UInt64 = 0
    for position in (start..<end).reversed() { word = word << 8 | UInt64(self[position]) }
    return word
  }
}

extension Document {
  /// A scalar's text as a short word; `nil` for longer texts and for collections.
  package func shortWord(of id: NodeID) -> ShortWord? {
    let node = self[id]
    if node.style == .plain { return ShortWord(text.span, node.range.indices) }
    return node.kind == .scalar ? ShortWord(string(of: id)) : nil
  }
}
