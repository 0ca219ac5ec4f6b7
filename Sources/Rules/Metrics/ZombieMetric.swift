import Diagnostics
import StrategyModel

struct ZombieMetric: Rule {
  let card = Card(
    id: "NS411", name: "zombie-metric", severity: .warning,
    summary: "A metric in use has no purpose: a driver that drives nothing, a result that nothing leads to.",
    rationale: """
      Someone still computes it, someone still looks at it, and no decision depends on it. Such metrics distract from \
      those that count, and a team may work on one for a quarter. Write down what it drives, or retire it.
      """,
    wrong: [Example("metrics/tour-length.yaml", driver("id: ↓tour-length", ""))],
    right: [
      Example(
        "metrics/tour-length.yaml",
        driver("id: tour-length", "\ndrives:\n  - metric: activation-rate\n    as: component"))
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    guard !strategy.mayHide(.metric) else { return }
    for i in metrics.indices where strategy.graph.isLive[i] {
      let isIdleDriver = metrics[i].role?.value == .driver && metrics[i].drives.isEmpty
      guard isIdleDriver || strategy.isUnledResult(i), let id = metrics[i].id, !strategy.mayHideFields(metrics[i].file)
      else { continue }
      report.add(
        isIdleDriver ? .drivesNothing(id.value) : .ledByNothing(id.value), about: metrics[i], at: id.range,
        in: strategy,
        help: [
          isIdleDriver
            ? "Say below 'drives:' which metric it moves, or retire it."
            : "Let the North Star or a driver lead to it, or retire it."
        ])
    }
  }
}

extension Strategy {
  /// Whether no metric leads to a result. If no North Star leads to any result, that is a single fault of the North
  /// Star.
  fileprivate func isUnledResult(_ metric: Int) -> Bool {
    metrics.all[metric].role?.value == .result && graph.down[metric].allSatisfy { !graph.isLive[$0.metric] }
      && graph.northStars.contains { star in
        graph.up[star].contains { graph.isLive[$0.metric] && metrics.all[$0.metric].role?.value == .result }
      }
  }
}

private func driver(_ id: String, _ drives: String) -> String {
  """
  kind: metric
  \(id)
  name: Length of the guided tour
  role: driver
  lifecycle: active
  definition:
    counts: Minutes from the first step of the tour to the last
    excludes: Tours of our own staff
    window: calendar week
    aggregation: median
    unit: minutes
    source: warehouse, table tours
  direction: decrease\(drives)
  """
}

extension String {
  fileprivate static func drivesNothing(_ metric: String) -> String { "driver '\(metric)' drives nothing" }

  fileprivate static func ledByNothing(_ metric: String) -> String { "nothing leads to the result '\(metric)'" }
}
