import Diagnostics
import StrategyModel

struct KeyResultAgainstMetric: Rule {
  let card = Card(
    id: "NS503", name: "key-result-against-metric", severity: .warning,
    summary: "A key result pushes its metric away from where the metric should go.",
    rationale: """
      The metric says that up is good and the team promises less of it, or the reverse. One of the two is wrong, or \
      the team means a harm that another metric would show better: use a guardrail for it, and both stay true.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "type: increase\n        baseline: 41\n        target: 55",
        with: "type: ↓decrease\n        baseline: 55\n        target: 41")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "type: increase\n        baseline: 41\n        target: 55",
        with: "type: maintain\n        lower: 41\n        upper: 55")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let type = keyResults[i].type, type.value == .increase || type.value == .decrease,
          let id = keyResults[i].id,
          let metric = strategy.metrics.position(of: keyResults[i].metric),
          let direction = strategy.metrics.all[metric].direction, let name = keyResults[i].metric?.id,
          type.value == .increase && direction.value == .decrease
            || type.value == .decrease && direction.value == .increase
        else { continue }
        report.add(
          .against(id.value, type.value, name), about: strategy.okrs.all[okrs], at: type.range, in: strategy,
          notes: [
            Note(
              "'\(name)' should \(direction.value.rawValue)",
              at: strategy.location(strategy.metrics.all[metric].file, direction.range))
          ],
          help: ["Choose the metric that shows what you want, or correct the direction of one of the two."])
      }
    }
  }
}

extension String {
  fileprivate static func against(_ keyResult: String, _ type: KeyResultType, _ metric: String) -> String {
    "'\(keyResult)' wants to \(type.rawValue) '\(metric)', for the worse"
  }
}
