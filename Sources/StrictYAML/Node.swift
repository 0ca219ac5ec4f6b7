/// One value of a document: a scalar, or a collection followed by its content.
///
/// Nodes stand in preorder: a mapping's keys and values alternate behind it, a sequence's items follow one
/// another, and `next` jumps over a subtree.
package struct Node: Sendable, Hashable {
  package enum Kind: UInt8, Sendable { case scalar, mapping, sequence }

  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    case block, flow
    /// A scalar that stands where a fault made the text unreadable: say nothing more about it.
    case unreadable
  }

  package let kind: Kind
  package let style: Style
  /// The column of a block collection's entries, or of a block scalar's content.
  let column: UInt16
  /// The value as written, with its quotes, brackets or block header; without comments behind it.
  ///
  /// A block collection reaches from its first key or dash to the end of its last value. A missing value is
  /// empty and lies just after its colon or dash.
  package internal(set) var range: ByteRange
  /// The index just after the subtree.
  package internal(set) var next: UInt32
}

/// A node's place in its document.
package struct NodeID: Sendable, Hashable {
  package let index: UInt32

  package init(index: UInt32) {
    self.index = index
  }
}
