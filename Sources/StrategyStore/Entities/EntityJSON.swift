package import Presentation
package import StrategyModel
import StrictYAML

/// An entity's file as JSON: every scalar in the type that its field has.
package struct EntityJSON {
  package let value: JSONValue

  package init(_ text: [UInt8], kind: Kind) {
    let document = Document(parsing: text)
    guard let root = document.root else {
      value = .null
      return
    }
    value = EntityJSON.value(root, .record(kind.description.fields), document)
  }

  private static func value(_ node: NodeID, _ shape: Shape?, _ document: Document) -> JSONValue {
    switch document[node].kind {
    case .mapping:
      var object: [String: JSONValue] = [:]
      for (key, item) in document.entries(of: node) {
        let name = document.string(of: key)
        object[name] = value(item, inner(shape, name), document)
      }
      return .object(object)
    case .sequence:
      let item: Shape? = if case .list(let item, _)? = shape { item } else { nil }
      return .array(document.items(of: node).map { value($0, item, document) })
    case .scalar:
      return scalar(document.string(of: node), shape)
    }
  }

  private static func inner(_ shape: Shape?, _ name: String) -> Shape? {
    switch shape {
    case .record(let fields): fields.first { $0.name == name }?.shape
    case .dictionary(let value): value
    default: nil
    }
  }

  private static func scalar(_ text: String, _ shape: Shape?) -> JSONValue {
    switch shape {
    case .number, .integer: Double(text).map(JSONValue.number) ?? .string(text)
    case .either(let value, _): scalar(text, value)
    case .flag: text == "true" ? true : text == "false" ? false : .string(text)
    default: .string(text)
    }
  }
}
