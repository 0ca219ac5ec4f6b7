import Diagnostics
import StrategyModel

struct CheckInOutOfOrder: Rule {
  let card = Card(
    id: "NS608", name: "check-in-out-of-order", severity: .error,
    summary: "A check-in comes after one of a later day.",
    rationale: """
      Everybody takes the last entry for the current value. An older one after it, usually from a merge of two \
      branches, turns the number back. Move it to its place; to correct an old value, add an entry with 'corrects:'.
      """,
    wrong: [Example(checkIns, replacing: lastButOne, with: "{ on: ↓2026-01-18, key_result: completion, value: 45,")],
    right: [
      Example(
        checkIns, replacing: "{ on: 2026-01-26, key_result: activation, value: 35,",
        with: "{ on: 2026-01-27, corrects: 2026-01-19, key_result: activation, value: 34,")
    ])

  /// Days in the future and days before the cycle are faults of their own, and do not affect the order.
  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    strategy.forEachOpenCheckIns { entries, position in
      let starts = strategy.cycles[strategy.checkIns.all[position].cycle]?.starts?.value
      var latest: Located<Day>?
      for i in entries.indices {
        guard let on = entries[i].on, on.value <= today, starts.map({ $0 <= on.value }) ?? true else { continue }
        guard let before = latest, on.value < before.value else {
          latest = on
          continue
        }
        let checkIns = strategy.checkIns.all[position]
        report.add(
          .older(on.value, before.value), about: checkIns, at: on.range, in: strategy,
          notes: [Note("the entry of the later day", at: strategy.location(checkIns.file, before.range))],
          help: ["Move it before the entries of later days."])
      }
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let lastButOne = "{ on: 2026-01-26, key_result: completion, value: 45,"

extension String {
  fileprivate static func older(_ day: Day, _ before: Day) -> String {
    "the check-in of \(day) comes after one of \(before)"
  }
}
