import Diagnostics
import StrategyModel

struct InvertedCycle: Rule {
  let card = Card(
    id: "NS601", name: "inverted-cycle", severity: .error,
    summary: "A cycle ends before it starts.",
    rationale: """
      No day is in such a cycle, so nothing that belongs to it can be shown, checked in or closed in time. Usually the \
      year was changed in only one of the two days.
      """,
    wrong: [Example([ExampleFile.cycle("2026-q2", "starts: 2026-04-01", "ends: ↓2025-06-30", "state: draft")])],
    right: [Example([ExampleFile.cycle("2026-q2", "starts: 2026-04-01", "ends: 2026-06-30", "state: draft")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for cycle in strategy.cycles.all {
      guard let starts = cycle.starts, let ends = cycle.ends, ends.value < starts.value, let id = cycle.id else {
        continue
      }
      report.add(
        .inverted(id.value, ends.value), about: cycle, at: ends.range, in: strategy,
        notes: [Note("the first day", at: strategy.location(cycle.file, starts.range))],
        help: ["Correct the day that is wrong."])
    }
  }
}

extension String {
  fileprivate static func inverted(_ cycle: String, _ ends: Day) -> String {
    "'\(cycle)' ends before it starts, on \(ends)"
  }
}
