/// Keys that a mapping holds twice.
extension Reader {
  /// Reports each key of a mapping that stands there already, in linear time.
  mutating func checkKeys(_ text: Span<UInt8>, of mapping: Int) {
    var first: [[UInt8]: Int] = [:]
    var key = mapping + 1
    while key < nodes.count {
      let node = nodes[key]
      let name = ScalarText.decode(text, node)
      if let earlier = first[name] {
        reportDuplicate(name, node.range, earlier: nodes[earlier].range)
      } else {
        first[name] = key
      }
      key = Int(nodes[key + 1].next)
    }
  }

  private mutating func reportDuplicate(_ name: [UInt8], _ range: ByteRange, earlier: ByteRange) {
    let shown = String(decoding: name.prefix(40), as: UTF8.self)
    faults.append(
      SyntaxFault(
        .duplicateKey, range, "key '\(shown)' stands here a second time",
        notes: [.init(range: earlier, message: "first used here")], help: "Remove or rename one of them."))
  }
}
