import Diagnostics
import StrategyModel

struct InputWithoutDimension: Rule {
  let card = Card(
    id: "NS409", name: "input-without-dimension", severity: .warning,
    summary: "An input does not say which of the four dimensions it moves.",
    rationale: """
      Efficiency, breadth, depth and frequency show whether the inputs look at the North Star from all sides. An input \
      without a dimension hides a gap, or two inputs that are really one.
      """,
    wrong: [
      Example(replacing: [
        ("metrics/activation-rate.yaml", "id: activation-rate", "id: ↓activation-rate"),
        ("metrics/activation-rate.yaml", "dimension: efficiency\n", ""),
      ])
    ],
    right: [Example("metrics/recurring-revenue.yaml", replacing: "lifecycle: active", with: "lifecycle: deprecated")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in strategy.activeInputs where metrics[i].dimension == nil {
      guard let id = metrics[i].id, !strategy.mayHideFields(metrics[i].file) else { continue }
      report.add(
        .flat(id.value), about: metrics[i], at: id.range, in: strategy,
        help: ["Add 'dimension:' with \(String.oneOf(Dimension.allCases.map(\.rawValue)))."])
    }
  }
}

extension String {
  fileprivate static func flat(_ metric: String) -> String { "input '\(metric)' names no dimension" }
}
