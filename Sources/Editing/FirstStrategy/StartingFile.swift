package import StrategyModel
import StrategyStore
package import StrictYAML

/// One file of a new strategy.
struct StartingFile {
  let kind: Kind
  /// Below the strategy's folder.
  let path: String
  let value: YAMLValue
  /// Additional comments, by the field that they follow: `approvals.north_star`.
  var comments: [String: String] = [:]

  /// The file's text. The choices of a field follow its value, unless `explained` already has the field.
  func text(explaining explained: inout Set<String>) -> [UInt8] {
    let description = kind.description
    let document = Document(parsing: YAMLWriter.text(of: value))
    var found: [(end: Int, comment: String)] = []
    if let root = document.root {
      visit(root, description.fields, below: "", in: document) { field, name, node in
        guard let comment = comment(on: field, name, &explained) else { return }
        found.append((document[node].range.indices.upperBound, comment))
      }
    }
    var text = document.text
    for (end, comment) in found.reversed() {
      let start = text[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let column = String(decoding: text[start..<end], as: UTF8.self).count
      let gap = String(repeating: " ", count: max(2, 34 - column))
      text.insert(contentsOf: Array("\(gap)# \(comment)".utf8), at: end)
    }
    return text
  }

  private func comment(on field: FieldDescription, _ name: String, _ explained: inout Set<String>) -> String? {
    if let own = comments[name] { return own }
    guard case .choice(let choices) = field.shape, explained.insert("\(kind.rawValue).\(name)").inserted else {
      return nil
    }
    return choices.map(\.value).joined(separator: " | ")
  }

  /// Calls `body` with every described scalar in the file, from top to bottom.
  private func visit(
    _ node: NodeID, _ fields: [FieldDescription], below path: String, in document: Document,
    _ body: (FieldDescription, String, NodeID) -> Void
  ) {
    for item in document.items(of: node) { visit(item, fields, below: path, in: document, body) }
    for (key, value) in document.entries(of: node) {
      let key = document.string(of: key)
      guard let field = fields.first(where: { $0.name == key }) else { continue }
      if document[value].kind == .scalar { body(field, path + key, value) }
      visit(value, field.shape.fields, below: path + key + ".", in: document, body)
    }
  }
}

extension YAMLValue {
  /// A mapping of the entries that have a value, in their order.
  package static func fields(_ entries: (String, YAMLValue?)...) -> YAMLValue {
    .mapping(entries.compactMap { key, value in value.map { Entry(key, $0) } })
  }

  package static func day(_ day: Day) -> YAMLValue { .scalar(day.description) }
  package static func list(_ ids: [String]) -> YAMLValue { .sequence(ids.map { .scalar($0) }, .flow) }
  package static func choice<Word: RawRepresentable<String>>(_ word: Word) -> YAMLValue { .scalar(word.rawValue) }
}
