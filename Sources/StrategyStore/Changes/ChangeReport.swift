package import History
package import Presentation
import StrategyModel
import StrictYAML

/// Semantic changes as people and programs read them.
package enum ChangeReport {
  /// One line for the entity, and one for each field.
  package static func text(_ change: EntityChange, only field: String? = nil) -> [String] {
    let judgement = change.judgement
    let title = "\(change.title)  [\(judgement.level.rawValue): \(judgement.words(change.approval))]"
    return [title] + change.shownFields(only: field).map { "  \($0.text)" }
  }

  package static func json(_ change: EntityChange) -> JSONValue {
    let judgement = change.judgement
    return [
      "entity": .string(change.key.description), "change": .string(change.word),
      "class": .string(judgement.level.rawValue), "reason": .string(judgement.reason),
      "approval": .orNull(change.approval),
      "fields": .array(change.fields.map { json($0, change) }),
    ]
  }

  private static func json(_ field: FieldChange, _ change: EntityChange) -> JSONValue {
    let judgement = change.judgement(of: field)
    return [
      "field": .string(field.path), "old": .orNull(field.old?.value), "new": .orNull(field.new?.value),
      "oldRange": range(field.old), "newRange": range(field.new), "class": .string(judgement.level.rawValue),
      "reason": .string(judgement.reason),
    ]
  }

  /// Bytes of the file, half open.
  private static func range(_ leaf: Leaf?) -> JSONValue {
    leaf.map { .array([.number(Double($0.range.lower)), .number(Double($0.range.upper))]) } ?? .null
  }

  /// A table for a pull request's comment, the worst first.
  package static func markdown(_ changes: [EntityChange], from old: String, to new: String) -> String {
    guard !changes.isEmpty else {
      return "No change of meaning between \(Markdown.code(old)) and \(Markdown.code(new)).\n"
    }
    var lines = [
      "### What changes between \(Markdown.code(old)) and \(Markdown.code(new))", "",
      "| class | what | from | to | why |",
    ]
    lines.append("| --- | --- | --- | --- | --- |")
    for change in changes.sorted(by: { $0.judgement.level > $1.judgement.level }) {
      guard !change.what.isWhole else {
        let judgement = change.judgement
        lines.append(
          "| \(judgement.level.rawValue) | \(Markdown.escaped(change.title)) | | | \(judgement.words(change.approval)) |"
        )
        continue
      }
      for field in change.fields {
        let judgement = change.judgement(of: field)
        let cells = ["\(change.key).\(field.path)", field.old?.value ?? "", field.new?.value ?? ""].map(
          Markdown.escaped)
        let why = judgement.words(change.approval(of: field))
        lines.append("| \(judgement.level.rawValue) | \(cells.joined(separator: " | ")) | \(why) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension EntityChange {
  package var word: String {
    switch what {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    case .renamed: "renamed"
    case .moved: "moved"
    }
  }

  var title: String {
    if case .renamed(let former) = what { return "renamed \(key.kind.rawValue)/\(former) to \(key)" }
    if case .moved(let heir) = what { return "moved \(key) to \(key.kind.rawValue)/\(heir)" }
    return "\(word) \(key)"
  }

  /// The fields worth a line: not every field of an entity that was added or removed as a whole.
  fileprivate func shownFields(only field: String?) -> [FieldChange] {
    if let field { return fields.filter { $0.isPart(of: field) } }
    return what.isWhole ? [] : fields
  }
}

extension FieldChange {
  package func isPart(of field: String) -> Bool {
    path == field || path.hasPrefix(field + ".") || path.hasPrefix(field + "[")
  }

  var text: String {
    switch (old, new) {
    case (let old?, let new?): "\(path.visible): \(old.value.visible) → \(new.value.visible)"
    case (nil, let new?): "\(path.visible): \(new.value.visible) (new)"
    case (let old?, nil): "\(path.visible): \(old.value.visible) (gone)"
    default: path.visible
    }
  }
}
