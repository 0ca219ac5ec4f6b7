import Diagnostics
import StrategyModel

struct MissingTarget: Rule {
  let card = Card(
    id: "NS504", name: "missing-target", severity: .error,
    summary: "A key result lacks its baseline or target, or the band that it should stay in.",
    rationale: """
      Without a start and an end there is no progress, and at the close everybody remembers another promise. If the \
      baseline is unknown, measuring it is the first key result: a milestone.
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
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "increase\n        baseline: 41\n        target: 55",
        with: "maintain\n        lower: 41")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let type = keyResults[i].type?.value, let id = keyResults[i].id else { continue }
        var missing: [String] = []
        switch type {
        case .increase, .decrease:
          if keyResults[i].baseline == nil { missing.append("baseline") }
          if keyResults[i].target == nil { missing.append("target") }
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
