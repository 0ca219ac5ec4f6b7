import Diagnostics
internal import Presentation
import StrategyModel

struct TargetAgainstDirection: Rule {
  let card = Card(
    id: "NS502", name: "target-against-direction", severity: .error,
    summary: "A key result that should increase has its target below its baseline, or the other way round.",
    rationale: """
      The words ask for one thing and the numbers for its opposite; anyone who reads only one of them works in the \
      wrong direction. Usually baseline and target were swapped, or the type was copied from another key result.
      """,
    wrong: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: ↓35")],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "baseline: 41", with: "baseline: -2")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let baseline = keyResults[i].baseline, let target = keyResults[i].target,
          let type = keyResults[i].type?.value,
          type == .increase && target.value < baseline.value || type == .decrease && target.value > baseline.value,
          let id = keyResults[i].id
        else { continue }
        report.add(
          .against(id.value, type, baseline.value, target.value), about: strategy.okrs.all[okrs], at: target.range,
          in: strategy,
          notes: [Note("the baseline", at: strategy.location(strategy.okrs.all[okrs].file, baseline.range))],
          help: ["Swap the two, or use 'type: \(type == .increase ? "decrease" : "increase")'."])
      }
    }
  }
}

extension String {
  fileprivate static func against(
    _ keyResult: String, _ type: KeyResultType, _ baseline: Double, _ target: Double
  ) -> String {
    "'\(keyResult)' should \(type.rawValue) and goes from \(baseline.plain) to \(target.plain)"
  }
}
