import Diagnostics
import StrategyModel
import StrictYAML

struct RetiredMetricInUse: Rule {
  let card = Card(
    id: "NS215", name: "retired-metric-in-use", severity: .error,
    summary: "An open objective or key result depends on a retired or draft metric.",
    rationale: """
      Nobody measures a retired metric any more, and a draft may still change its meaning, so the goal cannot be \
      graded at the close. Move it to a metric in use, or bring the metric into use first.
      """,
    wrong: [
      Example(
        [ExampleFile.oldSignUps],
        replacing: [("okrs/2026-q1/onboarding.yaml", "metric: onboarding-completion", "metric: ↓sign-ups")])
    ],
    right: [
      Example([ExampleFile.oldSignUps])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let isLive = strategy.graph.isLive
    guard isLive.contains(false) else { return }
    for goal in strategy.commitments.goals {
      if let input = goal.input, !isLive[input] {
        add(strategy.okrs.all[goal.okrs].objectives[goal.objective].input, input, goal, strategy, &report)
      }
      if let guards = goal.guards, !isLive[guards] {
        add(strategy.okrs.all[goal.okrs].objectives[goal.objective].guards, guards, goal, strategy, &report)
      }
      for (offset, keyResult) in goal.keyResults.enumerated() {
        guard let metric = strategy.commitments.metric(ofKeyResult: keyResult), !isLive[metric] else { continue }
        let named = strategy.okrs.all[goal.okrs].objectives[goal.objective].keyResults[offset].metric
        add(named, metric, goal, strategy, &report)
      }
    }
  }

  /// A cycle that is still being planned may use draft metrics.
  private func add(
    _ named: Reference<Metric>?, _ metric: Int, _ goal: CommittedObjectives.Goal, _ strategy: Strategy,
    _ report: inout Report
  ) {
    let okrs = strategy.okrs.all[goal.okrs]
    guard let named, let lifecycle = strategy.metrics.all[metric].lifecycle,
      lifecycle.value == .retired || strategy.state(of: okrs.cycle) != .draft
    else { return }
    report.add(
      .unusable(named.id, lifecycle.value), about: okrs, at: named.range, in: strategy,
      notes: [Note(.said(lifecycle.value), at: strategy.location(strategy.metrics.all[metric].file, lifecycle.range))],
      help: ["Name a metric in use."])
  }
}

extension String {
  fileprivate static func unusable(_ id: String, _ lifecycle: Lifecycle) -> String {
    "'\(id)' is \(lifecycle == .draft ? "still a draft" : lifecycle.rawValue)"
  }

  fileprivate static func said(_ lifecycle: Lifecycle) -> String { "its lifecycle is '\(lifecycle.rawValue)'" }
}
