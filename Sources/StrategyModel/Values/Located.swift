package import StrictYAML

/// A value and the bytes it was read from.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: ByteRange

  package init(_ value: Value, at range: ByteRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A value written as one scalar.
package protocol ScalarValue: Sendable {
  static var shape: Shape { get }
  /// Reads the scalar's decoded text, or says what is wrong with it.
  static func parse(_ text: String) throws(ScalarFault) -> Self
  /// Reads a plain scalar as it is written; `nil` leaves it to `parse`, which costs a string.
  static func read(_ bytes: Span<UInt8>) -> Self?
  /// What the text should have been, with its article: "a number".
  static var expectation: String { get }
}

extension ScalarValue {
  package static func read(_ bytes: Span<UInt8>) -> Self? { nil }
}

/// Why a scalar's text is not a value of its type.
package enum ScalarFault: Error {
  case wrongType
  case outOfRange(allowed: String)
  case unknownChoice([String])
  /// A day that is not in the calendar.
  case noSuchDay(nearest: Day)
}

extension Located: FieldValue where Value: ScalarValue {
  package static var shape: Shape { Value.shape }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    let found = reader.document[node]
    let range = found.range
    if case .plain = found.style, let value = Value.read(reader.document.text.span.extracting(range.indices)) {
      self.init(value, at: range)
      return
    }
    guard let text = reader.scalar(node, expecting: Value.expectation) else { return nil }
    do {
      self.init(try Value.parse(text), at: range)
    } catch {
      reader.report(error.fault(in: text, expecting: Value.expectation), at: range)
      return nil
    }
  }
}

extension ScalarFault {
  fileprivate func fault(in text: String, expecting expectation: String) -> FieldFault.Kind {
    switch self {
    case .wrongType: .wrongType(expected: expectation, found: "'\(text)'")
    case .noSuchDay(let nearest):
      .wrongType(expected: "a day that the calendar has, such as \(nearest)", found: "'\(text)'")
    case .outOfRange(let allowed): .outOfRange(value: text, allowed: allowed)
    case .unknownChoice(let choices): .unknownChoice(value: text, choices: choices)
    }
  }
}

extension Array: FieldValue where Element: FieldValue {
  package static var shape: Shape { .list(Element.shape, key: Element.itemKey) }

  /// An item that cannot be read is omitted, and the reader records why.
  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    let found = reader.document[node]
    if case .unreadable = found.style { return nil }
    guard case .sequence = found.kind else {
      reader.report(.notA("list", found), at: found.range)
      return nil
    }
    self.init()
    let items = reader.document.items(of: node)
    reserveCapacity(items.reduce(0) { count, _ in count + 1 })
    for item in items {
      if let value = Element(item, &reader) { append(value) }
    }
  }
}
