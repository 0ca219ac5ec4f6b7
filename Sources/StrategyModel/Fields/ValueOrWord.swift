package import StrictYAML

/// A value, or one of a few words that say why there is none: `target: 55`, `target: to-be-set`.
package enum ValueOrWord<Value: FieldValue, Word: Choice>: FieldValue {
  case value(Value)
  case word(Located<Word>)

  package static var shape: Shape {
    .either(Value.shape, words: Word.allCases.map { ($0.rawValue, $0.summary) })
  }

  package init?(_ node: NodeID, _ reader: inout FieldReader) {
    if let word = reader.plainText(of: node).flatMap({ Word(rawValue: $0) }) {
      self = .word(Located(word, at: reader.range(of: node)))
      return
    }
    let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
    guard let value = reader.offering(words, { reader in Value(node, &reader) }) else { return nil }
    self = .value(value)
  }

  package var value: Value? { if case .value(let value) = self { value } else { nil } }
  package var word: Located<Word>? { if case .word(let word) = self { word } else { nil } }
}
