import Diagnostics
import StrategyModel

struct KeyResultWithoutOwner: Rule {
  let card = Card(
    id: "NS509", name: "key-result-without-owner", severity: .warning,
    summary: "A key result names nobody who answers for it.",
    rationale: """
      What everybody answers for, nobody checks in on. The owner need not do the work, but makes sure that the number \
      is measured and speaks up when it does not move. Name one person.
      """,
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: completion", "id: ↓completion"),
        ("okrs/2026-q1/onboarding.yaml", "\n        owner: grace", ""),
      ])
    ],
    right: [Example("okrs/2026-q1/onboarding.yaml", replacing: "owner: grace", with: "owner: ada")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard keyResults[i].owner == nil, let id = keyResults[i].id,
          !strategy.mayHideFields(strategy.okrs.all[okrs].file)
        else { continue }
        report.add(
          .unowned(id.value), about: strategy.okrs.all[okrs], at: id.range, in: strategy,
          help: ["Add 'owner:' with the one person who answers for it."])
      }
    }
  }
}

extension String {
  fileprivate static func unowned(_ keyResult: String) -> String { "key result '\(keyResult)' has no owner" }
}
