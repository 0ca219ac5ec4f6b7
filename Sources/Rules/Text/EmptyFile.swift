import Diagnostics
import StrategyModel
import StrictYAML

struct EmptyFile: Rule {
  let card = Card(
    id: "NS108", name: "empty-file", severity: .error,
    summary: "A file is empty, or contains only comments.",
    rationale: """
      An empty file is usually a half-done change: others may already refer to what should be in it. Write it, or \
      remove the file.
      """,
    wrong: [
      Example("metrics/churn.yaml", "↓"),
      Example("metrics/churn.yaml", "↓# To be written\n"),
    ],
    right: [
      Example("teams/growth.yaml", replacing: "kind: team", with: "# Since the spring\nkind: team")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for position in strategy.faultyFiles where strategy.files[position].problem == .empty {
      let file = strategy.files[position]
      report.add(
        .empty, at: Location(path: file.path, range: file.start), subject: file.subject,
        help: [file.kind.map { "Begin with 'kind: \($0.rawValue)', or remove the file." } ?? "Remove the file."])
    }
  }
}

extension String {
  fileprivate static let empty = "this file is empty"
}
