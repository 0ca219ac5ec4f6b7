import Diagnostics
import StrategyModel

struct ClosedWithoutScores: Rule {
  let card = Card(
    id: "NS614", name: "closed-without-scores", severity: .warning,
    summary: "A closed cycle has key results without a score.",
    rationale: """
      The quarter ended without anybody saying how it went, so the same promises come back under new names and nobody \
      learns whether the company sets its goals too low or too high. Add the missing scores, using what was known \
      then; if nobody kept any, say so in the cycle's 'unscored:'.
      """,
    wrong: [
      Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs(keyResult: "id: ↓completion", score: "weight: 1")])
    ],
    right: [
      Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs()]),
      Example([
        ExampleFile.cycle(
          "2025-q4", "starts: 2025-10-01", "ends: 2025-12-31", "state: closed", "unscored: Nobody kept scores then"),
        ExampleFile.lastOKRs(score: "weight: 1"),
      ]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachObjectives(when: { $0 == .closed }) { objectives, position in
      guard !strategy.isClosedUnscored(okrs: position) else { return }
      var open = 0
      var first: Identifier?
      for i in objectives.indices {
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices where keyResults[k].score == nil {
          open += 1
          first = first ?? keyResults[k].id
        }
      }
      guard let first else { return }
      let okrs = strategy.okrs.all[position]
      guard let cycle = okrs.cycle, !strategy.mayHideFields(okrs.file) else { return }
      report.add(
        .unscored(open, first.value, cycle.id), about: okrs, at: first.range, in: strategy,
        help: ["Add 'score:' from 0 to 1, and 'score_reason:'."])
    }
  }
}

extension String {
  fileprivate static func unscored(_ count: Int, _ first: String, _ cycle: String) -> String {
    count == 1
      ? "'\(cycle)' is closed, and '\(first)' has no score"
      : "'\(cycle)' is closed, and \(count) key results have no score"
  }
}
