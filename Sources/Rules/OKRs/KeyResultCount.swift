import Diagnostics
import StrategyModel

struct KeyResultCount: Rule {
  let card = Card(
    id: "NS508", name: "key-result-count", severity: .warning,
    summary: "An objective has only one key result, or more than anyone can follow.",
    rationale: """
      A single number for a goal invites raising the number instead of reaching the goal; two or three that look at it \
      from different sides are hard to cheat. More than five are a list of tasks.
      """,
    settings: [
      Setting("minimum", 2, "The fewest key results of an objective that are allowed."),
      Setting("maximum", 5, "The most key results of an objective that are allowed."),
    ],
    wrong: [
      Example(replacing: [
        ("okrs/2026-q1/onboarding.yaml", "id: first-meeting-obvious", "id: ↓first-meeting-obvious"),
        (
          "okrs/2026-q1/onboarding.yaml", "      - id: activation",
          """
            - id: ↓invited
              title: Whoever is invited finds the meeting at once
              ambition: committed
              input: activation-rate
              key_results:
                - id: activation
          """
        ),
      ])
    ],
    right: [Example(replacing: ExampleChange.secondObjective("id: invited"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let minimum = report.count("minimum")
    let maximum = report.count("maximum")
    strategy.forEachOpenObjectives { objectives, okrs in
      for i in objectives.indices {
        let count = objectives[i].keyResults.count
        guard count < minimum || count > maximum, let id = objectives[i].id,
          !strategy.mayHideFields(strategy.okrs.all[okrs].file)
        else {
          continue
        }
        report.add(
          .count(id.value, count), about: strategy.okrs.all[okrs], at: id.range, in: strategy,
          help: [count < minimum ? .more : .fewer(maximum)])
      }
    }
  }
}

extension String {
  fileprivate static func count(_ objective: String, _ count: Int) -> String {
    "'\(objective)' has \(count == 0 ? "no key results" : counted(count, "key result"))"
  }

  fileprivate static var more: String { "Look at the goal from another side: what else would show that it is reached?" }

  fileprivate static func fewer(_ maximum: Int) -> String { "Keep the \(maximum) that show it best." }
}
