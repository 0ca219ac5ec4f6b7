/// A word of at most 24 bytes, packed into numbers, so that names are compared without looking at their letters.
///
/// All longer texts are the same word, which no name uses. No text contains a zero byte, so words of different lengths
/// differ.
package struct ShortWord: Sendable, Hashable {
  package let first: UInt64
  package let second: UInt64
  package let third: UInt64

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes.span, bytes.indices)
  }

  @inline(__always)
  fileprivate init(_ text: Span<UInt8>, _ range: Range<Int>) {
    let isShort = range.count <= 24
    first = isShort ? text.packed(from: range.lowerBound, to: range.upperBound) : .max
    second = isShort ? text.packed(from: range.lowerBound + 8, to: range.upperBound) : .max
    third = isShort ? text.packed(from: range.lowerBound + 16, to: range.upperBound) : .max
  }

  package static func == (a: ShortWord, b: ShortWord) -> Bool {
    a.first == b.first && a.second == b.second && a.third == b.third
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
  /// A scalar's text as a short word.
  package func shortWord(of id: NodeID) -> ShortWord {
    let node = self[id]
    return node.style == .plain ? ShortWord(text.span, node.range.indices) : ShortWord(string(of: id))
  }
}
