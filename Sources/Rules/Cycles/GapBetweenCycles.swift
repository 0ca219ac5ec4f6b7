import Diagnostics
import StrategyModel

struct GapBetweenCycles: Rule {
  let card = Card(
    id: "NS603", name: "gap-between-cycles", severity: .warning,
    summary: "There is a gap between a cycle and the next one.",
    rationale: """
      During a gap there is no promise: work counts for nothing, and key results have neither check-ins nor an end. A \
      short pause to plan and to rest may be intended, so gaps of up to two weeks are allowed. Cycles are compared \
      with those of their own kind, quarters with quarters and years with years.
      """,
    settings: [Setting("days", 14, "The most days without a cycle that are allowed.")],
    wrong: [Example([ExampleFile.cycle("2026-q2", "starts: ↓2026-05-01", "ends: 2026-06-30", "state: draft")])],
    right: [Example([ExampleFile.cycle("2026-q2", "starts: 2026-04-06", "ends: 2026-06-30", "state: draft")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = report.count("days")
    let periods = Timeline(strategy.cycles).periods
    guard !strategy.mayHide(.cycle) else { return }
    var last: [Int: Timeline.Period] = [:]
    for period in periods {
      defer { last[period.depth] = period }
      guard let before = last[period.depth] else { continue }
      let days = period.starts - before.ends - 1
      let cycle = strategy.cycles.all[period.cycle]
      guard days > allowed, cycle.state?.value != .closed, let starts = cycle.starts, let id = cycle.id,
        let earlier = strategy.cycles.all[before.cycle].id
      else { continue }
      report.add(
        .gap(days, earlier.value, id.value), about: cycle, at: starts.range, in: strategy,
        help: ["Let it begin on \(before.ends + 1), or add the missing cycle."])
    }
  }
}

extension String {
  fileprivate static func gap(_ days: Int, _ earlier: String, _ later: String) -> String {
    "\(counted(days, "day")) between '\(earlier)' and '\(later)' \(days == 1 ? "belongs" : "belong") to no cycle"
  }
}
