import StrategyModel
package import StrategyStore
import StrictYAML

/// Changes one field of one entity.
package struct SettingField {
  package let name: String
  package let edit: FieldEdit

  package init(name: String, edit: FieldEdit) {
    (self.name, self.edit) = (name, edit)
  }

  /// - Parameters:
  ///   - person: who makes the change; `nil` when git's address belongs to nobody.
  ///   - because: the reason, for the record of a change of what a team promised.
  package func apply(to draft: inout StrategyDraft, by person: String?, because: String?) throws -> CommitWording {
    let field = try change(&draft)
    try AmendedPromise(field, in: draft.strategy, on: draft.today)?.record(by: person, because: because, in: &draft)
    return CommitWording(
      topic: field.id, what: edit.words(field.path.description), brief: edit.parts(field.path.nearest))
  }

  /// Makes the change, as part of another one.
  @discardableResult
  package func change(_ draft: inout StrategyDraft) throws(StrategyError) -> EntityField {
    let field = try EntityField(name, in: draft.strategy)
    try requireChangeable(field)
    let path = draft.innerPath(field.file.path)
    let document = Document(parsing: draft.text(of: path) ?? [])
    let place = try FieldPlace(field.path, field.kind, in: document)
    if let change = try edit.change(of: place, in: document) { try draft.edit(path, [change]) }
    return field
  }

  /// The field that identifies an entity never changes.
  private func requireChangeable(_ field: EntityField) throws(StrategyError) {
    let fixed = ["kind", "id"] + (field.kind == .okrs || field.kind == .checkins ? ["team", "cycle"] : [])
    guard let first = field.path.steps.first, field.path.steps.count == 1, fixed.contains(first.name) else { return }
    let isTeam = field.kind == .team && first.name == "id"
    throw StrategyError(
      .badRequest, message: "'\(first.name)' of \(field.entity) never changes",
      help: isTeam ? ["Give a team another id with \(run: .renameTeam(field.id))."] : [])
  }
}

extension FieldEdit {
  /// For the line of a commit.
  fileprivate func words(_ path: String) -> String {
    switch self {
    case .set(let value): "set \(path) to \(value)"
    case .unset: "unset \(path)"
    case .add(let item): "add \(item) to \(path)"
    case .remove(let item): "remove \(item) from \(path)"
    }
  }

  /// What is changed, and to what.
  fileprivate func parts(_ path: String) -> (head: String, rest: String) {
    switch self {
    case .set(let value): ("set \(path)", "to \(value)")
    case .unset: ("unset \(path)", "")
    case .add(let item): ("change \(path):", "add \(item)")
    case .remove(let item): ("change \(path):", "remove \(item)")
    }
  }
}

extension EditPath {
  /// The last item on the path, and the field in it: `completion.target`.
  fileprivate var nearest: String {
    guard let item = steps.lastIndex(where: { $0.sort == .item }), item < steps.count - 1 else { return description }
    return ([steps[item]] + steps[(item + 1)...]).map(\.name).joined(separator: ".")
  }
}
