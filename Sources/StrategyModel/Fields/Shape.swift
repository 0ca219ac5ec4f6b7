/// What a field may hold: the shared description from which the reader, the JSON Schema and the reference page are
/// made.
package indirect enum Shape: Sendable {
  /// Text on one line or several.
  case text
  /// A name of lower-case words: `activation-rate`.
  case identifier
  /// The identifier of another entity.
  case reference(Kind)
  /// Any entity as `kind/id`.
  case entity
  /// The identifier of something in the same file; the associated text says of what.
  case local(String)
  /// A calendar day, `2026-01-05`.
  case day
  case number(ClosedRange<Double>)
  case integer(ClosedRange<Int>)
  /// `true` or `false`.
  case flag
  case choice([(value: String, summary: String)])
  /// A value, or one of a few words in its place.
  case either(Shape, words: [(value: String, summary: String)])
  /// An objective of any team, as `<cycle>/<team>/<objective>`.
  case objective
  /// A sequence. `key` names the field by which two versions of an item are matched.
  case list(Shape, key: String?)
  case record([FieldDescription])
  /// A mapping from free names to values of one shape.
  case dictionary(Shape)
  /// Anything that users want to keep there.
  case anything
}

/// One field of a kind, described for people.
package struct FieldDescription: Sendable {
  package let name: String
  package let shape: Shape
  package let isRequired: Bool
  /// One sentence with its period.
  package let summary: String
  /// A value as it would be written in the file, on one line.
  package let example: String?
  /// What a change of its value means.
  package let consequence: Consequence
}
