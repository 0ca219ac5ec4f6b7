import Presentation
import StrategyModel

/// The shape of a JSON value that a command prints.
indirect enum OutputShape: Sendable, ExpressibleByDictionaryLiteral {
  case text
  /// `2026-03-31`.
  case day
  /// A commit's full id.
  case commit
  case number
  /// A whole number.
  case count
  case flag
  case choice([String])
  case list(OutputShape)
  /// An object with any keys.
  case map(OutputShape)
  /// An object with exactly these keys.
  case object([String: OutputShape])
  /// An object with at least these keys.
  case open([String: OutputShape])
  case anyOf([OutputShape])
  case orNull(OutputShape)
  /// A key that may be left out.
  case optional(OutputShape)
  /// One of the schema's own definitions.
  case reference(String)
  case described(OutputShape, String)
  case anything

  init(dictionaryLiteral elements: (String, OutputShape)...) {
    self = .object(Dictionary(elements) { $1 })
  }

  static func choice<Values: CaseIterable & RawRepresentable>(_: Values.Type) -> OutputShape
  where Values.RawValue == String {
    .choice(Values.allCases.map(\.rawValue))
  }

  static var texts: OutputShape { .list(.text) }

  /// The shape with a sentence that says what it holds.
  func that(_ sentence: String) -> OutputShape { .described(self, sentence) }

  /// The shape of an object with more keys.
  func with(_ more: [String: OutputShape]) -> OutputShape {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(more) { $1 })
  }
}

extension OutputShape {
  /// As a JSON Schema, draft 2020-12.
  var schema: JSONValue { .object(keywords) }

  private var keywords: [String: JSONValue] {
    switch self {
    case .text: ["type": "string"]
    case .day: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .commit: ["type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$"]
    case .number: ["type": "number"]
    case .count: ["type": "integer"]
    case .flag: ["type": "boolean"]
    case .choice(let words): ["type": "string", "enum": .array(words.map(JSONValue.string))]
    case .list(let item): ["type": "array", "items": item.schema]
    case .map(let value): ["type": "object", "additionalProperties": value.schema]
    case .object(let fields): OutputShape.keywords(of: fields)
    case .open(let fields): OutputShape.keywords(of: fields).filter { $0.key != "additionalProperties" }
    case .anyOf(let shapes): ["anyOf": .array(shapes.map(\.schema))]
    case .orNull(let shape): shape.nullable
    case .optional(let shape): shape.keywords
    case .reference(let name): ["$ref": .string("#/$defs/\(name)")]
    case .described(let shape, let sentence): shape.keywords.merging(["description": .string(sentence)]) { $1 }
    case .anything: [:]
    }
  }

  private static func keywords(of fields: [String: OutputShape]) -> [String: JSONValue] {
    let required = fields.filter { if case .optional = $0.value { false } else { true } }.keys.sorted()
    return [
      "type": "object", "properties": .object(fields.mapValues(\.schema)),
      "required": .array(required.map(JSONValue.string)), "additionalProperties": false,
    ]
  }

  private var nullable: [String: JSONValue] {
    var keywords = keywords
    guard case .string(let type)? = keywords["type"] else { return ["anyOf": [schema, ["type": "null"]]] }
    keywords["type"] = [.string(type), "null"]
    if case .array(let words)? = keywords["enum"] { keywords["enum"] = .array(words + [.null]) }
    return keywords
  }
}
