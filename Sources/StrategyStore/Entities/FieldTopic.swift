import Presentation
import Rules
package import StrategyModel

/// A kind, or a field of one, that somebody asks about: `metric`, `metric.owner.since`.
package struct FieldTopic {
  package let kind: Kind
  /// The field's name and those around it; empty for the kind itself.
  let path: [String]
  /// The field asked about; `nil` for the kind itself.
  package let field: FieldDescription?

  /// - Parameter name: as a person types it.
  package init(_ name: String) throws(StrategyError) {
    var parts = name.split(separator: ".").map(String.init)
    let first = parts.isEmpty ? "" : parts.removeFirst()
    guard let kind = Kind(rawValue: first) ?? Kind(folder: first) else {
      throw .unknown(name, among: Kind.allCases.map(\.rawValue) + RuleCatalog.names, "rule, kind or field")
    }
    self.kind = kind
    path = parts
    var fields = kind.description.fields
    var found: FieldDescription?
    for part in parts {
      guard let field = fields.first(where: { $0.name == part }) else {
        throw .unknown(part, among: fields.map(\.name), "field of \(first)")
      }
      found = field
      fields = field.shape.fields
    }
    field = found
  }

  package init(_ kind: Kind) {
    self.kind = kind
    path = []
    field = nil
  }

  /// The fields inside the kind or the field.
  package var fields: [FieldDescription] { field.map { $0.shape.fields } ?? kind.description.fields }
  package var name: String { ([kind.rawValue] + path).joined(separator: ".") }
  package var summary: String { field?.summary ?? kind.summary }
}

extension Shape {
  /// The fields of a record, or of the records in a list.
  package var fields: [FieldDescription] {
    switch self {
    case .record(let fields): fields
    case .list(let item, _), .dictionary(let item): item.fields
    default: []
    }
  }

  /// The values of a choice with their meaning.
  package var choices: [(value: String, summary: String)] {
    switch self {
    case .choice(let choices), .either(_, let choices): choices
    case .list(let item, _), .dictionary(let item): item.choices
    default: []
    }
  }

  /// The values that the field may have, in words.
  package var words: String {
    switch self {
    case .text: "text"
    case .identifier: "an identifier: lower-case words joined by hyphens"
    case .reference(let kind): "the id of \(kind.noun)"
    case .entity: "an entity like metric/activation-rate"
    case .local(let what): what
    case .day: "a day like 2026-01-05"
    case .number(let range): "a number" + Shape.limits(range.lowerBound, range.upperBound, .greatestFiniteMagnitude)
    case .integer(let range): "a whole number" + Shape.limits(Double(range.lowerBound), Double(range.upperBound), 1e18)
    case .flag: "true or false"
    case .choice(let choices): "one of " + choices.map(\.value).joined(separator: ", ")
    case .either(let value, let words): value.words + ", or " + words.map(\.value).joined(separator: " or ")
    case .objective: "an objective like 2026-q1/onboarding/first-meeting-obvious"
    case .list(let item, _): "a list: " + item.words
    case .record: "a mapping"
    case .dictionary(let value): "a mapping from names to: " + value.words
    case .anything: "anything"
    }
  }

  private static func limits(_ lower: Double, _ upper: Double, _ unlimited: Double) -> String {
    abs(lower) >= unlimited ? "" : " from \(lower.plain) to \(upper.plain)"
  }
}

extension StrategyError {
  /// An error for a name that does not exist, with similar names.
  package static func unknown(_ name: String, among names: some Sequence<String>, _ what: String) -> StrategyError {
    let near = nearNames(to: name, among: names)
    let quoted = near.map { "'\($0)'" }.joined(separator: " or ")
    return StrategyError(
      .unknownName, message: "there is no \(what) '\(name)'", help: near.isEmpty ? [] : ["Did you mean \(quoted)?"])
  }
}
