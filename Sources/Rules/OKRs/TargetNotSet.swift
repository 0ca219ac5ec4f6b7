import Diagnostics
import StrategyModel
import StrictYAML

struct TargetNotSet: Rule {
  let card = Card(
    id: "NS522", name: "target-not-set", severity: .warning,
    summary: "The day until when a target was to be set has passed.",
    rationale: """
      An open target is honest for some weeks. After that the team works towards nothing in particular, and at the close \
      any number will do. Set it, or say until when it stays open.
      """,
    wrong: [
      Example(
        okrs, replacing: "target: 55", with: "target: ↓to-be-set\n        target_until: 2026-01-20")
    ],
    right: [Example(okrs, replacing: "target: 55", with: "target: to-be-set\n        target_until: 2026-02-14")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices where keyResults[i].targetWord?.value == .toBeSet {
        guard let word = keyResults[i].targetWord, let until = keyResults[i].targetUntil?.value, until < report.today,
          let id = keyResults[i].id
        else { continue }
        report.add(
          "the target of '\(id.value)' was to be set by \(until)", about: strategy.okrs.all[okrs], at: word.range,
          in: strategy, help: ["Write the target as a number."])
      }
    }
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"
