import Diagnostics
import StrategyModel
import StrictYAML

struct MetricWouldFit: Rule {
  let card = Card(
    id: "NS224", name: "metric-would-fit", severity: .note,
    summary: "A key result counts something of its own, and there are metrics in the same unit that lead to its input.",
    rationale: """
      A number of its own is a fair key result. If a metric of the tree measures the same, though, its readings fill in \
      the check-ins, and the effect on the North Star can be seen.
      """,
    wrong: [
      Example(replacing: [
        (okrs, "id: completion", "id: ↓completion"),
        (okrs, "        metric: onboarding-completion", "        unit: percent"),
      ])
    ],
    right: [
      Example(okrs, replacing: "        metric: onboarding-completion", with: "        unit: pages")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    var byUnit: [String: [Int]]?
    var reach = Reach(strategy.graph)
    for goal in strategy.commitments.goals {
      let keyResults = strategy.okrs.all[goal.okrs].objectives[goal.objective].keyResults
      for i in keyResults.indices where keyResults[i].metric == nil && keyResults[i].unit != nil {
        guard let unit = keyResults[i].unit, let id = keyResults[i].id, let target = goal.input ?? goal.guards,
          let type = keyResults[i].type?.value, type != .milestone
        else { continue }
        let known = byUnit ?? strategy.metricsByUnit
        byUnit = known
        guard let candidates = known[UnitName.normal(unit.value)] else { continue }
        reach.mark(below: [target], strategy.graph) { strategy.graph.isLive[$0] }
        let fitting = strategy.ids(candidates.filter { reach.contains($0) && strategy.graph.isLive[$0] }.prefix(4))
        guard !fitting.isEmpty else { continue }
        report.add(
          "'\(id.value)' has a number of its own in \(unit.value.excerpt(20))",
          about: strategy.okrs.all[goal.okrs], at: id.range, in: strategy,
          help: ["If it is \(String.oneOf(fitting)), write that as its 'metric:'."])
      }
    }
  }
}

extension Strategy {
  fileprivate var metricsByUnit: [String: [Int]] {
    Dictionary(
      grouping: metrics.all.indices.filter { metrics.all[$0].definition?.unit != nil },
      by: { UnitName.normal(metrics.all[$0].definition?.unit?.value ?? "") })
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"
