import Presentation
import StrategyModel
import StrategyStore

/// A field that somebody named, as `blame` prints it: `activation-rate.owner.person`.
package struct EntityField {
  let kind: Kind
  let id: String
  /// The file that describes the entity, from the repository's top.
  let file: StrategyFile
  let path: EditPath

  init(_ name: String, in strategy: Strategy) throws(StrategyError) {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw StrategyError(
        .badRequest, message: "'\(name.visible)' does not name a field",
        help: ["Name the entity and the field, as in <metric>.owner.person."])
    }
    let path = try EditPath(parts[1])
    self.path = path
    let entity = parts[0]
    // A team's OKRs and check-ins in a cycle have one name; the field tells them apart.
    let fitting = EntityName.all(entity, in: strategy).filter { found in
      found.kind.description.fields.contains { $0.name == path.steps.first?.name }
    }
    if fitting.count == 1, let only = fitting.first {
      (kind, id, file) = (only.kind, only.id, only.file)
    } else {
      let name = try EntityName(entity, in: strategy)
      (kind, id, file) = (name.kind, name.id, name.file)
    }
  }

  /// `metric/activation-rate`.
  var entity: String { "\(kind.rawValue)/\(id)" }
}

/// The path from an entity to one of its fields: `objectives[first-meeting].key_results[completion].target`.
struct EditPath: CustomStringConvertible {
  struct Step: Equatable {
    enum Sort { case field, item }
    let sort: Sort
    /// The field's name, or the item's key.
    let name: String
    /// Which of the items with that key, from 1.
    var number = 1
  }

  private(set) var steps: [Step] = []
  let description: String

  init(_ text: String) throws(StrategyError) {
    description = text
    var scanner = EditPathScanner(text)
    while let step = try scanner.next() { steps.append(step) }
  }
}

/// Parses a path; a backslash escapes the next character.
private struct EditPathScanner {
  private let text: String
  private var rest: Substring

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func next() throws(StrategyError) -> EditPath.Step? {
    guard let first = rest.first else { return nil }
    if first == "[" { return try item() }
    if first == ".", rest.startIndex != text.startIndex { rest = rest.dropFirst() }
    let name = word(until: ".[")
    guard !name.isEmpty, rest.first != "." || rest.count > 1 else { throw malformed }
    return EditPath.Step(sort: .field, name: name)
  }

  private mutating func item() throws(StrategyError) -> EditPath.Step {
    rest = rest.dropFirst()
    let key = word(until: "]#")
    var number = 1
    if rest.first == "#" {
      guard let counted = Int(rest.dropFirst().prefix { $0 != "]" }), counted > 0 else { throw malformed }
      number = counted
      rest = rest.drop { $0 != "]" }
    }
    guard rest.first == "]" else { throw malformed }
    rest = rest.dropFirst()
    return EditPath.Step(sort: .item, name: key, number: number)
  }

  private mutating func word(until ends: String) -> String {
    var word = ""
    while let character = rest.first, !ends.contains(character) {
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first {
        word.append(escaped)
        rest = rest.dropFirst()
      } else {
        word.append(character)
      }
    }
    return word
  }

  private var malformed: StrategyError {
    StrategyError(
      .badRequest, message: "'\(text.visible)' is not a field",
      help: ["Name fields as \(run: .blame) does: objectives[first-meeting].key_results[completion].target."])
  }
}
