import Diagnostics
import StrategyModel
import StrictYAML

struct DuplicateID: Rule {
  let card = Card(
    id: "NS116", name: "duplicate-id", severity: .error,
    summary: "Two files describe an entity of the same kind and id.",
    rationale: """
      A reference to the id gets one of the two, depending only on the order of the paths. It happens when a file is \
      copied as a start, or when two branches add the same thing. Give one of them another id, or remove it.
      """,
    wrong: [
      Example(
        "teams/reach.yaml",
        """
        kind: team
        id: ↓growth
        name: Reach
        lead: lin
        """)
    ],
    right: [
      Example("teams/growth.yaml", replacing: "name: Growth", with: "name: Onboarding")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    var duplicates = Duplicates(strategy: strategy, report: report)
    strategy.visitTables(&duplicates)
    report = duplicates.report
  }
}

private struct Duplicates: TableVisitor {
  let strategy: Strategy
  var report: Report

  /// For a second settings file there is a rule of its own.
  mutating func visit<Element>(_ table: Table<Element>) {
    guard Element.kind != .strategy else { return }
    for (later, earlier) in table.duplicates {
      guard let id = table.all[later].id, let first = table.all[earlier].id else { continue }
      report.add(
        .duplicate(Element.kind, id.value), at: strategy.location(table.all[later].file, id.range),
        subject: table.all[later].subject,
        notes: [Note("first described here", at: strategy.location(table.all[earlier].file, first.range))],
        help: ["Give one of them another id, or remove it."])
    }
  }
}

extension String {
  fileprivate static func duplicate(_ kind: Kind, _ id: String) -> String { "duplicate \(kind.word) '\(id)'" }
}
