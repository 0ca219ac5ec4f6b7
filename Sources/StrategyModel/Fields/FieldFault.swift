package import StrictYAML

/// Something in a file that does not match the description of its field.
package struct FieldFault: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case unknownField(UnknownKey)
    case missingField(FieldHint)
    /// `expected` and `found` with their article: "a day like 2026-01-05", "a list".
    case wrongType(expected: String, found: String)
    case emptyValue(expected: String)
    case unknownChoice(value: String, choices: [String])
    case invalidIdentifier(value: String)
    /// `allowed` as a span: "0 to 1".
    case outOfRange(value: String, allowed: String)
    /// A text contains a character that is not text, given by its number.
    case controlCharacter(UInt32)

    /// A node is not the collection that was expected.
    static func notA(_ expected: String, _ node: Node) -> Kind {
      switch node.kind {
      case .scalar where node.style == .plain && node.range.isEmpty: .emptyValue(expected: "a \(expected)")
      case .scalar: .wrongType(expected: "a \(expected)", found: "a plain value")
      case .mapping: .wrongType(expected: "a \(expected)", found: "a mapping")
      case .sequence: .wrongType(expected: "a \(expected)", found: "a list")
      }
    }
  }

  package internal(set) var kind: Kind
  package let range: ByteRange
  /// The field whose value is at fault; `nil` when the fault is the field itself, or is outside all fields.
  package internal(set) var field: String?
}

/// A key that is not a field of its record.
package struct UnknownKey: Sendable, Hashable {
  package let name: String
  package let known: [String]
  /// Every key of the mapping, including this one.
  package let keys: [String]
}

/// How a missing field would look.
package struct FieldHint: Sendable, Hashable {
  package let name: String
  /// One sentence with its period.
  package let summary: String
  /// A value on one line.
  package let example: String?
}

extension FieldDescription {
  var hint: FieldHint { FieldHint(name: name, summary: summary, example: example) }
}
