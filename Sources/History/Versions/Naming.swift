package import StrategyModel
package import StrictYAML

/// The names of a document's fields, items and values in the paths of leaves.
package struct Naming: Sendable {
  private let document: Document

  package init(_ document: Document) { self.document = document }

  /// An item's name in its list; equal names are numbered.
  package func name(of item: NodeID, in list: Shape?, counting seen: inout [String: Int]) -> String {
    let key = escaped(document.itemKey(of: item, in: list))
    let count = seen[key, default: 0] + 1
    seen[key] = count
    return count > 1 ? "\(key)#\(count)" : key
  }

  /// The value of a scalar in a normalised form; `nil` when no value is written, which means the same as no field.
  package func value(of scalar: NodeID, _ shape: Shape?) -> String? {
    let found = document[scalar]
    return found.style == .plain && found.range.isEmpty ? nil : normal(document.string(of: scalar), shape)
  }

  /// Keeps paths unambiguous, whatever a key contains.
  package func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { "[]\\.#".utf8.contains($0) }) else { return key }
    return key.reduce(into: "") { text, character in
      if "[]\\.#".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// A normalised form, the same for all ways to write a value.
  private func normal(_ text: String, _ shape: Shape?) -> String {
    switch shape {
    case .number, .integer:
      guard let number = Double(text), number.isFinite else { return text }
      return number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .either(let value, _): return normal(text, value)
    case .text:
      var text = text
      while text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
      return text
    default: return text
    }
  }
}

extension Shape {
  package var item: Shape? { if case .list(let item, _) = self { item } else { nil } }

  package func field(_ name: String) -> Shape? {
    switch self {
    case .record(let fields): fields.first { $0.name == name }?.shape
    case .dictionary(let value): value
    default: nil
    }
  }
}
