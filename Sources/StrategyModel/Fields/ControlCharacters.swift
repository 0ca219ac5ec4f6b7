import StrictYAML

extension Document {
  /// The texts that mean a control character, keys and what nobody reads included.
  ///
  /// Where one stands as it is, the text is no plain text to begin with; an escape in double quotes is the other way.
  var controlCharacters: [FieldFault] {
    guard hasEscapes else { return [] }
    return nodes.indices.compactMap { position in
      let node = nodes[position]
      guard node.style == .doubleQuoted, text[node.range.indices].contains(UInt8(ascii: "\\")) else { return nil }
      let decoded = string(of: NodeID(index: UInt32(position)))
      guard let found = decoded.unicodeScalars.first(where: { $0.isRefusedControl }) else { return nil }
      return FieldFault(kind: .controlCharacter(found.value), range: node.range)
    }
  }
}

extension Unicode.Scalar {
  /// A control character that is neither a tab nor the end of a line: a key of a keyboard, or an order to a terminal.
  package var isRefusedControl: Bool {
    value < 0x20 ? value != 0x09 && value != 0x0A : (0x7F...0x9F).contains(value)
  }
}
