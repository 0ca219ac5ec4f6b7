/// A value to be written: what a document means, with style hints.
package indirect enum YAMLValue: Sendable, Hashable {
  case scalar(String, ScalarStyle)
  case mapping([Entry])
  /// A mapping on one line, in braces.
  case flowMapping([Entry])
  case sequence([YAMLValue], SequenceStyle)

  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: YAMLValue

    package init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }

  /// A style that is used when the text can be written that way.
  package enum ScalarStyle: Sendable, Hashable {
    /// Plain, or quoted if plain text would be read as something else; several lines become a literal block.
    case automatic
    /// In quotes, even if plain text would do.
    case quoted
    /// Prose in lines of at most 80 columns after a `>`.
    case folded
  }

  package enum SequenceStyle: Sendable, Hashable {
    case block
    /// On one line, in brackets.
    case flow
  }

  package static func scalar(_ text: String) -> YAMLValue {
    .scalar(text, .automatic)
  }

  package static func sequence(_ items: [YAMLValue]) -> YAMLValue {
    .sequence(items, .block)
  }
}

extension YAMLValue.Entry {
  package static func == (a: Self, b: Self) -> Bool { a.key.isExactly(b.key) && a.value == b.value }
}

extension YAMLValue {
  package static func == (a: YAMLValue, b: YAMLValue) -> Bool {
    switch (a, b) {
    case (.scalar(let a, let style), .scalar(let b, let other)): a.isExactly(b) && style == other
    case (.mapping(let a), .mapping(let b)), (.flowMapping(let a), .flowMapping(let b)): a == b
    case (.sequence(let a, let style), .sequence(let b, let other)): a == b && style == other
    default: false
    }
  }
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(stringLiteral text: String) {
    self = .scalar(text)
  }

  package init(arrayLiteral items: YAMLValue...) {
    self = .sequence(items)
  }

  package init(dictionaryLiteral entries: (String, YAMLValue)...) {
    self = .mapping(entries.map { Entry($0.0, $0.1) })
  }
}

extension YAMLValue {
  /// What a node means, regardless of how it is written.
  package init(_ document: Document, _ id: NodeID) {
    switch document[id].kind {
    case .scalar: self = .scalar(document.string(of: id))
    case .sequence: self = .sequence(document.items(of: id).map { YAMLValue(document, $0) })
    case .mapping:
      self = .mapping(
        document.entries(of: id).map { Entry(document.string(of: $0.key), YAMLValue(document, $0.value)) })
    }
  }
}
