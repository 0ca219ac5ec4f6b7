import Diagnostics
import StrategyModel
import StrictYAML

struct KeyResultWithoutMetric: Rule {
  let card = Card(
    id: "NS209", name: "key-result-without-metric", severity: .error,
    summary: "A key result that measures something names no metric.",
    rationale: """
      Without a metric the number has no definition: two people count it differently, and it rolls up to nothing. Name \
      the metric, or make the key result a milestone if it is done or not done.
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
        with: "title: Every calendar can invite\n        type: milestone")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      for (offset, position) in goal.keyResults.enumerated()
      where strategy.commitments.metric(ofKeyResult: position) == nil {
        let okrs = strategy.okrs.all[goal.okrs]
        let keyResult = okrs.objectives[goal.objective].keyResults[offset]
        guard keyResult.metric == nil, let type = keyResult.type?.value, type != .milestone, let id = keyResult.id,
          !strategy.mayHideFields(okrs.file)
        else { continue }
        report.add(
          .unmeasured(id.value), about: okrs, at: id.range, in: strategy,
          help: ["Add 'metric:', or write 'type: milestone' if it is done or not done."])
      }
    }
  }
}

extension String {
  fileprivate static func unmeasured(_ id: String) -> String { "key result '\(id)' names no metric" }
}
