import Diagnostics
import StrategyModel
import StrictYAML

struct MisplacedFile: Rule {
  let card = Card(
    id: "NS117", name: "misplaced-file", severity: .warning,
    summary: "A file is not where its kind and id belong.",
    rationale: """
      People find a thing by its path, and two branches that add the same entity only collide when both use the same \
      path. The id counts, so a file can be moved without losing its history: move it to where it belongs.
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

  /// A file in the place of another with the same id is reported as a duplicate, and so is a second settings file.
  mutating func visit<Element>(_ table: Table<Element>) {
    if Element.kind == .strategy && table.all.count > 1 { return }
    let duplicates = Set(table.duplicates.map(\.later))
    let home = (strategy.folder.isEmpty ? "" : strategy.folder + "/") + (Element.kind.folder.map { $0 + "/" } ?? "")
    var place = ""
    for position in table.all.indices {
      guard let id = table.identifiers[position] else { continue }
      place.removeAll(keepingCapacity: true)
      place += home
      place += Element.kind == .strategy ? "northstar" : id.value
      place += ".yaml"
      guard strategy.path(of: table.all[position].file) != place, !duplicates.contains(position) else { continue }
      report.add(
        .misplaced(Element.kind, id.value, place), about: table.all[position], at: id.range, in: strategy,
        help: ["Move the file, or correct its id."])
    }
  }
}

extension String {
  fileprivate static func misplaced(_ kind: Kind, _ id: String, _ place: String) -> String {
    "\(kind.word) '\(id)' \(kind == .okrs || kind == .checkins ? "belong" : "belongs") in '\(place)'"
  }
}
