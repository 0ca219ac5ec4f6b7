import Diagnostics
import StrategyModel

struct CheckInOutsideCycle: Rule {
  let card = Card(
    id: "NS609", name: "check-in-outside-cycle", severity: .error,
    summary: "A check-in lies before its cycle or long after its end.",
    rationale: """
      Such a value says nothing about what was promised for the quarter, and one that is added after the scores were \
      given makes them look right in hindsight. Mostly the year is wrong, or the entry belongs to the next cycle's file.
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

  func check(_ strategy: Strategy, _ report: inout Report) {
    let allowed = min(report.count("days"), 100_000)
    for checkIns in strategy.checkIns.all {
      guard let cycle = strategy.cycles[checkIns.cycle], let starts = cycle.starts, let ends = cycle.ends,
        starts.value <= ends.value, let name = cycle.id?.value
      else { continue }
      for entry in checkIns.entries {
        guard let on = entry.on, on.value < starts.value || on.value > ends.value + allowed else { continue }
        let isEarly = on.value < starts.value
        let end = isEarly ? starts : ends
        report.add(
          .outside(on.value, name, isEarly), about: checkIns, at: on.range, in: strategy,
          notes: [
            Note(
              isEarly ? "the cycle's first day" : "the cycle's last day", at: strategy.location(cycle.file, end.range))
          ],
          help: ["Correct the day, or move the entry to the file of its cycle."])
      }
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"

extension String {
  fileprivate static func outside(_ day: Day, _ cycle: String, _ isEarly: Bool) -> String {
    isEarly ? "\(day) is before '\(cycle)' starts" : "\(day) is long after the end of '\(cycle)'"
  }
}
