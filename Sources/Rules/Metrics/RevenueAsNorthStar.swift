import Diagnostics
import StrategyModel

struct RevenueAsNorthStar: Rule {
  let card = Card(
    id: "NS402", name: "revenue-as-north-star", severity: .warning,
    summary: "The North Star is a business result such as revenue or profit.",
    rationale: """
      Revenue shows what worked months ago, and a squad cannot act on it. As a North Star it asks teams for money now, \
      even when that costs customers later. Choose the value that customers get and that leads revenue, and keep \
      revenue as a result that the North Star drives.
      """,
    wrong: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "name: Weekly hosted meetings",
        with: "name: ↓Revenue per workspace")
    ],
    right: [
      Example(
        "metrics/weekly-hosted-meetings.yaml", replacing: "name: Weekly hosted meetings",
        with: "name: Meetings that lead to revenue")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for i in strategy.graph.northStars {
      let metric = strategy.metrics.all[i]
      guard let id = metric.id else { continue }
      for text in [metric.name, metric.definition?.counts].compactMap({ $0 }) {
        guard let shape = MetricShape.result(in: text.value, unit: metric.definition?.unit?.value) else { continue }
        report.add(.revenue(id.value, shape), about: metric, at: text.range, in: strategy, help: [shape.help])
        break
      }
    }
  }
}

extension String {
  fileprivate static func revenue(_ metric: String, _ shape: MetricShape) -> String {
    "the North Star '\(metric)' \(shape.fault)"
  }
}
