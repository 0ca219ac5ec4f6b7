import Diagnostics
import StrategyModel

struct OnlyMilestones: Rule {
  let card = Card(
    id: "NS519", name: "only-milestones", severity: .warning,
    summary: "An objective's key results are all milestones, so that nothing measures it.",
    rationale: """
      When all of them are done, nobody knows whether anything has become better: the objective is a list of tasks. Add \
      a key result with a metric that shows the effect. Objectives for learning end in an answer and need none.
      """,
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/growth.yaml", "id: invited-by-colleagues", "id: ↓invited-by-colleagues"),
        (
          "okrs/2026-q1/growth.yaml",
          """
                  title: Raise new workspaces from 900 to 1200 a week
                  metric: new-workspaces
                  type: increase
                  baseline: 900
                  target: 1200
          """,
          """
                  title: The page for invited people says who invited them
                  type: milestone
          """
        ),
        ("checkins/2026-q1/growth.yaml", "value: 930, confidence: 0.6", "value: 0, confidence: 0.6"),
        ("checkins/2026-q1/growth.yaml", "value: 955, confidence: 0.6", "value: 0, confidence: 0.6"),
      ])
    ],
    right: [
      Example(
        "okrs/2026-q1/growth.yaml", replacing: "ambition: aspirational", with: "ambition: committed")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices where objectives[i].ambition?.value != .learning {
        let keyResults = objectives[i].keyResults
        guard !keyResults.isEmpty, keyResults.indices.allSatisfy({ keyResults[$0].type?.value == .milestone }),
          let id = objectives[i].id, !strategy.mayHideFields(strategy.okrs.all[okrs].file)
        else { continue }
        report.add(
          .unmeasured(id.value), about: strategy.okrs.all[okrs], at: id.range, in: strategy,
          help: ["Add a key result with a metric that shows the effect."])
      }
    }
  }
}

extension String {
  fileprivate static func unmeasured(_ objective: String) -> String {
    "the key results of '\(objective.excerpt(40))' are all milestones"
  }
}
