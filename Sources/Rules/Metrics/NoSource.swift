import Diagnostics
import StrategyModel

struct NoSource: Rule {
  let card = Card(
    id: "NS412", name: "no-source", severity: .warning,
    summary: "A metric in use does not say where its values come from.",
    rationale: """
      A number without a source can be neither checked nor computed again once the person who knew the query has left. \
      Name the table, the export or the report, in words that help a colleague to find it.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/activation-rate.yaml", "counts: New", "counts: ↓New"),
        ("metrics/activation-rate.yaml", "\n  source: warehouse, table workspaces", ""),
      ])
    ],
    right: [
      Example(
        "metrics/activation-rate.yaml", replacing: "source: warehouse, table workspaces", with: "source: workspaces.sql"
      )
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard metrics[i].definition.map({ $0.source == nil }) ?? false, let id = metrics[i].id,
        !strategy.mayHideFields(metrics[i].file)
      else { continue }
      report.add(
        .sourceless(id.value), about: metrics[i], at: metrics[i].definition?.counts?.range ?? id.range, in: strategy,
        help: ["Add 'source:' below 'definition:'."])
    }
  }
}

extension String {
  fileprivate static func sourceless(_ metric: String) -> String {
    "'\(metric)' does not say where its values come from"
  }
}
