import Diagnostics
import StrategyModel
import StrictYAML

struct ObjectiveWithoutInput: Rule {
  let card = Card(
    id: "NS205", name: "objective-without-input", severity: .error,
    summary: "An objective serves no input in any way, or in several ways.",
    rationale: """
      An objective that aims at nothing may be good work, but nobody can say what it does for the North Star; one that \
      aims at two things has no clear owner. Name the one input that it moves with 'input:', or the one guardrail that it \
      protects with 'guards:', or what it makes possible with 'supports:', as hiring, a platform or legal work does.
      """,
    wrong: [
      Example(replacing: [
        (okrs, "- id: first-meeting-obvious", "- id: ↓first-meeting-obvious"),
        (okrs, "\n    input: activation-rate", ""),
      ]),
      Example(
        okrs, replacing: "input: activation-rate", with: "input: activation-rate\n    guards: ↓support-load"),
      Example(
        okrs, replacing: "input: activation-rate",
        with: "input: activation-rate\n    supports: [↓{ input: new-workspaces, because: They know whom to ask }]"),
    ],
    right: [
      Example(
        okrs, replacing: "input: activation-rate",
        with: "supports: [{ input: new-workspaces, because: A good first meeting is what people tell others }]"),
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
        ]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for goal in strategy.commitments.goals {
      let okrs = strategy.okrs.all[goal.okrs]
      let objective = okrs.objectives[goal.objective]
      let ways = [
        objective.input.map { ("'\($0.id)'", $0.range) }, objective.guards.map { ("'\($0.id)'", $0.range) },
        objective.supports.first.map { ("what it supports", $0.range) },
      ].compactMap(\.self)
      if ways.isEmpty {
        guard let id = objective.id, !strategy.mayHideFields(okrs.file) else { continue }
        report.add(
          .aimless(id.value), about: okrs, at: id.range, in: strategy,
          help: [
            "Add 'input:' with the input that it moves, or 'guards:' with the guardrail that it protects.",
            "Add 'supports:' if it makes other work possible: name an input or an objective, and how it helps.",
          ])
      } else if ways.count > 1 {
        report.add(
          .both(ways[0].0, ways[1].0), about: okrs, at: ways[1].1, in: strategy,
          notes: [Note("the other is named here", at: strategy.location(okrs.file, ways[0].1))],
          help: ["Keep one of them, and make the other an objective of its own."])
      }
    }
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"

extension String {
  fileprivate static func aimless(_ id: String) -> String { "objective '\(id)' aims at no input" }
  fileprivate static func both(_ input: String, _ guards: String) -> String {
    "one objective aims at \(input) and at \(guards)"
  }
}
