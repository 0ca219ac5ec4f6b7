import History
import Presentation
package import StrategyModel
package import StrategyStore
import StrictYAML

/// An entity that is built from single fields.
package struct NewEntity {
  package let kind: Kind
  package let id: String
  private var value: YAMLValue

  package init(_ kind: Kind, _ id: String) throws(StrategyError) {
    self.kind = kind
    self.id = id
    guard kind != .strategy else {
      throw StrategyError(
        message: "a strategy has one \(Kind.settingsFile)", help: ["Create one with \(run: .initialise())."])
    }
    guard kind == .okrs || kind == .checkins else {
      try Identifier.require(id, kind.noun)
      value = ["kind": .scalar(kind.rawValue), "id": .scalar(id)]
      return
    }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ Identifier.isValid($0) }) else {
      throw StrategyError(
        .badRequest, message: "'\(id.visible)' is not an id of \(kind.noun)",
        help: ["Write the cycle and the team: 2026-q1/growth."])
    }
    value = ["kind": .scalar(kind.rawValue), "cycle": .scalar(parts[0]), "team": .scalar(parts[1])]
  }

  /// Sets a field from `definition.counts=What counts`; repeat it for lists.
  package mutating func add(_ assignment: String) throws(StrategyError) {
    guard let equals = assignment.firstIndex(of: "=") else {
      throw StrategyError(.badRequest, message: "'\(assignment.visible)' is not of the form field=value")
    }
    try set(String(assignment[..<equals]), String(assignment[assignment.index(after: equals)...]))
  }

  package mutating func set(_ field: String, _ text: String) throws(StrategyError) {
    let path = try EditPath(field)
    guard !["kind", "id"].contains(field), let first = path.steps.first, first.sort == .field else {
      throw StrategyError(.badRequest, message: "'\(field.visible)' cannot be given as a field")
    }
    guard !text.isEmpty else { throw StrategyError(.badRequest, message: "'\(field)' has no value") }
    value = try value.setting(path.steps[...], text, .record(kind.description.fields), path)
  }

  /// The file's text, its fields in their usual order.
  package var text: [UInt8] { YAMLWriter.text(of: value.ordered(by: .record(kind.description.fields))) }

  /// Paths and descriptions of the required fields that have no value yet.
  ///
  /// Of a metric in use also those without which a check would fail, because of its role.
  package var missing: [(path: String, field: FieldDescription)] {
    let fields = kind.description.fields
    guard kind == .metric, value.text(of: "lifecycle") != Lifecycle.draft.rawValue,
      let role = value.text(of: "role").flatMap({ MetricRole(rawValue: $0) })
    else { return value.missing(fields, below: "") }
    let needed = Set(role.needed)
    return value.missing(fields, below: "")
      + fields.filter { needed.contains($0.name) && value[$0.name] == nil }.flatMap { field in
        guard case .record(let inner) = field.shape else { return [(field.name, field)] }
        return YAMLValue.mapping([]).missing(inner, below: field.name + ".")
      }
  }
}

extension YAMLValue {
  fileprivate var fields: [Entry] { if case .mapping(let entries) = self { entries } else { [] } }

  fileprivate var items: [YAMLValue] { if case .sequence(let items, _) = self { items } else { [] } }

  fileprivate subscript(name: String) -> YAMLValue? { fields.first { $0.key == name }?.value }

  fileprivate func text(of name: String) -> String? {
    self[name].flatMap { if case .scalar(let text, _) = $0 { text } else { nil } }
  }

  private func replacing(_ name: String, with value: YAMLValue) -> YAMLValue {
    guard self[name] != nil else { return .mapping(fields + [Entry(name, value)]) }
    return .mapping(fields.map { $0.key == name ? Entry(name, value) : $0 })
  }

  /// The value with a field set; parents are created as needed.
  fileprivate func setting(
    _ steps: ArraySlice<EditPath.Step>, _ text: String, _ shape: Shape, _ path: EditPath
  ) throws(StrategyError) -> YAMLValue {
    guard let step = steps.first else { return try scalar(text, shape, path) }
    let rest = steps.dropFirst()
    switch step.sort {
    case .field:
      let inner = try shape.inner(named: step.name)
      return replacing(step.name, with: try (self[step.name] ?? .scalar("")).setting(rest, text, inner, path))
    case .item:
      guard case .list(let item, let key) = shape, let name = key ?? item.identifyingField else {
        throw StrategyError(.badRequest, message: "'\(path)' names an item that does not exist")
      }
      var items = items
      let index = items.firstIndex { $0[name] == .scalar(step.name) } ?? items.endIndex
      if index == items.endIndex { items.append(.mapping([Entry(name, .scalar(step.name))])) }
      items[index] = try items[index].setting(rest, text, item, path)
      return .sequence(items)
    }
  }

  /// A plain value, or one more item of a list of plain values.
  private func scalar(_ text: String, _ shape: Shape, _ path: EditPath) throws(StrategyError) -> YAMLValue {
    if case .list(let item, _) = shape, item.ownValue {
      let isProse = if case .text = item { true } else { false }
      let words = isProse ? [text] : text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " }.description }
      return .sequence(items + words.map { .scalar($0) }, .flow)
    }
    if case .list(let item, let key) = shape, let name = key ?? item.identifyingField, Identifier.isValid(text) {
      return .sequence(items + [.mapping([Entry(name, .scalar(text))])])
    }
    guard shape.ownValue else {
      throw StrategyError(
        .badRequest, message: "'\(path)' has fields of its own", help: ["Give those: \(path).….=…"])
    }
    guard self == .scalar("") else {
      throw StrategyError(.badRequest, message: "'\(path)' is given twice")
    }
    return .scalar(text)
  }

  fileprivate func ordered(by shape: Shape) -> YAMLValue {
    switch (self, shape) {
    case (.mapping(let entries), .record(let fields)):
      let sorted = fields.compactMap { field in
        entries.first { $0.key == field.name }.map { Entry($0.key, $0.value.ordered(by: field.shape)) }
      }
      return .mapping(sorted)
    case (.sequence(let items, let style), .list(let item, _)):
      return .sequence(items.map { $0.ordered(by: item) }, style)
    default: return self
    }
  }

  fileprivate func missing(
    _ fields: [FieldDescription], below path: String
  ) -> [(path: String, field: FieldDescription)] {
    fields.flatMap { field -> [(path: String, field: FieldDescription)] in
      let name = path + field.name
      let value = self[field.name]
      guard value != nil || field.isRequired else { return [] }
      switch field.shape {
      case .record(let inner): return (value ?? .mapping([])).missing(inner, below: name + ".")
      case .list(.record(let inner), let key) where value != nil:
        let naming = key ?? field.shape.item?.identifyingField
        return value?.items.enumerated().flatMap { position, item in
          item.missing(inner, below: "\(name)[\(naming.flatMap(item.text) ?? String(position + 1))].")
        } ?? []
      default: return value == nil ? [(name, field)] : []
      }
    }
  }
}

extension Shape {
  /// The key that distinguishes items without a key of their own.
  fileprivate var identifyingField: String? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { field in
      switch field.shape {
      case .identifier, .reference, .entity, .local: field.isRequired
      default: false
      }
    }?.name
  }
}
