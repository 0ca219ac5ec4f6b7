/// Why an edit was not made. Nothing is changed when it is thrown.
package struct EditError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// The text has faults, which have to be fixed first.
    case faultyText
    /// The path leads to nothing.
    case notFound
    /// The value at the path is of another kind than the edit needs.
    case wrongKind
    case keyExists
    /// The text cannot be written as asked.
    case unwritable
    /// Two edits of one text overlap.
    case overlap
    case outOfRange
  }

  package let code: Code
  /// One lower-case clause without a final period.
  package let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
