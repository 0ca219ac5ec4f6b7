import Diagnostics
import StrategyModel
import StrictYAML

struct ObjectiveWithoutInput: Rule {
  let card = Card(
    id: "NS205", name: "objective-without-input", severity: .error,
    summary: "An objective aims at no input and protects no guardrail, or does both.",
    rationale: """
      An objective that aims at nothing may be good work, but nobody can say what it does for the North Star; one that \
      aims at two things has no clear owner. Name the one input that it moves, or the one guardrail it protects.
      """,
    wrong: [
      Example(replacing: [
        (okrs, "- id: first-meeting-obvious", "- id: ↓first-meeting-obvious"),
        (okrs, "\n    input: activation-rate", ""),
      ]),
      Example(
        okrs, replacing: "input: activation-rate", with: "input: activation-rate\n    guards: ↓support-load"),
    ],
    right: [
      Example(
        [
          (
            okrs,
            """
            kind: okrs
            team: onboarding
            cycle: 2026-q1
            objectives:
              - id: calm-support
                title: Support stays reachable while many teams sign up
                ambition: committed
                guards: support-load
                key_results:
                  - id: load
                    title: Keep support between 6 and 12 tickets
                    metric: support-load
                    type: maintain
                    lower: 6
                    upper: 12
                    owner: grace
                  - id: first-answer
                    title: Every new workspace knows where to ask
                    type: milestone
                    owner: ada
            """
          ),
          (
            "checkins/2026-q1/onboarding.yaml",
            """
            kind: checkins
            team: onboarding
            cycle: 2026-q1
            entries:
              - { on: 2026-01-26, key_result: load, value: 9 }
              - { on: 2026-01-26, key_result: first-answer, value: 0 }
            """
          ),
        ])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      let okrs = strategy.okrs.all[goal.okrs]
      let objective = okrs.objectives[goal.objective]
      switch (objective.input, objective.guards) {
      case (nil, nil):
        guard let id = objective.id, !strategy.mayHideFields(okrs.file) else { continue }
        report.add(
          .aimless(id.value), about: okrs, at: id.range, in: strategy,
          help: ["Add 'input:' with the input that it moves, or 'guards:' with the guardrail that it protects."])
      case (let input?, let guards?):
        report.add(
          .both(input.id, guards.id), about: okrs, at: guards.range, in: strategy,
          notes: [Note("the input is named here", at: strategy.location(okrs.file, input.range))],
          help: ["Keep one of them, and make the other an objective of its own."])
      default: continue
      }
    }
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"

extension String {
  fileprivate static func aimless(_ id: String) -> String { "objective '\(id)' aims at no input" }
  fileprivate static func both(_ input: String, _ guards: String) -> String {
    "one objective aims at '\(input)' and '\(guards)'"
  }
}
