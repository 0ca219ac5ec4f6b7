import Diagnostics
import StrategyModel

struct UnexplainedMiss: Rule {
  let card = Card(
    id: "NS616", name: "unexplained-miss", severity: .warning,
    summary: "A committed key result scored below 1.0 without a reason.",
    rationale: """
      'Committed' tells others that they may build on it. When it is missed, those who did want to know why, and the \
      team wants to know next time. One sentence in 'score_reason:' is enough. Aspirational goals are expected to miss.
      """,
    wrong: [Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs(score: "score: ↓0.6")])],
    right: [
      Example([
        ExampleFile.lastQuarter,
        ExampleFile.lastOKRs(score: "score: 0.6\n        score_reason: Two of three languages came late"),
      ])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    for okrs in strategy.okrs.all {
      guard let state = strategy.state(of: okrs.cycle), state == .grading || state == .closed else { continue }
      for objective in okrs.objectives where objective.ambition?.value == .committed {
        for keyResult in objective.keyResults where keyResult.scoreReason == nil {
          guard let score = keyResult.score, score.value.value < 1, let id = keyResult.id,
            !strategy.mayHideFields(okrs.file)
          else { continue }
          report.add(
            .missed(id.value, score.value.value), about: okrs, at: score.range, in: strategy,
            help: ["Add 'score_reason:'."])
        }
      }
    }
  }
}

extension String {
  fileprivate static func missed(_ keyResult: String, _ score: Double) -> String {
    "'\(keyResult)' was committed and scored \(score.plain) without a reason"
  }
}
