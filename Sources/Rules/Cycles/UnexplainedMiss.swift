import Diagnostics
internal import Presentation
import StrategyModel

struct UnexplainedMiss: Rule {
  let card = Card(
    id: "NS616", name: "unexplained-miss", severity: .warning,
    summary: "A committed key result scored below 1.0 without a reason.",
    rationale: """
      'Committed' tells others that they can rely on it. When it is missed, they want to know why, and so does the \
      team next time. One sentence in 'score_reason:' is enough. Aspirational goals are expected to miss.
      """,
    wrong: [Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs(score: "score: ↓0.6")])],
    right: [
      Example([
        ExampleFile.lastQuarter,
        ExampleFile.lastOKRs(score: "score: 0.6\n        score_reason: Two of three languages came late"),
      ])
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachObjectives(when: { $0 == .grading || $0 == .closed }) { objectives, okrs in
      for i in objectives.indices where objectives[i].ambition?.value == .committed {
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices where keyResults[k].scoreReason == nil {
          guard let score = keyResults[k].score, score.value.value < 1, let id = keyResults[k].id,
            !strategy.mayHideFields(strategy.okrs.all[okrs].file)
          else { continue }
          report.add(
            .missed(id.value, score.value.value), about: strategy.okrs.all[okrs], at: score.range, in: strategy,
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
