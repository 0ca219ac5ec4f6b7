import Diagnostics
import StrategyModel

struct CycleNotStarted: Rule {
  let card = Card(
    id: "NS605", name: "cycle-not-started", severity: .warning,
    summary: "A cycle is active long before its first day.",
    rationale: """
      An active cycle's goals are a promise: every change is an amendment with its reason, and check-ins become due. \
      Weeks before the start that is only paperwork, so people stop writing reasons. Keep it a draft until shortly \
      before.
      """,
    settings: [Setting("days", 14, "Days before the first day on which a cycle may be active.")],
    wrong: [Example([ExampleFile.cycle("2026-q2", "starts: 2026-04-01", "ends: 2026-06-30", "state: ↓active")])],
    right: [Example([ExampleFile.cycle("2026-q2", "starts: 2026-04-01", "ends: 2026-06-30", "state: draft")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = report.count("days")
    for cycle in strategy.cycles.all where cycle.state?.value == .active {
      guard let state = cycle.state, let starts = cycle.starts, starts.value - report.today > allowed, let id = cycle.id
      else { continue }
      report.add(
        .early(id.value, starts.value), about: cycle, at: state.range, in: strategy,
        help: ["Keep it 'draft' until it begins."])
    }
  }
}

extension String {
  fileprivate static func early(_ cycle: String, _ starts: Day) -> String {
    "'\(cycle)' is active but starts only on \(starts)"
  }
}
