import Diagnostics
import StrategyModel

struct CheckInWithoutValue: Rule {
  let card = Card(
    id: "NS611", name: "check-in-without-value", severity: .warning,
    summary: "A check-in has no value.",
    rationale: """
      Confidence and a note say what somebody hopes; only the value says how far the team has come. Progress stays \
      where it was, as if nothing had been measured. Write the last known value, even if it has not moved. \
      Key results whose target is undisclosed need none.
      """,
    wrong: [Example(checkIns, replacing: entry, with: "key_result: ↓completion, confidence: 0.6")],
    right: [Example(checkIns, replacing: entry, with: "key_result: completion, value: 41, confidence: 0.6")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenCheckIns { entries, position in
      for i in entries.indices where entries[i].value == nil {
        guard !strategy.isUndisclosed(entries[i].keyResult, ofCheckIns: position) else { continue }
        let checkIns = strategy.checkIns.all[position]
        guard let keyResult = entries[i].keyResult, !strategy.mayHideFields(checkIns.file) else { continue }
        report.add(
          .empty(keyResult.value, entries[i].on?.value), about: checkIns, at: keyResult.range, in: strategy,
          help: ["Add 'value:', even if it is the same as before."])
      }
    }
  }
}

extension Strategy {
  /// Whether the key result's numbers are not written here.
  fileprivate func isUndisclosed(_ keyResult: Identifier?, ofCheckIns position: Int) -> Bool {
    guard let keyResult, let file = okrs.position(of: checkIns.identifiers[position]?.value ?? "") else { return false }
    let objectives = okrs.all[file].objectives
    for i in objectives.indices {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices where keyResults[k].targetWord?.value == .undisclosed {
        if keyResults[k].id?.value == keyResult.value { return true }
      }
    }
    return false
  }
}

private let checkIns = "checkins/2026-q1/onboarding.yaml"
private let entry = "key_result: completion, value: 43.5, confidence: 0.6"

extension String {
  fileprivate static func empty(_ keyResult: String, _ day: Day?) -> String {
    "the check-in of '\(keyResult)'\(day.map { " on \($0)" } ?? "") has no value"
  }
}
