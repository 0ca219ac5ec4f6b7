import Diagnostics
import StrategyModel

struct OwnershipInFuture: Rule {
  let card = Card(
    id: "NS309", name: "ownership-in-future", severity: .warning,
    summary: "An ownership begins in the future.",
    rationale: """
      A file describes the present. Until that day the metric has no owner, and the previous one is already gone from \
      the file. Land the hand-over on its day; until then keep it on a branch if it is agreed early.
      """,
    wrong: [Example("metrics/activation-rate.yaml", replacing: "since: 2026-01-05", with: "since: ↓2026-03-01")],
    right: [Example("metrics/activation-rate.yaml", replacing: "since: 2026-01-05", with: "since: 2026-01-28")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let since = metrics[i].owner?.since, since.value > report.today, let id = metrics[i].id else { continue }
      report.add(
        .later(id.value, since.value), about: metrics[i], at: since.range, in: strategy,
        help: ["Name the current owner, and change it on the day."])
    }
  }
}

extension String {
  fileprivate static func later(_ metric: String, _ day: Day) -> String {
    "'\(metric)' has no owner until \(day)"
  }
}
