/// One YAML text as a located tree, with everything that is wrong with it.
///
/// The tree is usable even when there are faults: what could not be read is omitted or is an empty scalar.
package struct Document: Sendable {
  /// Longer texts are not read.
  package static let maximumSize = 64 * 1024 * 1024
  /// Collections nested deeper than this are not read.
  package static let maximumDepth = 64
  /// Entries further to the right than this are not read.
  package static let maximumColumn = 1000

  package let text: [UInt8]
  package let nodes: [Node]
  /// All faults of the text, in source order.
  package let faults: [SyntaxFault]
  /// Whether any double-quoted text contains an escape.
  package let hasEscapes: Bool

  /// Reads a text; never fails: faults are values.
  package init(parsing text: [UInt8]) {
    self.text = text
    (nodes, faults, hasEscapes) = YAMLScanner.read(text)
  }

  /// Nil when the text contains only blank lines and comments.
  package var root: NodeID? {
    nodes.isEmpty ? nil : NodeID(index: 0)
  }

  package subscript(id: NodeID) -> Node {
    nodes[Int(id.index)]
  }

  /// The keys and values of a mapping in source order; empty for anything else.
  package func entries(of id: NodeID) -> Entries {
    let node = self[id]
    return Entries(nodes: nodes, at: id.index + 1, end: node.kind == .mapping ? node.next : id.index + 1)
  }

  /// The items of a sequence in source order; empty for anything else.
  package func items(of id: NodeID) -> Items {
    let node = self[id]
    return Items(nodes: nodes, at: id.index + 1, end: node.kind == .sequence ? node.next : id.index + 1)
  }

  /// The value of the first entry with this key; nil when there is none or the node is not a mapping.
  package func value(forKey key: String, in id: NodeID) -> NodeID? {
    for entry in entries(of: id) where isScalar(entry.key, equalTo: key) {
      return entry.value
    }
    return nil
  }
}

extension Document {
  package struct Entries: Sequence, IteratorProtocol, Sendable {
    let nodes: [Node]
    var at: UInt32
    let end: UInt32

    package mutating func next() -> (key: NodeID, value: NodeID)? {
      guard at < end else { return nil }
      let value = at + 1
      defer { at = nodes[Int(value)].next }
      return (NodeID(index: at), NodeID(index: value))
    }
  }

  package struct Items: Sequence, IteratorProtocol, Sendable {
    let nodes: [Node]
    var at: UInt32
    let end: UInt32

    package mutating func next() -> NodeID? {
      guard at < end else { return nil }
      defer { at = nodes[Int(at)].next }
      return NodeID(index: at)
    }
  }
}
