import Diagnostics
import StrategyModel
import StrictYAML

struct KeyResultWithoutMetric: Rule {
  let card = Card(
    id: "NS209", name: "key-result-without-metric", severity: .error,
    summary: "A key result that counts something says neither which metric nor in which unit.",
    rationale: """
      Without a metric or a unit the number has no meaning: two people count different things. Name the metric, or say \
      in 'unit:' what is counted; then the number is the key result's own and rolls up through its objective.
      """,
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "- id: completion", "- id: ↓completion"),
        ("okrs/2026-q1/onboarding.yaml", "\n        metric: onboarding-completion", ""),
      ])
    ],
    right: [
      Example(
        "okrs/2026-q1/growth.yaml",
        replacing: "title: An invitation can be sent from every calendar\n        type: milestone",
        with: "title: Every calendar can invite\n        type: milestone"),
      Example(
        "okrs/2026-q1/growth.yaml", replacing: "type: milestone",
        with: "type: increase\n        baseline: 0\n        target: 5\n        unit: calendars"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      for (offset, position) in goal.keyResults.enumerated()
      where strategy.commitments.metric(ofKeyResult: position) == nil {
        let okrs = strategy.okrs.all[goal.okrs]
        let keyResult = okrs.objectives[goal.objective].keyResults[offset]
        guard keyResult.metric == nil, keyResult.unit == nil, let type = keyResult.type?.value, type != .milestone,
          let id = keyResult.id,
          !strategy.mayHideFields(okrs.file)
        else { continue }
        report.add(
          .unmeasured(id.value), about: okrs, at: id.range, in: strategy,
          help: ["Add 'metric:', or 'unit:' with what is counted, as in 'unit: pages'."])
      }
    }
  }
}

extension String {
  fileprivate static func unmeasured(_ id: String) -> String { "key result '\(id)' has neither a metric nor a unit" }
}
