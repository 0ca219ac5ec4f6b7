package import StrategyModel
package import StrictYAML

/// What the fields, items and values of a document are called in the paths of leaves.
package struct Naming: Sendable {
  private let document: Document

  package init(_ document: Document) { self.document = document }

  /// An item's name in its list; equal ones are told apart by counting.
  package func name(of item: NodeID, in list: Shape?, counting seen: inout [String: Int]) -> String {
    let key = escaped(self.key(of: item, list))
    let count = seen[key, default: 0] + 1
    seen[key] = count
    return count > 1 ? "\(key)#\(count)" : key
  }

  /// What a scalar says, in one form for all ways to write it; `nil` where no value is written, which says as much as
  /// no field.
  package func value(of scalar: NodeID, _ shape: Shape?) -> String? {
    let found = document[scalar]
    return found.style == .plain && found.range.isEmpty ? nil : normal(document.string(of: scalar), shape)
  }

  /// By its key, else by everything that identifies it, else by all it says.
  private func key(of item: NodeID, _ list: Shape?) -> String {
    guard document[item].kind == .mapping else { return text(of: item) }
    if case .list(_, let key?)? = list, let value = document.value(forKey: key, in: item) { return text(of: value) }
    guard case .record(let fields)? = list?.item else { return text(of: item) }
    let parts = fields.filter { $0.isRequired && $0.shape.identifies }
      .compactMap { document.value(forKey: $0.name, in: item).map(text(of:)) }
    return parts.isEmpty ? text(of: item) : parts.joined(separator: " ")
  }

  /// All that a node says, on one line.
  private func text(of node: NodeID) -> String {
    switch document[node].kind {
    case .scalar: document.string(of: node)
    case .mapping:
      document.entries(of: node).map { "\(document.string(of: $0.key)): \(text(of: $0.value))" }.sorted()
        .joined(separator: ", ")
    case .sequence: document.items(of: node).map(text(of:)).joined(separator: ", ")
    }
  }

  /// Keeps paths unambiguous, whatever a key holds.
  package func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { "[]\\.#".utf8.contains($0) }) else { return key }
    return key.reduce(into: "") { text, character in
      if "[]\\.#".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// One form for all ways to write a value.
  private func normal(_ text: String, _ shape: Shape?) -> String {
    switch shape {
    case .number, .integer:
      guard let number = Double(text), number.isFinite else { return text }
      return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .text:
      var text = text
      while text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
      return text
    default: return text
    }
  }
}

extension Shape {
  /// What identifies an item that has no key of its own: everything short that it must have.
  fileprivate var identifies: Bool {
    switch self {
    case .identifier, .reference, .entity, .local, .day: true
    default: false
    }
  }

  package var item: Shape? { if case .list(let item, _) = self { item } else { nil } }

  package func field(_ name: String) -> Shape? {
    switch self {
    case .record(let fields): fields.first { $0.name == name }?.shape
    case .dictionary(let value): value
    default: nil
    }
  }
}
