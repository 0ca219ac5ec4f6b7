import Diagnostics
import StrategyModel

struct ScoreBeforeEnd: Rule {
  let card = Card(
    id: "NS615", name: "score-before-end", severity: .error,
    summary: "A key result has its score while the cycle is still a draft or active.",
    rationale: """
      A score is given once, at the close, by the people who look at all scores together. An early score ends the \
      check-ins, and nothing shows what happens afterwards. Until then, use progress and confidence.
      """,
    wrong: [
      Example("okrs/2026-q1/growth.yaml", replacing: "owner: omar", with: "owner: omar\n        score: ↓1")
    ],
    right: [Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs()])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let today = report.today
    strategy.forEachOpenKeyResults { keyResults, okrs in
      for i in keyResults.indices {
        guard let score = keyResults[i].score, let id = keyResults[i].id,
          let cycle = strategy.cycles[strategy.okrs.all[okrs].cycle],
          let state = cycle.state?.value, state == .draft || state == .active,
          cycle.ends.map({ today <= $0.value }) ?? true, let name = cycle.id
        else { continue }
        report.add(
          .early(id.value, name.value, state), about: strategy.okrs.all[okrs], at: score.range, in: strategy,
          help: ["Write a check-in with the value, and score it when the cycle is being graded."])
      }
    }
  }
}

extension String {
  fileprivate static func early(_ keyResult: String, _ cycle: String, _ state: CycleState) -> String {
    "'\(keyResult)' has a score while '\(cycle)' is \(state == .draft ? "a draft" : "active")"
  }
}
