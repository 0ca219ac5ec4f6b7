import Diagnostics
import StrategyModel
import StrictYAML

struct ObjectiveAtNorthStar: Rule {
  let card = Card(
    id: "NS206", name: "objective-at-north-star", severity: .error,
    summary: "An objective of a team other than the company's aims at the North Star Metric itself.",
    rationale: """
      The North Star moves slowly and by everyone's work, so a team that aims at it can neither fail nor learn within a \
      cycle. Aim at the input that the team can move; the input's edge carries the effect upwards. The objectives of the \
      whole company may aim at it: mark their team with 'company: true'.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "input: activation-rate", with: "input: ↓weekly-hosted-meetings")
    ],
    right: [
      Example("okrs/2026-q1/onboarding.yaml", replacing: "ambition: committed", with: "ambition: aspirational"),
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "input: activation-rate", "input: weekly-hosted-meetings"),
        ("teams/onboarding.yaml", "name: Onboarding", "name: Onboarding\ncompany: true"),
      ]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      guard let input = goal.input, strategy.metrics.all[input].role?.value == .northStar,
        !strategy.mayAim(okrs: goal.okrs, at: input)
      else { continue }
      let okrs = strategy.okrs.all[goal.okrs]
      guard let named = okrs.objectives[goal.objective].input else { continue }
      let inputs = strategy.inputs(driving: input)
      report.add(
        .atNorthStar(named.id), about: okrs, at: named.range, in: strategy,
        help: [
          inputs.isEmpty ? "Aim at an input." : "Aim at one of its inputs, such as \(String.oneOf(inputs)).",
          "If the objective is the whole company's, write 'company: true' in its team's file.",
        ])
    }
  }
}

extension Strategy {
  /// Inputs in use that drive a metric directly; at most four.
  fileprivate func inputs(driving metric: Int) -> [String] {
    let inputs = graph.down[metric].lazy.map(\.metric)
      .filter { metrics.all[$0].role?.value == .input && graph.isLive[$0] }
    return ids(inputs.prefix(4))
  }
}

extension String {
  fileprivate static func atNorthStar(_ id: String) -> String {
    "an objective aims at the North Star Metric '\(id)' itself"
  }
}
