import Diagnostics
internal import Presentation
import StrategyModel

struct ImpossibleWeight: Rule {
  let card = Card(
    id: "NS515", name: "impossible-weight", severity: .error,
    summary: "A key result's weight is zero or below.",
    rationale: """
      An objective's progress is the weighted mean of its key results. A negative weight rewards going backwards, and \
      with weight zero a key result does not count at all. Give it a weight, or remove it.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: 55\n        weight: ↓0")],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: 55\n        weight: 0.5")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let weight = keyResults[i].weight, weight.value <= 0, let id = keyResults[i].id else { continue }
        report.add(
          .weightless(id.value, weight.value), about: strategy.okrs.all[okrs], at: weight.range, in: strategy,
          help: ["Write a number above 0 (default: 1)."])
      }
    }
  }
}

extension String {
  fileprivate static func weightless(_ keyResult: String, _ weight: Double) -> String {
    "'\(keyResult)' has the weight \(weight.plain)"
  }
}
