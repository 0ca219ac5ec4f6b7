import FoundationEssentials

/// JSON as every command prints it: sorted keys, two spaces, slashes as they are, a final line end.
package func encodeJSON(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self).escapingHidden + "\n"
}

/// An answer from files or history, as JSON; everything that could not be read is under `notes`.
///
/// - Parameter notes: in addition to the answer's own notes.
package func encodeJSON(_ answer: JSONValue, notes: [String]) throws -> String {
  guard case .object(var object) = answer else { return try encodeJSON(answer) }
  var all: [JSONValue] = []
  if case .array(let own) = object["notes"] { all = own }
  let said = Set(all.compactMap { if case .string(let text) = $0 { text } else { nil } })
  object["notes"] = .array(notes.filter { !said.contains($0) }.map(JSONValue.string) + all)
  return try encodeJSON(JSONValue.object(object))
}

/// A JSON value that is built piece by piece.
package indirect enum JSONValue: Encodable, Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case string(String)
  /// `null` where it is not finite: JSON cannot express that.
  case number(Double)
  case flag(Bool)
  case array([JSONValue])
  case object([String: JSONValue])
  case null

  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .number(let value): value.isFinite ? try container.encode(value) : try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}

extension JSONValue {
  package static func orNull(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  package static func orNull(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
