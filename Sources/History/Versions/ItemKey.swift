package import StrategyModel
package import StrictYAML

extension Document {
  /// A key that distinguishes an item of a list from the others.
  ///
  /// - Parameter list: the shape of the list; `nil` when it has no description.
  package func itemKey(of item: NodeID, in list: Shape?) -> String {
    guard self[item].kind == .mapping else { return line(of: item) }
    if case .list(_, let key?)? = list, let value = value(forKey: key, in: item) { return line(of: value) }
    guard case .list(.record(let fields), _)? = list else { return line(of: item) }
    let parts = fields.filter { $0.isRequired && $0.shape.identifies }
      .compactMap { value(forKey: $0.name, in: item).map(line(of:)) }
    return parts.isEmpty ? line(of: item) : parts.joined(separator: " ")
  }

  /// The whole content of a node, on one line.
  private func line(of node: NodeID) -> String {
    switch self[node].kind {
    case .scalar: string(of: node)
    case .mapping:
      entries(of: node).map { "\(string(of: $0.key)): \(line(of: $0.value))" }.sorted().joined(separator: ", ")
    case .sequence: items(of: node).map(line(of:)).joined(separator: ", ")
    }
  }
}

extension Shape {
  /// Whether the field identifies an item without a key of its own: true for every short required field.
  fileprivate var identifies: Bool {
    switch self {
    case .identifier, .reference, .entity, .local, .day: true
    default: false
    }
  }
}
