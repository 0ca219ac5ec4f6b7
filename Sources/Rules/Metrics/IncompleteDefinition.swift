import Diagnostics
import StrategyModel

struct IncompleteDefinition: Rule {
  let card = Card(
    id: "NS403", name: "incomplete-definition", severity: .warning,
    summary: "A metric's definition leaves out what it excludes, its window, its aggregation or its unit.",
    rationale: """
      Where a definition says nothing, two people count differently and both are right. The argument comes at the end \
      of the quarter, about a score. Also say what does not count, even if it is 'nothing'. Results are not checked: \
      finance defines them.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/activation-rate.yaml", "counts: New", "counts: ↓New"),
        ("metrics/activation-rate.yaml", "  window: calendar week\n", ""),
      ])
    ],
    right: [
      Example(
        "metrics/activation-rate.yaml", replacing: "excludes: Workspaces made by our own staff",
        with: "excludes: nothing")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].role.map({ $0.value != .result }) ?? false {
      guard let definition = metrics[i].definition, let id = metrics[i].id else { continue }
      let missing = definition.missingParts
      guard !missing.isEmpty, !strategy.mayHideFields(metrics[i].file) else { continue }
      report.add(
        .incomplete(id.value, missing), about: metrics[i], at: definition.counts?.range ?? id.range, in: strategy,
        help: ["Add them below 'definition:', so that everybody counts the same."])
    }
  }
}

extension MetricDefinition {
  fileprivate var missingParts: [String] {
    var missing: [String] = []
    if excludes == nil { missing.append("excludes") }
    if window == nil { missing.append("window") }
    if aggregation == nil { missing.append("aggregation") }
    if unit == nil { missing.append("unit") }
    return missing
  }
}

extension String {
  fileprivate static func incomplete(_ metric: String, _ missing: [String]) -> String {
    "the definition of '\(metric)' lacks \(allOf(missing))"
  }
}
