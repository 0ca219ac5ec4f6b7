package import StrictYAML

/// A name that never changes: lower-case ASCII letters, digits and single hyphens, with at least one letter.
package struct Identifier: FieldValue, Hashable {
  package var value: String
  package var range: ByteRange

  package static var shape: Shape { .identifier }

  package init(_ value: String, at range: ByteRange) {
    self.value = value
    self.range = range
  }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    guard let text = reader.scalar(node, expecting: "an identifier") else { return nil }
    let found = reader.document[node]
    let range = found.range
    let isPlain = if case .plain = found.style { true } else { false }
    guard isPlain ? Identifier.isValid(reader.document.text.span.extracting(range.indices)) : Identifier.isValid(text)
    else {
      reader.report(.invalidIdentifier(value: text), at: range)
      return nil
    }
    self.init(text, at: range)
  }

  /// Words that some YAML reader takes for something else are not identifiers, so that quoting never matters.
  package static func isValid(_ text: String) -> Bool { isValid(text.utf8.span) }

  private static func isValid(_ text: Span<UInt8>) -> Bool {
    var hasLetter = false
    var previous = UInt8(ascii: "-")
    for position in text.indices {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != byte: break
      default: return false
      }
      previous = byte
    }
    return hasLetter && previous != UInt8(ascii: "-") && text.count <= 80 && !isReserved(text) && !looksLikeNumber(text)
  }

  private static func isReserved(_ text: Span<UInt8>) -> Bool {
    text.count <= 5 && reserved.contains { $0.count == text.count && text.starts(with: $0) }
  }

  private static let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].map { Array($0.utf8) }

  /// YAML reads `1e5`, `0x1f` and `0o17` as numbers.
  private static func looksLikeNumber(_ text: Span<UInt8>) -> Bool {
    let isPrefixed = text.count >= 2 && text[0] == UInt8(ascii: "0") && !text.isDigit(at: 1)
    if isPrefixed, [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(text[1]) { return true }
    var place = text.digits(from: 0)
    guard place > 0, place < text.count, text[place] == UInt8(ascii: "e") else { return false }
    place += 1
    if place < text.count, text[place] == UInt8(ascii: "-") { place += 1 }
    return place < text.count && text.digits(from: place) == text.count
  }
}

extension Span<UInt8> {
  fileprivate func isDigit(at position: Int) -> Bool { self[position] &- UInt8(ascii: "0") < 10 }

  /// The end of the digits that begin at a position.
  fileprivate func digits(from start: Int) -> Int {
    var place = start
    while place < count, isDigit(at: place) { place += 1 }
    return place
  }

  fileprivate func starts(with word: [UInt8]) -> Bool {
    for position in word.indices where self[position] != word[position] { return false }
    return true
  }
}

/// The identifier of an entity of a known kind, where another file names it.
package struct Reference<Target: Entity>: FieldValue, Hashable {
  package var id: String
  package var range: ByteRange

  package static var shape: Shape { .reference(Target.kind) }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    guard let identifier = Identifier(node, &reader) else { return nil }
    id = identifier.value
    range = identifier.range
    reader.use(Target.kind, id, at: range)
  }
}

/// Any entity, written `metric/activation-rate`.
package struct EntityReference: FieldValue, Hashable {
  package var kind: Kind
  package var id: String
  package var range: ByteRange

  package static var shape: Shape { .entity }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    let expected = "an entity like metric/activation-rate"
    guard let text = reader.scalar(node, expecting: expected) else { return nil }
    range = reader.range(of: node)
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])),
      parts[1].split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ Identifier.isValid(String($0)) })
    else {
      reader.report(.wrongType(expected: expected, found: "'\(text)'"), at: range)
      return nil
    }
    self.kind = kind
    id = String(parts[1])
    reader.use(kind, id, at: range, withKind: true)
  }

  /// `metric/activation-rate`.
  package var text: String { "\(kind.rawValue)/\(id)" }
}

/// An objective of any team, written `2026-q1/onboarding/first-meeting-obvious`.
package struct ObjectiveReference: FieldValue, Hashable {
  /// `2026-q1/onboarding`: the OKRs that contain it.
  package var okrs: String
  package var objective: String
  package var range: ByteRange

  package static var shape: Shape { .objective }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    let expected = "an objective like 2026-q1/onboarding/first-meeting-obvious"
    guard let text = reader.scalar(node, expecting: expected) else { return nil }
    range = reader.range(of: node)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts.allSatisfy(Identifier.isValid) else {
      reader.report(.wrongType(expected: expected, found: "'\(text)'"), at: range)
      return nil
    }
    okrs = parts[0] + "/" + parts[1]
    objective = parts[2]
    reader.use(.okrs, okrs, at: range, objective: objective)
  }

  /// `2026-q1/onboarding/first-meeting-obvious`.
  package var name: String { okrs + "/" + objective }
}

/// Content that users keep for themselves: not read here, and kept as it is.
package struct Anything: FieldValue {
  package static var shape: Shape { .anything }
  package init?(_ node: NodeID, _ reader: inout FieldReader) {}
}

/// A mapping from free names to values.
package struct NamedValues<Value: FieldValue>: FieldValue {
  package var entries: [(key: Located<String>, value: Value)] = []

  package static var shape: Shape { .dictionary(Value.shape) }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    let found = reader.document[node]
    guard found.kind == .mapping else {
      reader.report(.notA("mapping", found), at: found.range)
      return nil
    }
    for (key, item) in reader.document.entries(of: node) {
      let name = Located(reader.document.string(of: key), at: reader.range(of: key))
      if let value = Value(item, &reader) { entries.append((name, value)) }
    }
  }
}
