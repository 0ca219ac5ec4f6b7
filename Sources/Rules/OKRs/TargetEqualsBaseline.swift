import Diagnostics
internal import Presentation
import StrategyModel

struct TargetEqualsBaseline: Rule {
  let card = Card(
    id: "NS501", name: "target-equals-baseline", severity: .error,
    summary: "A key result's target is its baseline.",
    rationale: """
      Progress is the distance covered from baseline to target. Here that distance is zero: no number can be computed, \
      and a team that does nothing has reached its goal. Set the target, or use 'maintain' with a band to stay in.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: ↓41")],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: 41.5")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let baseline = keyResults[i].baseline, let target = keyResults[i].target, target.value == baseline.value,
          let type = keyResults[i].type?.value, type == .increase || type == .decrease, let id = keyResults[i].id
        else { continue }
        report.add(
          .equal(id.value, target.value), about: strategy.okrs.all[okrs], at: target.range, in: strategy,
          help: ["Set the target, or use 'type: maintain' with 'lower:' and 'upper:'."])
      }
    }
  }
}

extension String {
  fileprivate static func equal(_ keyResult: String, _ value: Double) -> String {
    "'\(keyResult)' begins and ends at \(value.plain)"
  }
}
