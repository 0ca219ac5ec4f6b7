import Diagnostics
import StrategyModel

struct KeyResultOwnerLeft: Rule {
  let card = Card(
    id: "NS510", name: "key-result-owner-left", severity: .warning,
    summary: "The person who answers for a key result left the company before the cycle's end.",
    rationale: """
      The check-ins stop and nobody notices before the close. Hand the key result to somebody who stays; when the \
      cycle is active, the change is an amendment with its reason.
      """,
    wrong: [
      Example([ExampleFile.noor], replacing: [("okrs/2026-q1/onboarding.yaml", "owner: grace", "owner: ↓noor")])
    ],
    right: [Example([ExampleFile.noor])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let owner = keyResults[i].owner, let left = strategy.departure(of: owner, before: today),
          let id = keyResults[i].id,
          strategy.cycles[strategy.okrs.all[okrs].cycle]?.ends.map({ left < $0.value }) ?? true
        else { continue }
        report.add(
          .gone(owner.id, id.value, left), about: strategy.okrs.all[okrs], at: owner.range, in: strategy,
          help: ["Name the person who answers for it now."])
      }
    }
  }
}

extension String {
  fileprivate static func gone(_ person: String, _ keyResult: String, _ day: Day) -> String {
    "'\(person)', who answers for '\(keyResult)', left on \(day)"
  }
}
