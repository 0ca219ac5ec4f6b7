import Diagnostics
import StrategyModel

struct MissingOutcome: Rule {
  let card = Card(
    id: "NS617", name: "missing-outcome", severity: .warning,
    summary: "An objective of a closed cycle does not say what becomes of it.",
    rationale: """
      Nothing carries over by itself. Without keep, modify or abandon, some people continue with the goal and others \
      have dropped it, and next quarter's plan quietly starts half full.
      """,
    wrong: [
      Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs(objective: "id: ↓welcome", outcome: "why: We were late")])
    ],
    right: [Example([ExampleFile.lastQuarter, ExampleFile.lastOKRs(outcome: "outcome: { decision: keep }")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachObjectives(when: { $0 == .closed }) { objectives, position in
      guard !strategy.isClosedUnscored(okrs: position) else { return }
      for i in objectives.indices where objectives[i].outcome == nil {
        let okrs = strategy.okrs.all[position]
        guard let id = objectives[i].id, !strategy.mayHideFields(okrs.file) else { continue }
        report.add(
          .open(id.value), about: okrs, at: id.range, in: strategy,
          help: ["Add 'outcome:' with the decision \(String.oneOf(CloseDecision.allCases.map(\.rawValue)))."])
      }
    }
  }
}

extension String {
  fileprivate static func open(_ objective: String) -> String {
    "'\(objective)' is closed without an outcome"
  }
}
