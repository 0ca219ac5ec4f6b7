import Diagnostics
import StrategyModel
import StrictYAML

struct SupportOfNothing: Rule {
  let card = Card(
    id: "NS220", name: "support-of-nothing", severity: .error,
    summary: "An entry of 'supports:' names neither an input nor an objective, or names a metric that is not an input.",
    rationale: """
      Work that makes other work possible serves the North Star through that other work. Without its name nobody can say \
      which lever becomes easier to move, and anything could be called support.
      """,
    wrong: [
      Example(
        okrs, replacing: "input: activation-rate", with: "supports:\n      - ↓because: It makes everything easier"),
      Example(
        okrs, replacing: "input: activation-rate",
        with: "supports:\n      - input: ↓recurring-revenue\n        because: It brings in money"),
      Example(
        okrs, replacing: "input: activation-rate",
        with: """
          supports:
                - input: activation-rate
                  objective: ↓2026-q1/growth/invited-by-colleagues
                  because: It makes both easier
          """),
    ],
    right: [
      Example(
        okrs, replacing: "input: activation-rate",
        with: "supports:\n      - input: new-workspaces\n        because: Content teams bring others along"),
      Example(
        okrs, replacing: "input: activation-rate",
        with: """
          supports:
                - objective: 2026-q1/growth/invited-by-colleagues
                  because: Only content teams invite others
          """),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        for support in objectives[i].supports { check(support, strategy.okrs.all[okrs], strategy, &report) }
      }
    }
  }

  private func check(_ support: Support, _ okrs: TeamOKRs, _ strategy: Strategy, _ report: inout Report) {
    switch (support.input, support.objective) {
    case (nil, nil):
      guard !strategy.mayHideFields(okrs.file) else { return }
      report.add(
        "it is not said what the objective supports", about: okrs, at: support.range, in: strategy,
        help: ["Add 'input:' or 'objective:' with what becomes easier."])
    case (.some, let objective?):
      report.add(
        "one entry of 'supports' names an input and an objective", about: okrs, at: objective.range, in: strategy,
        help: ["Make two entries of them, each with its own reason."])
    case (let input?, nil):
      guard let position = strategy.metrics.position(of: input), let role = strategy.metrics.all[position].role?.value,
        role != .input
      else { return }
      let above = strategy.inputs(above: position)
      report.add(
        "'\(input.id)' is \(role.noun), not an input", about: okrs, at: input.range, in: strategy,
        help: [above.isEmpty ? "Name an input, or an objective." : "Name \(String.oneOf(above)), or an objective."])
    case (nil, .some): break
    }
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"
