import Diagnostics
import StrategyModel
import StrictYAML

struct ObjectiveAtWrongRole: Rule {
  let card = Card(
    id: "NS207", name: "objective-at-wrong-role", severity: .error,
    summary: "An objective's 'input:' is not an input, or its 'guards:' is not a guardrail.",
    rationale: """
      Inputs are the levers that teams agreed on. An objective at a driver hides which lever it serves, and one at a \
      result waits for something that the team cannot move. Aim at the input above, and measure the driver in a key \
      result. A result may be promised by the team that owns it, since that team answers for it.
      """,
    wrong: [
      Example(okrs, replacing: "input: activation-rate", with: "input: ↓onboarding-completion"),
      Example(okrs, replacing: "input: activation-rate", with: "input: ↓support-load"),
      Example(okrs, replacing: "input: activation-rate", with: "guards: ↓activation-rate"),
    ],
    right: [
      Example(okrs, replacing: "ambition: committed", with: "ambition: learning"),
      Example(replacing: [
        (okrs, "input: activation-rate", "input: recurring-revenue"),
        (
          "metrics/recurring-revenue.yaml", "direction: increase",
          "direction: increase\nowner: { team: onboarding, person: ada, since: 2026-01-05 }"
        ),
      ]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      if let input = goal.input { check(input: input, goal, strategy, &report) }
      if let guards = goal.guards { check(guards: guards, goal, strategy, &report) }
    }
  }

  private func check(
    input: Int, _ goal: CommittedObjectives.Goal, _ strategy: Strategy, _ report: inout Report
  ) {
    guard let role = strategy.metrics.all[input].role?.value, role != .northStar,
      !strategy.mayAim(okrs: goal.okrs, at: input),
      let named = strategy.okrs.all[goal.okrs].objectives[goal.objective].input
    else { return }
    report.add(
      .wrong(named.id, role, expected: .input), about: strategy.okrs.all[goal.okrs], at: named.range, in: strategy,
      help: [.aim(role, named.id, above: strategy.inputs(above: input))] + promise(of: input, role, strategy))
  }

  /// Who may promise a result.
  private func promise(of metric: Int, _ role: MetricRole, _ strategy: Strategy) -> [String] {
    guard role == .result else { return [] }
    guard let owner = strategy.metrics.all[metric].owner?.team else {
      return ["A result may be promised by the team that owns it: add its 'owner:'."]
    }
    return ["Only '\(owner.id)', which owns this result, may promise it."]
  }

  private func check(
    guards: Int, _ goal: CommittedObjectives.Goal, _ strategy: Strategy, _ report: inout Report
  ) {
    guard let role = strategy.metrics.all[guards].role?.value, role != .guardrail,
      let named = strategy.okrs.all[goal.okrs].objectives[goal.objective].guards
    else { return }
    let input = "Write 'input: \(named.id)' instead of 'guards:'."
    report.add(
      .wrong(named.id, role, expected: .guardrail), about: strategy.okrs.all[goal.okrs], at: named.range, in: strategy,
      help: [role == .input ? input : "Name a guardrail, or aim at an input."])
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"

extension String {
  fileprivate static func wrong(_ id: String, _ role: MetricRole, expected: MetricRole) -> String {
    "'\(id)' is \(role.noun), not \(expected.noun)"
  }

  fileprivate static func aim(_ role: MetricRole, _ id: String, above inputs: [String]) -> String {
    if role == .guardrail { return "Write 'guards: \(id)' instead of 'input:'." }
    return inputs.isEmpty ? "Aim at an input." : "Aim at \(oneOf(inputs)), and measure '\(id)' in a key result."
  }
}
