import Diagnostics
import StrategyModel

struct CheckInOutsideCycle: Rule {
  let card = Card(
    id: "NS609", name: "check-in-outside-cycle", severity: .error,
    summary: "A check-in is before its cycle or long after its end.",
    rationale: """
      Such a value says nothing about what was promised for the quarter, and one added after the scores were given \
      makes them look right in hindsight. Usually the year is wrong, or the entry belongs in the next cycle's file.
      """,
    settings: [Setting("days", 30, "Days after the cycle's end on which its last values may still come in.")],
    wrong: [
      Example(
        checkIns, replacing: "{ on: 2026-01-12, key_result: completion, value: 41,",
        with: "{ on: ↓2025-12-22, key_result: completion, value: 41,")
    ],
    right: [
      Example(
        checkIns, replacing: "{ on: 2026-01-12, key_result: completion, value: 41,",
        with: "{ on: 2026-01-01, key_result: completion, value: 41,")
    ])

  /// Days in the future are a fault of their own. For a closed cycle only the first and the last entry are checked,
  /// since entries are in order.
  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = min(report.count("days"), 100_000)
    let files = strategy.checkIns.all
    for position in files.indices {
      guard let cycle = strategy.cycles.position(of: files[position].cycle),
        let starts = strategy.cycles.all[cycle].starts?.value, let ends = strategy.cycles.all[cycle].ends?.value,
        starts <= ends
      else { continue }
      let entries = files[position].entries
      let isClosed = strategy.cycles.all[cycle].state?.value == .closed
      for i in entries.indices where !isClosed || i == 0 || i == entries.count - 1 {
        guard let on = entries[i].on, on.value < starts || on.value > ends + allowed, on.value <= report.today
        else { continue }
        add(on, files[position], strategy.cycles.all[cycle], strategy, &report)
      }
    }
  }

  private func add(
    _ on: Located<Day>, _ checkIns: TeamCheckIns, _ cycle: Cycle, _ strategy: Strategy, _ report: inout Report
  ) {
    guard let starts = cycle.starts, let ends = cycle.ends, let name = cycle.id?.value else { return }
    let isEarly = on.value < starts.value
    report.add(
      .outside(on.value, name, isEarly), about: checkIns, at: on.range, in: strategy,
      notes: [
        Note(
          isEarly ? "the cycle's first day" : "the cycle's last day",
          at: strategy.location(cycle.file, (isEarly ? starts : ends).range))
      ],
      help: ["Correct the day, or move the entry to the file of its cycle."])
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"

extension String {
  fileprivate static func outside(_ day: Day, _ cycle: String, _ isEarly: Bool) -> String {
    isEarly ? "\(day) is before '\(cycle)' starts" : "\(day) is long after the end of '\(cycle)'"
  }
}
