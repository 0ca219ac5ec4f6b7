package import Presentation
import StrategyModel

/// A kind's fields as a JSON Schema, draft-07, which editors' YAML servers read.
package struct FileSchema {
  package let document: JSONValue

  package init(_ topic: FieldTopic) {
    let content = topic.field.map { FileSchema.schema($0.shape) } ?? FileSchema.record(topic.fields)
    var schema = FileSchema.merge(
      content,
      [
        "$schema": "http://json-schema.org/draft-07/schema#", "title": .string(topic.name),
        "description": .string(topic.summary),
      ])
    if topic.field == nil, case .object(var object) = schema, case .object(var properties)? = object["properties"] {
      properties["kind"] = ["const": .string(topic.kind.rawValue), "description": "What this file describes."]
      object["properties"] = .object(properties)
      schema = .object(object)
    }
    document = schema
  }

  private static func record(_ fields: [FieldDescription]) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in fields { properties[field.name] = property(field) }
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      "type": "object", "properties": .object(properties), "required": .array(required), "additionalProperties": false,
    ]
  }

  private static func property(_ field: FieldDescription) -> JSONValue {
    var extra: [String: JSONValue] = ["description": .string(field.summary)]
    if let example = field.example.flatMap({ FileSchema.example($0, field.shape) }) { extra["examples"] = [example] }
    return merge(schema(field.shape), extra)
  }

  private static func schema(_ shape: Shape) -> JSONValue {
    switch shape {
    // The scalar's type comes from the field: plain text that looks like a number may be text.
    case .text: ["type": ["string", "number", "boolean"]]
    case .local: ["type": "string"]
    case .identifier, .reference: ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"]
    case .entity: ["type": "string", "pattern": "^[a-z]+/[a-z0-9-]+(/[a-z0-9-]+){0,2}$"]
    case .day: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .number(let range): limited("number", range.lowerBound, range.upperBound, .greatestFiniteMagnitude)
    case .integer(let range): limited("integer", Double(range.lowerBound), Double(range.upperBound), 1e18)
    case .flag: ["type": "boolean"]
    case .choice(let choices): choice(choices)
    case .either(let value, let words): ["anyOf": [schema(value), choice(words)]]
    case .objective: ["type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+$"]
    case .list(let item, _): ["type": "array", "items": schema(item)]
    case .record(let fields): record(fields)
    case .dictionary(let value): ["type": "object", "additionalProperties": schema(value)]
    case .anything: [:]
    }
  }

  private static func choice(_ choices: [(value: String, summary: String)]) -> JSONValue {
    ["oneOf": .array(choices.map { ["const": .string($0.value), "description": .string($0.summary)] })]
  }

  private static func limited(_ type: String, _ lower: Double, _ upper: Double, _ unlimited: Double) -> JSONValue {
    if abs(lower) >= unlimited { return ["type": .string(type)] }
    return ["type": .string(type), "minimum": .number(lower), "maximum": .number(upper)]
  }

  /// The example as the value that a YAML reader would return; `nil` unless it is a single scalar or a short list.
  private static func example(_ text: String, _ shape: Shape) -> JSONValue? {
    switch shape {
    case .number, .integer: return Double(text).map(JSONValue.number)
    case .flag: return .flag(text == "true")
    case .either(let value, _): return example(text, value)
    case .list(let item, _):
      guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
      let items = text.dropFirst().dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
      return .array(items.compactMap { example(String($0), item) })
    case .record, .dictionary, .anything: return nil
    default: return .string(text)
    }
  }

  private static func merge(_ a: JSONValue, _ extra: [String: JSONValue]) -> JSONValue {
    guard case .object(let object) = a else { return a }
    return .object(object.merging(extra) { $1 })
  }
}
