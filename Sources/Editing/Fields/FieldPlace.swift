import History
import Presentation
import StrategyModel
import StrategyStore
import StrictYAML

/// The existing or future place of a field in a document.
package struct FieldPlace {
  let path: EditPath
  let shape: Shape
  /// The node's path through the document, as far as it exists.
  private(set) var present: [PathStep] = []
  /// The fields that do not exist yet, outermost first.
  private(set) var missing: [String] = []
  /// The fields of the mapping that the first missing field belongs to.
  private var siblings: [FieldDescription] = []
  private var presentKeys: [String] = []
  /// The value, if it exists.
  private(set) var node: NodeID?

  /// Follows a path through a document; throws for unknown fields and missing items.
  init(_ path: EditPath, _ kind: Kind, in document: Document) throws(StrategyError) {
    self.path = path
    var shape = Shape.record(kind.description.fields)
    var node = document.root
    for step in path.steps {
      switch step.sort {
      case .field:
        let inner = try shape.inner(named: step.name)
        if let here = node, missing.isEmpty { presentKeys = document.keys(of: here) }
        let next = missing.isEmpty ? node.flatMap { document.value(forKey: step.name, in: $0) } : nil
        if next == nil, missing.isEmpty { siblings = shape.ownFields }
        if next == nil { missing.append(step.name) } else { present.append(.key(step.name)) }
        (node, shape) = (next, inner)
      case .item:
        let index = try FieldPlace.index(of: step, in: node, shape, document, path)
        present.append(.index(index))
        node = node.map { Array(document.items(of: $0))[index] }
        shape = shape.item ?? .anything
      }
    }
    self.shape = shape
    self.node = node
  }

  /// The change that adds the value where the description has its field.
  func adding(_ value: YAMLValue) -> Change {
    let inner = missing.dropFirst().reversed().reduce(value) { .mapping([YAMLValue.Entry($1, $0)]) }
    let name = missing.first ?? ""
    return .insert(present, YAMLValue.Entry(name, inner), position(of: name))
  }

  /// After the nearest preceding field that exists, else before the nearest following one.
  private func position(of name: String) -> Change.Position {
    let names = siblings.map(\.name)
    guard let own = names.firstIndex(of: name) else { return .end }
    if let before = names[..<own].last(where: presentKeys.contains) { return .after(before) }
    if let behind = names[own...].dropFirst().first(where: presentKeys.contains) { return .before(behind) }
    return .end
  }

  private static func index(
    of step: EditPath.Step, in node: NodeID?, _ shape: Shape, _ document: Document, _ path: EditPath
  ) throws(StrategyError) -> Int {
    let keys = node.map { document.items(of: $0).map { document.itemKey(of: $0, in: shape) } } ?? []
    let matches = keys.indices.filter { keys[$0] == step.name }
    guard matches.count >= step.number else { throw .unknown(step.name, among: keys, "item in '\(path)':") }
    return matches[step.number - 1]
  }
}

extension Document {
  fileprivate func keys(of mapping: NodeID) -> [String] { entries(of: mapping).map { string(of: $0.key) } }
}

extension Shape {
  /// The shape of a field, if there can be a field of that name.
  func inner(named name: String) throws(StrategyError) -> Shape {
    switch self {
    case .record(let fields):
      if let field = fields.first(where: { $0.name == name }) { return field.shape }
      throw .unknown(name, among: fields.map(\.name), "field")
    case .dictionary(let value): return value
    case .anything: return .anything
    case .list:
      throw StrategyError(
        .badRequest, message: "'\(name.visible)' cannot be a field of a list",
        help: ["Name the item, as in objectives[first-meeting].title."])
    default: throw StrategyError(.badRequest, message: "'\(name.visible)' cannot be a field of a plain value")
    }
  }

  /// The fields of a record itself.
  fileprivate var ownFields: [FieldDescription] { if case .record(let fields) = self { fields } else { [] } }
}
