import Diagnostics
import StrategyModel

struct CorrectionOfNothing: Rule {
  let card = Card(
    id: "NS622", name: "correction-of-nothing", severity: .error,
    summary: "A check-in corrects a day on which its key result was not checked in.",
    rationale: """
      The wrong value stays in force, because the correction does not refer to it. Write the day of the check-in to \
      correct; a new value needs no 'corrects:'.
      """,
    wrong: [
      Example(checkIns, replacing: entry, with: "{ on: 2026-01-26, corrects: ↓2026-01-13, key_result: activation,")
    ],
    right: [
      Example(checkIns, replacing: entry, with: "{ on: 2026-01-26, corrects: 2026-01-12, key_result: activation,")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      guard entries.indices.contains(where: { entries[$0].corrects != nil }) else { return }
      let checkIns = strategy.checkIns.all[position]
      var known: Set<Occasion> = []
      for i in entries.indices {
        guard let on = entries[i].on, let keyResult = entries[i].keyResult else { continue }
        if let corrects = entries[i].corrects, !strategy.mayHideFields(checkIns.file),
          !known.contains(Occasion(keyResult: keyResult.value, day: corrects.value))
        {
          report.add(
            .nothing(keyResult.value, corrects.value), about: checkIns, at: corrects.range, in: strategy,
            help: ["Write the day of an earlier check-in of '\(keyResult.value)'."])
        }
        known.insert(Occasion(keyResult: keyResult.value, day: on.value))
      }
    }
  }
}

/// What a check-in is about.
private struct Occasion: Hashable {
  let keyResult: String
  let day: Day
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let entry = "{ on: 2026-01-26, key_result: activation,"

extension String {
  fileprivate static func nothing(_ keyResult: String, _ day: Day) -> String {
    "'\(keyResult)' was not checked in on \(day)"
  }
}
