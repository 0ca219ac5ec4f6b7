import StrictYAML

extension Document {
  /// The texts that mean a control character, including keys and fields that nobody reads.
  ///
  /// A literal control character makes the text unreadable as YAML; an escape in double quotes is the other way to
  /// write one.
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
  /// A control character that is neither a tab nor the end of a line: a keyboard key, or a terminal command.
  package var isRefusedControl: Bool {
    value < 0x20 ? value != 0x09 && value != 0x0A : (0x7F...0x9F).contains(value)
  }
}
