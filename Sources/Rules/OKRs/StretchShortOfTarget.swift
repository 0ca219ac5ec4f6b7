import Diagnostics
import StrategyModel
import StrictYAML

struct StretchShortOfTarget: Rule {
  let card = Card(
    id: "NS523", name: "stretch-short-of-target", severity: .warning,
    summary: "A stretch value is not beyond the target.",
    rationale: """
      The target is the promise and the stretch is the hope beyond it. In the wrong order readers take the lesser number \
      for the promise.
      """,
    wrong: [Example(okrs, replacing: "target: 55", with: "target: 55\n        stretch: ↓50")],
    right: [Example(okrs, replacing: "target: 55", with: "target: 55\n        stretch: 60")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let stretch = keyResults[i].stretch, let target = keyResults[i].target?.value, let id = keyResults[i].id
        else { continue }
        let isBeyond =
          switch keyResults[i].type?.value {
          case .increase: stretch.value > target
          case .decrease: stretch.value < target
          case .maintain, .milestone, nil: true
          }
        guard !isBeyond else { continue }
        report.add(
          "the stretch of '\(id.value)' is not beyond its target", about: strategy.okrs.all[okrs], at: stretch.range,
          in: strategy, help: ["Swap the two, or leave the stretch out."])
      }
    }
  }
}

private let okrs = "okrs/2026-q1/onboarding.yaml"
