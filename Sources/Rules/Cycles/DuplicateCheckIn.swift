import Diagnostics
import StrategyModel
import StrictYAML

struct DuplicateCheckIn: Rule {
  let card = Card(
    id: "NS612", name: "duplicate-check-in", severity: .error,
    summary: "A key result has two check-ins on one day.",
    rationale: """
      Nobody can tell which of the two values is right. It happens when two people check in on different branches, and \
      when somebody corrects a value: then add 'corrects:' with the day, and the old value stays readable.
      """,
    wrong: [Example(checkIns, replacing: entry, with: entry + again("on: ↓2026-01-26"))],
    right: [Example(checkIns, replacing: entry, with: entry + again("on: 2026-01-26, corrects: 2026-01-26"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      var day: Day?
      var first: [String: ByteRange] = [:]
      for i in entries.indices where entries[i].corrects == nil {
        guard let on = entries[i].on, let keyResult = entries[i].keyResult else { continue }
        if on.value != day { first.removeAll(keepingCapacity: true) }
        day = on.value
        guard let earlier = first.updateValue(on.range, forKey: keyResult.value) else { continue }
        let checkIns = strategy.checkIns.all[position]
        report.add(
          .twice(keyResult.value, on.value), about: checkIns, at: on.range, in: strategy,
          notes: [Note("the first one", at: strategy.location(checkIns.file, earlier))],
          help: ["Keep one of them, or add 'corrects: \(on.value)' to the later one."])
      }
    }
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let entry = "{ on: 2026-01-26, key_result: activation, value: 35, confidence: 0.6, by: ada }"

private func again(_ day: String) -> String {
  "\n  - { \(day), key_result: activation, value: 36, by: grace }"
}

extension String {
  fileprivate static func twice(_ keyResult: String, _ day: Day) -> String {
    "a second check-in of '\(keyResult)' on \(day)"
  }
}
