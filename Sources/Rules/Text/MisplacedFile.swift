import Diagnostics
import StrategyModel
import StrictYAML

struct MisplacedFile: Rule {
  let card = Card(
    id: "NS117", name: "misplaced-file", severity: .warning,
    summary: "A file does not stand where its kind and id put it.",
    rationale: """
      People find a thing by its path, and two branches that add the same entity only collide when both use the same \
      path. The id counts, so a file may move without losing its history: move it to where it belongs.
      """,
    wrong: [
      Example(
        "metrics/mara.yaml",
        """
        kind: person
        id: ↓mara
        name: Mara Costa
        """),
      Example(
        "people/costa.yml",
        """
        kind: person
        id: ↓mara
        name: Mara Costa
        """),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Reach")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    var places = Places(strategy: strategy, report: report)
    strategy.visitTables(&places)
    report = places.report
  }
}

private struct Places: TableVisitor {
  let strategy: Strategy
  var report: Report

  /// A file in the place of another of the same id is a duplicate first of all.
  mutating func visit<E: Entity>(_ table: Table<E>) {
    let duplicates = Set(table.duplicates.map(\.later))
    for position in table.all.indices {
      guard let id = table.all[position].id, !duplicates.contains(position) else { continue }
      let path = strategy.path(of: table.all[position].file)
      guard !path.isPlace(of: E.kind, id.value, in: strategy.folder) else { continue }
      if E.kind == .strategy, strategy.settingsFiles.all.count > 1 { continue }
      report.add(
        .misplaced(E.kind, id.value), at: strategy.location(table.all[position].file, id.range),
        subject: table.all[position].subject, help: ["Move the file, or correct its id."])
    }
  }
}

extension String {
  /// Whether the path is `folder/metrics/id.yaml`. Compares without building it: nearly every path is right.
  fileprivate func isPlace(of kind: Kind, _ id: String, in folder: String) -> Bool {
    var rest = utf8[...]
    if !folder.isEmpty { guard rest.remove(folder), rest.remove("/") else { return false } }
    guard let home = kind.folder else { return rest.elementsEqual("northstar.yaml".utf8) }
    return rest.remove(home) && rest.remove("/") && rest.remove(id) && rest.elementsEqual(".yaml".utf8)
  }

  fileprivate static func misplaced(_ kind: Kind, _ id: String) -> String {
    "\(kind.word) '\(id)' \(kind == .okrs || kind == .checkins ? "belong" : "belongs") in '\(kind.path(of: id))'"
  }
}

extension Substring.UTF8View {
  /// Drops a beginning; false when it is not there.
  fileprivate mutating func remove(_ beginning: String) -> Bool {
    guard starts(with: beginning.utf8) else { return false }
    self = dropFirst(beginning.utf8.count)
    return true
  }
}
