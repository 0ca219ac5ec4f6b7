import History
import StrategyModel
import StrategyStore
import StrictYAML

/// A change of one field.
package enum FieldEdit {
  case set(String)
  case unset
  case add(String)
  case remove(String)

  /// The change of the document; `nil` when the field already has this value.
  func change(of place: FieldPlace, in document: Document) throws(StrategyError) -> Change? {
    switch self {
    case .set(let value): try setting(value, place, document)
    case .unset: place.missing.isEmpty ? .remove(place.present) : nil
    case .add(let item): try adding(item, place, document)
    case .remove(let item): try removing(item, place, document)
    }
  }

  private func setting(_ value: String, _ place: FieldPlace, _ document: Document) throws(StrategyError) -> Change? {
    switch place.shape {
    case .list(let item, _):
      let way = item.ownValue ? "Add or remove items in place of setting it." : "Name one item: \(place.path)[…]."
      throw StrategyError(.badRequest, message: "'\(place.path)' is a list", help: [Remedy(way)])
    case .record(let fields):
      let names = fields.map { "\(place.path).\($0.name)" }.joined(separator: ", ")
      throw StrategyError(
        .badRequest, message: "'\(place.path)' has fields of its own", help: ["Name one of them: \(names)."])
    default: break
    }
    guard let node = place.node else { return place.adding(.scalar(value)) }
    return document[node].kind == .scalar && document.string(of: node).isExactly(value)
      ? nil : .set(place.present, value)
  }

  private func adding(_ item: String, _ place: FieldPlace, _ document: Document) throws(StrategyError) -> Change? {
    try requireList(place)
    guard let node = place.node else { return place.adding(.sequence([.scalar(item)], .flow)) }
    return document.strings(of: node).contains { $0.isExactly(item) } ? nil : .append(place.present, .scalar(item))
  }

  private func removing(_ item: String, _ place: FieldPlace, _ document: Document) throws(StrategyError) -> Change? {
    try requireList(place)
    let items = place.node.map(document.strings) ?? []
    guard let index = items.firstIndex(where: { $0.isExactly(item) }) else {
      throw .unknown(item, among: items, "item in '\(place.path)':")
    }
    return .remove(place.present + [.index(index)])
  }

  private func requireList(_ place: FieldPlace) throws(StrategyError) {
    if case .anything = place.shape { return }
    guard place.shape.item?.ownValue ?? false else {
      throw StrategyError(.badRequest, message: "'\(place.path)' is not a list of plain values")
    }
  }
}

extension Document {
  /// The items of a list, as text.
  fileprivate func strings(of list: NodeID) -> [String] {
    items(of: list).map { self[$0].kind == .scalar ? string(of: $0) : "" }
  }
}

extension Shape {
  /// Whether a value of this shape is one scalar.
  package var ownValue: Bool {
    switch self {
    case .list, .record, .dictionary: false
    default: true
    }
  }
}
