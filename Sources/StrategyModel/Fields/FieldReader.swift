package import StrictYAML

/// Reads one document's nodes into typed values and records every fault on the way.
package struct FieldReader: Sendable {
  package let document: Document
  package private(set) var faults: [FieldFault] = []
  package private(set) var references: [ReferenceUse] = []

  init(_ document: Document) {
    self.document = document
    references.reserveCapacity(document.nodes.count / 8)
  }

  func range(of node: NodeID) -> ByteRange { document[node].range }

  mutating func report(_ fault: FieldFault.Kind, at range: ByteRange) {
    faults.append(FieldFault(kind: fault, range: range))
  }

  mutating func use(
    _ kind: Kind, _ id: String, at range: ByteRange, withKind: Bool = false, objective: String? = nil
  ) {
    references.append(
      ReferenceUse(id: id, range: range, kind: kind, isWrittenWithKind: withKind, objective: objective))
  }

  /// The text of a plain scalar that begins with a letter, as words do; `nil` for everything else.
  func plainText(of node: NodeID) -> String? {
    let found = document[node]
    guard case .plain = found.style, case .scalar = found.kind, !found.range.isEmpty else { return nil }
    let first = document.text[found.range.indices.lowerBound]
    return first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") ? document.string(of: node) : nil
  }

  /// Reads a value in whose place some words are allowed, which its faults then name.
  mutating func offering<Value>(_ words: String, _ read: (inout FieldReader) -> Value?) -> Value? {
    let before = faults.count
    let value = read(&self)
    for position in before..<faults.count {
      guard case .wrongType(let expected, let found) = faults[position].kind else { continue }
      faults[position].kind = .wrongType(expected: "\(expected) or \(words)", found: found)
    }
    return value
  }

  /// The decoded text of a scalar; reports and returns `nil` for anything else and for a missing value.
  mutating func scalar(_ node: NodeID, expecting expected: @autoclosure () -> String) -> String? {
    let found = document[node]
    switch found.style {
    case .block, .flow:
      report(.wrongType(expected: expected(), found: found.kind == .mapping ? "a mapping" : "a list"), at: found.range)
      return nil
    case .unreadable:
      return nil
    case .plain where found.range.isEmpty:
      report(.emptyValue(expected: expected()), at: found.range)
      return nil
    case .plain, .singleQuoted, .doubleQuoted, .literal, .folded:
      return document.string(of: node)
    }
  }

  /// Reads the entries of a mapping into `owner`; false when the node is not a mapping.
  ///
  /// Files mostly keep the order of the description, so the search for a key starts after the last one found.
  mutating func read<Owner>(fields: [Field<Owner>], of node: NodeID, into owner: inout Owner) -> Bool
  where Owner: Record {
    let found = document[node]
    if case .unreadable = found.style { return false }
    guard case .mapping = found.kind else {
      report(.notA("mapping", found), at: found.range)
      return false
    }
    owner.range = found.range
    var seen: UInt64 = 0
    var next = 0
    var unknown: [NodeID] = []
    for (key, value) in document.entries(of: node) {
      guard let position = position(of: key, in: fields, from: next) else {
        unknown.append(key)
        continue
      }
      seen |= 1 << UInt64(position)
      next = position + 1
      let before = faults.count
      fields[position].read(&owner, value, &self)
      if faults.count > before { attribute(faultsFrom: before, to: fields[position].description.name) }
    }
    if !unknown.isEmpty { report(unknown: unknown, in: node, fields: fields.map(\.description)) }
    for (position, field) in fields.enumerated()
    where field.description.isRequired && seen & (1 << UInt64(position)) == 0 {
      report(.missingField(field.description.hint), at: firstKey(of: node) ?? found.range)
    }
    return true
  }

  private func position<Owner>(of key: NodeID, in fields: [Field<Owner>], from start: Int) -> Int? {
    let word = document.shortWord(of: key)
    for position in start..<fields.count where fields[position].word == word { return position }
    for position in 0..<start where fields[position].word == word { return position }
    return nil
  }

  /// A value's faults are attributed to the innermost field around it.
  private mutating func attribute(faultsFrom first: Int, to field: String) {
    for position in first..<faults.count where faults[position].field == nil { faults[position].field = field }
  }

  private mutating func report(unknown: [NodeID], in node: NodeID, fields: [FieldDescription]) {
    let keys = document.entries(of: node).map { document.string(of: $0.key) }
    for key in unknown {
      let fault = UnknownKey(name: document.string(of: key), known: fields.map(\.name), keys: keys)
      report(.unknownField(fault), at: range(of: key))
    }
  }

  private func firstKey(of node: NodeID) -> ByteRange? {
    for (key, _) in document.entries(of: node) { return range(of: key) }
    return nil
  }
}

/// A place where a file names another entity.
package struct ReferenceUse: Sendable {
  package let id: String
  package let range: ByteRange
  package let kind: Kind
  /// Whether the file says `metric/activation-rate` rather than `activation-rate`.
  package let isWrittenWithKind: Bool
  /// The objective in the OKRs that it names, as in `2026-q1/growth/easier-invitations`.
  package let objective: String?
}
