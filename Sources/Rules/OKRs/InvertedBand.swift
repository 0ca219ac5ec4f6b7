import Diagnostics
internal import Presentation
import StrategyModel

struct InvertedBand: Rule {
  let card = Card(
    id: "NS505", name: "inverted-band", severity: .error,
    summary: "The lower end of a key result's band is above its upper end.",
    rationale: """
      No value is inside such a band, so every check-in counts as outside and the team has failed before it began. \
      Usually the two numbers were swapped.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: numbers, with: "maintain\n        lower: ↓55\n        upper: 41")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: numbers, with: "maintain\n        lower: 41\n        upper: 55")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let lower = keyResults[i].lower, let upper = keyResults[i].upper, lower.value > upper.value,
          let id = keyResults[i].id
        else { continue }
        report.add(
          .inverted(id.value, lower.value, upper.value), about: strategy.okrs.all[okrs], at: lower.range, in: strategy,
          help: ["Swap the two, or correct the one that is wrong."])
      }
    }
  }
}

private let numbers = "increase\n        baseline: 41\n        target: 55"

extension String {
  fileprivate static func inverted(_ keyResult: String, _ lower: Double, _ upper: Double) -> String {
    "'\(keyResult)' should stay above \(lower.plain) and below \(upper.plain)"
  }
}
