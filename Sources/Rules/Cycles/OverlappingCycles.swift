import Diagnostics
import StrategyModel

struct OverlappingCycles: Rule {
  let card = Card(
    id: "NS602", name: "overlapping-cycles", severity: .warning,
    summary: "Two cycles overlap in part.",
    rationale: """
      On a day that is in both, nobody can say which promise counts, and a team's work counts twice or not at all. A \
      cycle entirely inside another, like a quarter in its year, is allowed, and so are two closed cycles.
      """,
    wrong: [Example([ExampleFile.cycle("2026-q2", "starts: ↓2026-03-31", "ends: 2026-06-30", "state: draft")])],
    right: [Example([ExampleFile.cycle("year-2026", "starts: 2026-01-01", "ends: 2026-12-31", "state: draft")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let cycles = strategy.cycles.all
    let periods = Timeline(strategy.cycles).periods
    for period in periods {
      guard let crossed = period.crossed else { continue }
      let cycle = cycles[period.cycle]
      let other = cycles[periods[crossed].cycle]
      guard cycle.state?.value != .closed || other.state?.value != .closed, let starts = cycle.starts,
        let id = cycle.id,
        let otherID = other.id, let ends = other.ends
      else { continue }
      report.add(
        .overlap(id.value, otherID.value), about: cycle, at: starts.range, in: strategy,
        notes: [Note("'\(otherID.value)' ends on \(ends.value)", at: strategy.location(other.file, ends.range))],
        help: ["Let one begin on the day after the other ends."])
    }
  }
}

extension String {
  fileprivate static func overlap(_ cycle: String, _ other: String) -> String {
    "'\(cycle)' starts before '\(other)' has ended"
  }
}
