import Diagnostics
import StrategyModel

struct AmendmentOutsideCycle: Rule {
  let card = Card(
    id: "NS618", name: "amendment-outside-cycle", severity: .error,
    summary: "A key result was amended before its cycle became active or after it ended.",
    rationale: """
      Before the cycle is active there is no promise to amend. After its end, changing a target makes the score say \
      whatever somebody wants: that is why people distrust OKRs. Score against what was promised, and explain in \
      'score_reason:'.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("on: ↓2025-12-30"))],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: amended("on: 2026-01-26"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachObjectives(when: { _ in true }) { objectives, okrs in
      for i in objectives.indices {
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices where !keyResults[k].amendments.isEmpty {
          check(keyResults[k], strategy.okrs.all[okrs], strategy, &report)
        }
      }
    }
  }

  private func check(_ keyResult: KeyResult, _ okrs: TeamOKRs, _ strategy: Strategy, _ report: inout Report) {
    guard let id = keyResult.id, let cycle = strategy.cycles[okrs.cycle], let starts = cycle.starts,
      let ends = cycle.ends
    else { return }
    let begins = cycle.activated ?? starts
    for amendment in keyResult.amendments {
      guard let on = amendment.on, on.value < begins.value || on.value > ends.value else { continue }
      let isEarly = on.value < begins.value
      report.add(
        isEarly ? .early(id.value, on.value) : .late(id.value, on.value), about: okrs, at: on.range, in: strategy,
        notes: [
          Note(
            isEarly ? "the promise begins on this day" : "the cycle's last day",
            at: strategy.location(cycle.file, (isEarly ? begins : ends).range))
        ],
        help: [
          isEarly ? "Correct the day, or remove the amendment." : "Score against the promise, and explain the score."
        ])
    }
  }
}

private func amended(_ day: String) -> String {
  """
  owner: grace
          amendments:
            - { \(day), field: target, from: 60, to: 55, by: grace, because: The tour came a week later }
  """
}

extension String {
  fileprivate static func early(_ keyResult: String, _ day: Day) -> String {
    "'\(keyResult)' was amended on \(day), before it was promised"
  }

  fileprivate static func late(_ keyResult: String, _ day: Day) -> String {
    "'\(keyResult)' was amended on \(day), after the cycle's end"
  }
}
