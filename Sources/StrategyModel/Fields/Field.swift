package import StrictYAML

/// One field of a record: its description, and how to read its value.
package struct Field<Owner: Sendable>: Sendable {
  private let described: Described
  /// The name as a short word: the reader looks for it at every key.
  let word: ShortWord
  /// Reads the value at a node into the owner; the reader records its faults.
  let read: @Sendable (inout Owner, NodeID, inout FieldReader) -> Void

  /// A field that every record has.
  ///
  /// - Parameter consequence: what a change of it means.
  package static func required<Value: FieldValue>(
    _ name: String, _ summary: String, example: String? = nil, changing consequence: Consequence,
    set: @escaping @Sendable (inout Owner, Value) -> Void
  ) -> Field {
    Field(name, summary, example, isRequired: true, consequence, set)
  }

  /// A field that may be left out.
  package static func optional<Value: FieldValue>(
    _ name: String, _ summary: String, example: String? = nil, changing consequence: Consequence,
    set: @escaping @Sendable (inout Owner, Value) -> Void
  ) -> Field {
    Field(name, summary, example, isRequired: false, consequence, set)
  }

  private init<Value: FieldValue>(
    _ name: String, _ summary: String, _ example: String?, isRequired: Bool, _ consequence: Consequence,
    _ set: @escaping @Sendable (inout Owner, Value) -> Void
  ) {
    described = Described(
      FieldDescription(
        name: name, shape: Value.shape, isRequired: isRequired, summary: summary, example: example,
        consequence: consequence))
    word = ShortWord(name)
    read = { owner, node, reader in
      if let value = Value(node, &reader) { set(&owner, value) }
    }
  }
}

extension Field {
  package var description: FieldDescription { described.description }

  /// What users keep in a record for themselves.
  package static var anythingElse: Field {
    .optional(
      "meta", "Anything you want to keep here; northstar does not read it.", changing: .safe("nothing is read from it")
    ) { (_: inout Owner, _: Anything) in }
  }
}

/// Keeps a description apart from its field, so that the reader, which goes through the fields at every key, finds them
/// close together in memory.
private final class Described: Sendable {
  let description: FieldDescription

  init(_ description: FieldDescription) { self.description = description }
}

/// A value that a field can hold.
package protocol FieldValue: Sendable {
  static var shape: Shape { get }
  /// The field by which two versions of an item in a list are matched; `nil` for all but some records.
  static var itemKey: String? { get }
  /// Reads the value at a node; `nil` when it does not have this shape, which the reader then records.
  init?(_ node: NodeID, _ reader: inout FieldReader)
}

extension FieldValue {
  package static var itemKey: String? { nil }
}

/// A mapping with named fields.
package protocol Record: FieldValue {
  init()
  static var fields: [Field<Self>] { get }
  /// The whole mapping in the file.
  var range: ByteRange { get set }
}

extension Record {
  package static var shape: Shape { .record(fields.map(\.description)) }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    self.init()
    guard reader.read(fields: Self.fields, of: node, into: &self) else { return nil }
  }
}
