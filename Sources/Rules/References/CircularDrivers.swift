import Diagnostics
import StrategyModel
import StrictYAML

struct CircularDrivers: Rule {
  let card = Card(
    id: "NS212", name: "circular-drivers", severity: .error,
    summary: "Metrics drive each other in a circle.",
    rationale: """
      In a circle everything is the cause of everything: no formula can be computed, no change can be split, and the \
      way to the North Star has no end. Real feedback takes time; keep the stronger direction and describe the other \
      in words.
      """,
    wrong: [
      Example(
        "metrics/activation-rate.yaml", replacing: "    as: component",
        with: "    as: component\n  - metric: ↓onboarding-completion\n" + influence)
    ],
    right: [
      Example("metrics/onboarding-completion.yaml", replacing: "lag_weeks: 1", with: "lag_weeks: 2")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for loop in strategy.graph.loops() {
      let edges = zip(loop, loop.dropFirst()).compactMap { strategy.edge(from: $0, to: $1) }
      guard let first = edges.first else { continue }
      report.add(
        .circle(strategy.ids(loop)), at: first, subject: strategy.metrics.all[loop[0]].subject,
        notes: [Note(strategy.ids(loop).joined(separator: " → "))]
          + zip(edges, loop.dropFirst()).dropFirst().prefix(8).map { edge, metric in
            Note(.drives(strategy.ids([metric])[0]), at: edge)
          },
        help: ["Remove the weakest of these edges."])
    }
  }
}

private let influence = """
      as: influence
      sign: positive
      lag_weeks: 1
      confidence: 0.6
      because: Whoever meets early comes back to finish the tour
      review_on: 2026-06-30
  """

extension Strategy {
  fileprivate func edge(from lower: Int, to upper: Int) -> Location? {
    guard let step = graph.up[lower].first(where: { $0.metric == upper }) else { return nil }
    return metrics.all[lower].drives[step.edge].metric.map { location(metrics.all[lower].file, $0.range) }
  }
}

extension String {
  fileprivate static func circle(_ ids: [String]) -> String {
    "'\(ids.first ?? "")' drives itself" + (ids.count > 2 ? " by way of \(counted(ids.count - 2, "other"))" : "")
  }

  fileprivate static func drives(_ id: String) -> String { "this edge leads on to '\(id)'" }
}
