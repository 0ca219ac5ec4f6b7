import Diagnostics
import StrategyModel

struct MissingTarget: Rule {
  let card = Card(
    id: "NS504", name: "missing-target", severity: .error,
    summary: "A key result lacks its baseline or target, or the band that it should stay in.",
    rationale: """
      Without a start and an end there is no progress, and at the close everybody remembers another promise. If the \
      baseline is not known yet, write 'baseline: unknown'; a target that is set later is 'to-be-set', with the day in \
      'target_until', and one that may not be written here is 'undisclosed'. Their progress is then unknown, not 0.
      """,
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: completion", "id: ↓completion"),
        ("okrs/2026-q1/onboarding.yaml", "        baseline: 41\n", ""),
      ]),
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: completion", "id: ↓completion"),
        ("okrs/2026-q1/onboarding.yaml", "increase\n        baseline: 41\n        target: 55", "maintain"),
      ]),
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: completion", "id: ↓completion"),
        ("okrs/2026-q1/onboarding.yaml", "target: 55", "target: to-be-set"),
      ]),
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "baseline: 41\n        target: 55",
        with: "baseline: unknown\n        target: to-be-set\n        target_until: 2026-02-14"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "increase\n        baseline: 41\n        target: 55",
        with: "maintain\n        lower: 41"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let type = keyResults[i].type?.value, let id = keyResults[i].id else { continue }
        var missing: [String] = []
        switch type {
        case .increase, .decrease:
          if keyResults[i].baseline == nil && keyResults[i].baselineWord == nil { missing.append("baseline") }
          if keyResults[i].target == nil && keyResults[i].targetWord == nil { missing.append("target") }
          if keyResults[i].targetWord?.value == .toBeSet && keyResults[i].targetUntil == nil {
            missing.append("target_until")
          }
        case .maintain:
          if keyResults[i].lower == nil && keyResults[i].upper == nil { missing = ["lower", "upper"] }
        case .milestone: break
        }
        guard !missing.isEmpty, !strategy.mayHideFields(strategy.okrs.all[okrs].file) else { continue }
        report.add(
          .missing(id.value, type, missing), about: strategy.okrs.all[okrs], at: id.range, in: strategy,
          help: ["Add \(missing.map { "'\($0):'" }.joined(separator: type == .maintain ? " or " : " and "))."])
      }
    }
  }
}

extension String {
  fileprivate static func missing(_ keyResult: String, _ type: KeyResultType, _ missing: [String]) -> String {
    type == .maintain
      ? "'\(keyResult)' has no band to stay in" : "'\(keyResult)' has no \(missing.joined(separator: " and no "))"
  }
}
