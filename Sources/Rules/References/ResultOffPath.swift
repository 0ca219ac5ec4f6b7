import Diagnostics
import StrategyModel
import StrictYAML

struct ResultOffPath: Rule {
  let card = Card(
    id: "NS221", name: "result-off-path", severity: .error,
    summary: "An objective promises a result that the North Star Metric does not drive.",
    rationale: """
      A team that owns a result, such as sales and revenue, may promise it, because the North Star leads it. Without that \
      link the promise has nothing to do with the strategy. Add the 'drives:' edge with the belief behind it.
      """,
    wrong: [
      Example(
        [
          (
            "metrics/churn.yaml",
            """
            kind: metric
            id: churn
            name: Churn
            role: result
            lifecycle: active
            definition:
              counts: Workspaces that do not renew
              excludes: Trials
              window: calendar month
              aggregation: ratio
              unit: percent
              source: billing export
            direction: decrease
            owner: { team: onboarding, person: ada, since: 2026-01-05 }
            """
          )
        ],
        replacing: [
          ("okrs/2026-q1/onboarding.yaml", "input: activation-rate", "input: ↓churn"),
          (
            "metrics/activation-rate.yaml", "    as: component",
            """
                as: component
              - metric: churn
                as: influence
                sign: negative
                lag_weeks: 12
                confidence: 0.6
                because: Whoever meets in the first week stays
                review_on: 2026-06-30
            """
          ),
        ])
    ],
    right: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "input: activation-rate", "input: recurring-revenue"),
        (
          "metrics/recurring-revenue.yaml", "direction: increase",
          "direction: increase\nowner: { team: onboarding, person: ada, since: 2026-01-05 }"
        ),
      ])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let graph = strategy.graph
    guard !graph.northStars.isEmpty else { return }
    for goal in strategy.commitments.goals {
      guard let result = goal.input, strategy.metrics.all[result].role?.value == .result, graph.isLive[result],
        strategy.mayAim(okrs: goal.okrs, at: result),
        !graph.northStars.contains(where: { graph.path(from: $0, to: result) != nil })
      else { continue }
      let okrs = strategy.okrs.all[goal.okrs]
      guard let named = okrs.objectives[goal.objective].input else { continue }
      report.add(
        "the North Star Metric does not drive '\(named.id)'", about: okrs, at: named.range, in: strategy,
        help: ["Add the 'drives:' edge from '\(strategy.ids([graph.northStars[0]])[0])', with the belief behind it."])
    }
  }
}
