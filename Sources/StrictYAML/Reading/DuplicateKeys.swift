/// Keys that a mapping contains twice.
extension YAMLScanner {
  /// Mappings with more keys are checked through a hash table, which costs memory but grows linearly.
  private static let fewKeys = 32

  /// Reports each key that the mapping already contains.
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

  // MARK: Many keys

  /// A hash table of the keys' nodes; the hash is seeded anew in every process, so that no text can be made slow.
  private mutating func checkManyKeys(_ text: Span<UInt8>, of mapping: Int) {
    let keys = keys(of: mapping)
    var slots = [UInt32](repeating: 0, count: keys.count.roundedUpToPowerOfTwo * 2)
    for key in keys {
      var slot = hash(text, nodes[key]) & (slots.count - 1)
      while slots[slot] != 0, !areEqual(text, nodes[Int(slots[slot])], nodes[key]) {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 {
        slots[slot] = UInt32(truncatingIfNeeded: key)
      } else {
        reportDuplicate(text, nodes[key], earlier: nodes[Int(slots[slot])].range)
      }
    }
  }

  private func keys(of mapping: Int) -> [Int] {
    var keys: [Int] = []
    var key = mapping + 1
    while key < nodes.count {
      keys.append(key)
      key = Int(nodes[key + 1].next)
    }
    return keys
  }

  private func hash(_ text: Span<UInt8>, _ key: Node) -> Int {
    guard let range = rawKey(text, key) else {
      let decoded = ScalarText.decode(text, key)
      return hash(decoded.span, decoded.indices)
    }
    return hash(text, range)
  }

  private func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hasher = Hasher()
    var position = range.lowerBound
    while position < range.upperBound {
      var word: UInt64 = 0
      for byte in position..<min(position + 8, range.upperBound) { word = word << 8 | UInt64(text[byte]) }
      hasher.combine(word)
      position += 8
    }
    return hasher.finalize()
  }

  private func areEqual(_ text: Span<UInt8>, _ left: Node, _ right: Node) -> Bool {
    if let left = rawKey(text, left), let right = rawKey(text, right) { return areEqual(text, left, right) }
    return ScalarText.decode(text, left) == ScalarText.decode(text, right)
  }

  private mutating func reportDuplicate(_ text: Span<UInt8>, _ key: Node, earlier: ByteRange) {
    guard limit > 0 else { return }
    let shown = String(decoding: ScalarText.decode(text, key).prefix(40), as: UTF8.self)
    fault(
      .duplicateKey, Int(key.range.lower), Int(key.range.upper), "key '\(shown)' is used here a second time",
      notes: [.init(range: earlier, message: "first used here")], help: "Remove or rename one of them.")
  }
}

extension Int {
  fileprivate var roundedUpToPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
