import Diagnostics
import StrategyModel

struct ExternalDependence: Rule {
  let card = Card(
    id: "NS404", name: "external-dependence", severity: .warning,
    summary: "The North Star or an input also depends on something that the company does not control.",
    rationale: """
      A guest's five stars depend on the weather. When such a metric moves, nobody can tell whether the work did it, \
      and teams are praised or blamed for chance. Count something closer to the product, or remove the factor from the \
      definition; drivers and results may have external factors.
      """,
    wrong: [
      Example(
        "metrics/new-workspaces.yaml", replacing: "direction: increase",
        with: "direction: increase\nexternal_factors: [↓school holidays, exchange rates]")
    ],
    right: [
      Example(
        "metrics/recurring-revenue.yaml", replacing: "direction: increase",
        with: "direction: increase\nexternal_factors: [exchange rates]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] && metrics[i].isGoal {
      guard let factor = metrics[i].externalFactors.first, let id = metrics[i].id else { continue }
      report.add(
        .external(id.value, metrics[i].externalFactors.count), about: metrics[i], at: factor.range, in: strategy,
        help: ["Exclude it in the definition, or count something that the product alone moves."])
    }
  }
}

extension String {
  fileprivate static func external(_ metric: String, _ count: Int) -> String {
    "'\(metric)' depends on \(counted(count, "factor")) that teams cannot influence"
  }
}
