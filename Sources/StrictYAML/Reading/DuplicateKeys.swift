/// Keys that a mapping holds twice.
extension Reader {
  /// Mappings with more keys are checked through a hash table, which costs memory but grows linearly.
  private static let fewKeys = 32

  /// Reports each key of a mapping that stands there already.
  ///
  /// A set of 64 marks tells most keys apart without comparing them.
  mutating func checkKeys(_ text: Span<UInt8>, of mapping: Int) {
    var marks: UInt64 = 0
    var count = 0
    var key = mapping + 1
    while key < nodes.count {
      guard let range = rawKey(text, nodes[key]), count < Self.fewKeys else { return checkManyKeys(text, of: mapping) }
      let mark = mark(of: text, range)
      if marks & mark != 0 { compareKey(text, key, range, mapping: mapping) }
      marks |= mark
      count &+= 1
      key = Int(nodes[key + 1].next)
    }
  }

  /// The bytes of a key that means what is written, or nil when it must be decoded.
  @inline(__always)
  private func rawKey(_ text: Span<UInt8>, _ node: Node) -> Range<Int>? {
    let range = node.range.indices
    return node.style == .plain ? range : rawQuotedKey(text, node.style, range)
  }

  private func rawQuotedKey(_ text: Span<UInt8>, _ style: Node.Style, _ range: Range<Int>) -> Range<Int>? {
    guard range.count >= 2 else { return nil }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    let special: UInt8 = style == .doubleQuoted ? .backslash : .apostrophe
    for position in inner where text[position] == special { return nil }
    return inner
  }

  @inline(__always)
  private func mark(of text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard !range.isEmpty else { return 1 }
    let middle = range.lowerBound &+ (range.upperBound &- range.lowerBound) &>> 1
    let bytes =
      UInt32(text[range.lowerBound]) | UInt32(text[middle]) << 8 | UInt32(text[range.upperBound &- 1]) << 16
      | UInt32(truncatingIfNeeded: range.count) << 24
    return 1 &<< UInt64((bytes &* 0x9E37_79B1) &>> 26)
  }

  private mutating func compareKey(_ text: Span<UInt8>, _ key: Int, _ range: Range<Int>, mapping: Int) {
    var other = mapping + 1
    while other < key {
      if let earlier = rawKey(text, nodes[other]), areEqual(text, earlier, range) {
        return reportDuplicate(text, nodes[key], earlier: nodes[other].range)
      }
      other = Int(nodes[other + 1].next)
    }
  }

  private func areEqual(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    let distance = right.lowerBound - left.lowerBound
    for position in left where text[position] != text[position + distance] { return false }
    return true
  }

  private mutating func checkManyKeys(_ text: Span<UInt8>, of mapping: Int) {
    var first: [[UInt8]: Int] = [:]
    var key = mapping + 1
    while key < nodes.count {
      let name = ScalarText.decode(text, nodes[key])
      if let earlier = first[name] {
        reportDuplicate(text, nodes[key], earlier: nodes[earlier].range)
      } else {
        first[name] = key
      }
      key = Int(nodes[key + 1].next)
    }
  }

  private mutating func reportDuplicate(_ text: Span<UInt8>, _ key: Node, earlier: ByteRange) {
    let shown = String(decoding: ScalarText.decode(text, key).prefix(40), as: UTF8.self)
    fault(
      .duplicateKey, Int(key.range.lower), Int(key.range.upper), "key '\(shown)' stands here a second time",
      notes: [.init(range: earlier, message: "first used here")], help: "Remove or rename one of them.")
  }
}
