import Diagnostics
import StrategyModel

struct CheckInInFuture: Rule {
  let card = Card(
    id: "NS613", name: "check-in-in-future", severity: .error,
    summary: "A check-in has a day in the future.",
    rationale: """
      Nobody can have measured a value in the future. Until that day the entry hides that the key result has no \
      check-ins, and it blocks the check-ins before it. Usually month and day were swapped.
      """,
    wrong: [Example(checkIns, replacing: entry, with: "{ on: ↓2026-02-02, key_result: activation, value: 35,")],
    right: [Example(checkIns, replacing: entry, with: "{ on: 2026-01-28, key_result: activation, value: 35,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    strategy.forEachOpenCheckIns { entries, checkIns in
      for i in entries.indices {
        guard let on = entries[i].on, on.value > today, let keyResult = entries[i].keyResult else { continue }
        report.add(
          .early(keyResult.value, on.value), about: strategy.checkIns.all[checkIns], at: on.range, in: strategy,
          help: ["Write the day on which the value was measured."])
      }
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let entry = "{ on: 2026-01-26, key_result: activation, value: 35,"

extension String {
  fileprivate static func early(_ keyResult: String, _ day: Day) -> String {
    "'\(keyResult)' is checked in on \(day), in the future"
  }
}
