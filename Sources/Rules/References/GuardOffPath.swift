import Diagnostics
import StrategyModel
import StrictYAML

struct GuardOffPath: Rule {
  let card = Card(
    id: "NS211", name: "guard-off-path", severity: .error,
    summary: "A guardrail guards neither an input nor the North Star Metric.",
    rationale: """
      A guardrail stops work that pushes something too hard. Work is aimed at inputs, so a guardrail that guards none \
      of them stops nobody. Name the inputs whose pursuit could do the harm, or the North Star Metric.
      """,
    wrong: [
      Example(
        "metrics/skipped-tours.yaml",
        """
        kind: metric
        id: skipped-tours
        name: Skipped tours
        role: guardrail
        lifecycle: active
        definition:
          counts: Tours that are closed within ten seconds
          excludes: Tours of our own staff
          window: calendar week
          aggregation: ratio
          unit: percent
          source: warehouse, table tours
        direction: decrease
        guards: [↓onboarding-completion]
        threshold:
          at_most: 30
        """)
    ],
    right: [
      Example(
        "metrics/support-load.yaml", replacing: "guards: [activation-rate, new-workspaces]",
        with: "guards: [onboarding-completion, activation-rate, new-workspaces]")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for position in metrics.indices where metrics[position].role?.value == .guardrail && strategy.graph.isLive[position]
    {
      let guards = metrics[position].guards
      guard let first = guards.first, let id = metrics[position].id,
        guards.allSatisfy({ isOffPath($0, strategy) }), !strategy.mayHideFields(metrics[position].file)
      else { continue }
      let inputs = guards.compactMap { strategy.metrics.position(of: $0) }.flatMap { strategy.inputs(above: $0) }
      report.add(
        .offPath(id.value), about: metrics[position], at: first.range, in: strategy,
        help: [
          inputs.isEmpty
            ? "Name the inputs whose pursuit could do harm." : "Guard \(String.oneOf(inputs.unique)) instead."
        ])
    }
  }

  /// False for what other rules report: unknown and retired metrics, and metrics without a role.
  private func isOffPath(_ guarded: Reference<Metric>, _ strategy: Strategy) -> Bool {
    guard let position = strategy.metrics.position(of: guarded), let role = strategy.metrics.all[position].role?.value,
      strategy.metrics.all[position].lifecycle?.value != .retired
    else { return false }
    return role != .input && role != .northStar
  }
}

extension [String] {
  fileprivate var unique: [String] { Array(Set(self).sorted().prefix(4)) }
}

extension String {
  fileprivate static func offPath(_ id: String) -> String {
    "guardrail '\(id)' guards neither an input nor the NSM"
  }
}
