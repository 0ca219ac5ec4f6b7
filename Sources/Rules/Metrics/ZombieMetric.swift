import Diagnostics
import StrategyModel

struct ZombieMetric: Rule {
  let card = Card(
    id: "NS411", name: "zombie-metric", severity: .warning,
    summary: "A metric in use serves nothing: a driver that reaches no input, a result that nothing leads to.",
    rationale: """
      Someone still computes it, someone still looks at it, and no decision hangs on it. Such metrics crowd out those \
      that count, and a team may work on one for a quarter. Write down what it drives, or retire it.
      """,
    wrong: [Example("metrics/tour-length.yaml", driver("id: ↓tour-length", ""))],
    right: [
      Example(
        "metrics/tour-length.yaml",
        driver("id: tour-length", "\ndrives:\n  - metric: activation-rate\n    as: component"))
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    let graph = strategy.graph
    guard !strategy.mayHide(.metric) else { return }
    let useful = Set(graph.descendants(of: metrics.indices.filter { graph.isLive[$0] && metrics[$0].isGoal }))
    for i in metrics.indices where graph.isLive[i] && !useful.contains(i) {
      guard let id = metrics[i].id, !strategy.mayHideFields(metrics[i].file) else { continue }
      switch metrics[i].role?.value {
      case .driver where strategy.isIdleDriver(i):
        report.add(
          .drivesNothing(id.value), about: metrics[i], at: id.range, in: strategy,
          help: ["Say below 'drives:' which metric it moves, or retire it."])
      case .result where graph.down[i].allSatisfy({ !graph.isLive[$0.metric] }) && strategy.someResultIsLed:
        report.add(
          .ledByNothing(id.value), about: metrics[i], at: id.range, in: strategy,
          help: ["Let the North Star or a driver lead to it, or retire it."])
      default: break
      }
    }
  }
}

extension Strategy {
  /// Whether a metric has no edges at all, or only edges between metrics that have none to an input.
  ///
  /// Edges to what is unknown or retired are faults of their own.
  fileprivate func isIdleDriver(_ metric: Int) -> Bool {
    metrics.all[metric].drives.count == graph.up[metric].count
      && graph.up[metric].allSatisfy { graph.isLive[$0.metric] && metrics.all[$0.metric].role?.value != .result }
      && !graph.up[metric].contains { $0.metric == metric }
  }

  /// Whether any North Star leads a result. If none does, that is one fault of the North Star, not one of each result.
  fileprivate var someResultIsLed: Bool {
    graph.northStars.contains { star in
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
  fileprivate static func drivesNothing(_ metric: String) -> String { "driver '\(metric)' reaches no input" }

  fileprivate static func ledByNothing(_ metric: String) -> String { "nothing leads to the result '\(metric)'" }
}
