import StrategyModel
import StrategyStore
import StrictYAML

/// Gives a team another id, everywhere in one step.
package struct TeamRename {
  package let old: String
  package let new: String
  /// The new name for people; `nil` leaves it unchanged.
  package let name: String?

  package init(old: String, new: String, name: String?) {
    (self.old, self.new, self.name) = (old, new, name)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let path = try draft.path(of: .team, old)
    try requireFree(draft)
    let files = try renameReferences(in: &draft)
    for kind in [Kind.okrs, .checkins] { try moveFiles(of: kind, in: &draft) }
    try draft.edit(path, [.set(["id"], new)])
    let formerly = draft.strategy.teams[old]?.formerly.map(\.value) ?? []
    var edits: [(field: String, edit: FieldEdit)] = [("formerly", .add(old))]
    if formerly.contains(new) { edits.append(("formerly", .remove(new))) }
    if let name { edits.append(("name", .set(name))) }
    try draft.edit(.team, at: path, edits)
    if path == Kind.team.home(of: old) { try draft.move(path, to: Kind.team.home(of: new)) }
    var wording = CommitWording(topic: new, what: "the team's new id, formerly \(old)")
    wording.remarks = ["Renamed in \(files) other \(files == 1 ? "file" : "files")."]
    return wording
  }

  private func requireFree(_ draft: StrategyDraft) throws(StrategyError) {
    try Identifier.require(new, "a team")
    guard new != old, !draft.strategy.mayHave(.team, new) else {
      throw StrategyError(message: "there is already a team '\(new)'")
    }
  }

  /// Changes every place that names the team; returns the number of files.
  private func renameReferences(in draft: inout StrategyDraft) throws -> Int {
    var count = 0
    for file in draft.strategy.files {
      let uses = file.references.compactMap { use in renamed(use).map { (range: use.range, text: $0) } }
      guard !uses.isEmpty else { continue }
      let path = draft.innerPath(file.path)
      let text = draft.tipText(of: path) ?? []
      let edits = try uses.map { use throws(StrategyError) in
        let raw = text[use.range.indices]
        guard let new = TeamRename.written(use.text, like: raw) else {
          throw StrategyError(message: "'\(file.path)' names '\(old)' in a way that cannot be changed in place")
        }
        return TextEdit(range: use.range, replacement: new)
      }
      draft.write(try TextEdit.apply(edits, to: text), to: path)
      count += 1
    }
    return count
  }

  /// The new value of a place; `nil` when it does not name the team.
  private func renamed(_ use: ReferenceUse) -> String? {
    let prefix = use.isWrittenWithKind ? "\(use.kind.rawValue)/" : ""
    if use.kind == .team, use.id == old { return prefix + new }
    guard use.kind == .okrs || use.kind == .checkins, use.id.hasSuffix("/\(old)") else { return nil }
    return prefix + use.id.dropLast(old.count) + new + (use.objective.map { "/\($0)" } ?? "")
  }

  /// An id in place of another, in the same quotes.
  private static func written(_ id: String, like raw: ArraySlice<UInt8>) -> [UInt8]? {
    switch raw.first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): raw.prefix(1) + Array(id.utf8) + raw.prefix(1)
    case UInt8(ascii: "|"), UInt8(ascii: ">"), nil: nil
    default: Array(id.utf8)
    }
  }

  private func moveFiles(of kind: Kind, in draft: inout StrategyDraft) throws {
    for id in draft.strategy.ids(of: kind).sorted() where id.hasSuffix("/\(old)") {
      let path = kind.home(of: id)
      try draft.move(path, to: kind.home(of: id.dropLast(old.count) + new))
    }
  }
}
