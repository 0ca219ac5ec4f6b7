/// One value of a document: a scalar, or a collection followed by its content.
///
/// Nodes are stored in preorder: a mapping's keys and values alternate after it, a sequence's items follow one another,
/// and `next` jumps over a subtree.
package struct Node: Sendable, Hashable {
  package enum Kind: UInt8, Sendable { case scalar, mapping, sequence }

  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    case block, flow
    /// A scalar in place of text that a fault made unreadable: report nothing more about it.
    case unreadable
  }

  package let kind: Kind
  package let style: Style
  /// The column of a block collection's entries, or of a block scalar's content.
  package let column: UInt16
  /// The value as written, with its quotes, brackets or block header; without comments after it.
  ///
  /// A block collection reaches from its first key or dash to the end of its last value. A missing value is
  /// empty and lies just after its colon or dash.
  package internal(set) var range: ByteRange
  /// The index just after the subtree.
  package internal(set) var next: UInt32
}

/// A node's index in its document.
package struct NodeID: Sendable, Hashable {
  package let index: UInt32

  package init(index: UInt32) {
    self.index = index
  }
}
