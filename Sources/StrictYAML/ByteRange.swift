/// Half-open range of UTF-8 byte offsets into one file's text.
package struct ByteRange: Sendable, Hashable {
  package var lower: UInt32
  package var upper: UInt32

  package init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The empty range at an offset: a place where something is missing.
  package init(at offset: UInt32) {
    self.init(offset, offset)
  }

  package var isEmpty: Bool { lower == upper }
  package var count: Int { Int(upper) - Int(lower) }

  /// The range as indices of the text's array.
  package var indices: Range<Int> { Int(lower)..<max(Int(lower), Int(upper)) }

  /// Whether the two ranges share a byte.
  package func overlaps(_ other: ByteRange) -> Bool {
    lower < other.upper && other.lower < upper
  }
}

extension ByteRange {
  /// Offsets inside a text that the reader has measured against `Document.maximumSize`.
  @inline(__always)
  init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(truncatingIfNeeded: lower), UInt32(truncatingIfNeeded: upper))
  }
}
