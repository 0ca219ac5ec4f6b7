import StrictYAML
import TestSupport

extension Chance {
  /// A change that fits a document more often than not.
  mutating func change(of document: Document) -> Change {
    guard let root = document.root else { return .insert([], entry(), .end) }
    var places: [(path: [PathStep], kind: Node.Kind)] = []
    Self.collect(document, root, [], &places)
    let place = one(of: places)
    switch (below(10), place.kind) {
    case (0, _): return .remove(place.path)
    case (1, _): return .rename(place.path, happens(80) ? one(of: Snippets.words) : text())
    case (2, _): return .insert(place.path, entry(), .end)
    case (3, _): return .append(place.path + [.key("list")], value(depth: 0))
    case (_, .scalar): return happens(70) ? .set(place.path, text()) : .append(place.path, value(depth: 0))
    case (4..<7, .sequence):
      let count = document.node(at: place.path).map { Array(document.items(of: $0)).count } ?? 0
      return .insertItem(place.path, value(depth: 0), at: below(count + 1))
    case (_, .sequence): return .append(place.path, value(depth: 0))
    case (_, .mapping): return .insert(place.path, entry(), position(in: document, place.path))
    }
  }

  private static func collect(
    _ document: Document, _ id: NodeID, _ path: [PathStep], _ places: inout [(path: [PathStep], kind: Node.Kind)]
  ) {
    places.append((path, document[id].kind))
    for entry in document.entries(of: id) {
      collect(document, entry.value, path + [.key(document.string(of: entry.key))], &places)
    }
    for (index, item) in document.items(of: id).enumerated() {
      collect(document, item, path + [.index(index)], &places)
    }
  }

  private mutating func position(in document: Document, _ path: [PathStep]) -> Change.Position {
    guard let id = document.node(at: path) else { return .end }
    let keys = document.entries(of: id).map { document.string(of: $0.key) }
    guard let key = keys.isEmpty ? nil : one(of: keys) else { return .end }
    return one(of: [.end, .before(key), .after(key)])
  }

  private mutating func entry() -> YAMLValue.Entry {
    YAMLValue.Entry(happens(70) ? "added" : text(), value(depth: 0))
  }

  /// A value of any shape, with style hints.
  mutating func value(depth: Int) -> YAMLValue {
    switch below(depth < 3 ? 8 : 5) {
    case 5: .sequence((0..<below(4)).map { _ in value(depth: depth + 1) }, happens(50) ? .block : .flow)
    case 6: .mapping((0..<below(4)).map { .init("key\($0)", value(depth: depth + 1)) })
    case 7: .flowMapping((0..<below(4)).map { .init("key\($0)", value(depth: depth + 1)) })
    default: .scalar(text(), one(of: [.automatic, .automatic, .quoted, .folded]))
    }
  }

  /// A text of any kind except two: NUL and the byte order mark cannot be written.
  mutating func text() -> String {
    switch below(8) {
    case 0: one(of: Snippets.odd).replacing("\u{FEFF}", with: "x")
    case 1: one(of: Snippets.odd).replacing("\u{FEFF}", with: "y") + one(of: Snippets.words)
    case 2:
      (0...below(4)).map { _ in one(of: Snippets.lines + ["", " indented", "\tx", "  "]) }.joined(separator: "\n")
    case 3: (0...below(4)).map { _ in one(of: Snippets.lines + ["", "", " x"]) }.joined(separator: "\n") + "\n"
    case 4: (0...below(40)).map { _ in one(of: Snippets.words) }.joined(separator: one(of: [" ", " ", "  ", "\n"]))
    case 5: one(of: ["", "", "\n", "\n\n", " ", "\t", "a\r\nb", "a\n\n", "\u{1F600}\u{7}", "x\u{2028}", "\r"])
    default: one(of: Snippets.words)
    }
  }
}
