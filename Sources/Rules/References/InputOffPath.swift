import Diagnostics
import StrategyModel
import StrictYAML

struct InputOffPath: Rule {
  let card = Card(
    id: "NS210", name: "input-off-path", severity: .error,
    summary: "An input does not reach the North Star Metric.",
    rationale: """
      Teams move this input believing that it moves the North Star, but nothing in the tree says how. Every objective \
      that aims at it leads nowhere. Add the 'drives:' edge, as arithmetic or as a dated belief, or give it another \
      role.
      """,
    wrong: [
      Example(
        [ExampleFile.paidSeats("id: ↓paid-seats", "role: input")],
        replacing: [
          ("metrics/meeting-satisfaction.yaml", "guards: [", "guards: [paid-seats, "),
          (
            "northstar.yaml",
            "\nomitted_dimensions:\n  - dimension: depth\n    because: Every hosted meeting is equally deep", ""
          ),
        ])
    ],
    right: [
      Example("metrics/meetings-per-workspace.yaml", replacing: "person: omar", with: "person: lin")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let graph = strategy.graph
    let metrics = strategy.metrics.all
    guard !graph.northStars.isEmpty else { return }
    let astray = metrics.indices.filter {
      metrics[$0].role?.value == .input && graph.isLive[$0] && !graph.reachesNorthStar[$0]
    }
    guard !astray.isEmpty else { return }
    var hidden = HiddenWays(strategy)
    hidden.look(from: graph.northStars)
    for position in astray where !hidden.mayLead(from: position) {
      guard let id = metrics[position].id else { continue }
      let path = graph.pathUpwards(from: position)
      let end = path.last.map { strategy.place(ofMetric: $0) }
      report.add(
        .offPath(id.value), about: metrics[position], at: id.range, in: strategy,
        notes: [Note(.way(strategy.ids(path) + ["stops here"]), at: path.count > 1 ? end : nil)],
        help: ["Add the missing 'drives:' edge, or give the metric another role."])
    }
  }
}

extension String {
  fileprivate static func offPath(_ id: String) -> String { "input '\(id)' does not reach the North Star Metric" }
}
