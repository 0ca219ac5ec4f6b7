import Diagnostics
import StrategyModel

struct UnitDiffers: Rule {
  let card = Card(
    id: "NS513", name: "unit-differs", severity: .warning,
    summary: "A key result is written in another unit than its metric.",
    rationale: """
      Check-ins come from the metric's readings: with 0.41 against a target of 55, a team that is on track looks far \
      behind. Write baseline and target in the metric's unit, and leave out the key result's own unit.
      """,
    wrong: [
      Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: 55\n        unit: ↓workspaces")
    ],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "target: 55", with: "target: 55\n        unit: '%'")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let unit = keyResults[i].unit, let metric = strategy.metrics.position(of: keyResults[i].metric),
          let own = strategy.metrics.all[metric].definition?.unit, !isSame(unit.value, own.value),
          let name = keyResults[i].metric?.id
        else { continue }
        report.add(
          .differs(unit.value, name, own.value), about: strategy.okrs.all[okrs], at: unit.range, in: strategy,
          notes: [Note("the metric's unit", at: strategy.location(strategy.metrics.all[metric].file, own.range))],
          help: ["Write the key result in '\(own.value)', and leave its unit out."])
      }
    }
  }

  private func isSame(_ a: String, _ b: String) -> Bool { UnitName.normal(a) == UnitName.normal(b) }
}

extension String {
  fileprivate static func differs(_ unit: String, _ metric: String, _ own: String) -> String {
    "'\(unit)' is not the unit of '\(metric)', '\(own)'"
  }
}
