/// One splice of a text: the bytes of `range` give way to `replacement`.
package struct TextEdit: Sendable, Hashable {
  package var range: ByteRange
  package var replacement: [UInt8]

  package init(range: ByteRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}
