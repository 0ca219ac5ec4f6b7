import Diagnostics
import StrategyModel
import StrictYAML

struct PastDue: Rule {
  let card = Card(
    id: "NS524", name: "past-due", severity: .warning,
    summary: "A step of a milestone is past its day and not done, or a day lies outside the cycle.",
    rationale: """
      Steps show early whether a milestone will be reached. A day that passed in silence says that nobody looks at the \
      plan any more. Write when the step was done, or name the day on which it will be.
      """,
    wrong: [
      Example(
        okrs, replacing: "type: milestone",
        with: "type: milestone\n        steps:\n          - { title: Draft agreed, due: ↓2026-01-16 }"),
      Example(okrs, replacing: "type: milestone", with: "type: milestone\n        due: ↓2026-04-30"),
    ],
    right: [
      Example(
        okrs, replacing: "type: milestone",
        with: "type: milestone\n        steps:\n          - { title: Draft agreed, due: 2026-01-16, done: 2026-01-15 }")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, position in
      for i in objectives.indices {
        if let due = objectives[i].due { check(due, position, strategy, &report) }
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices {
          if let due = keyResults[k].due { check(due, position, strategy, &report) }
          guard keyResults[k].score == nil else { continue }
          for step in keyResults[k].steps where step.done == nil {
            guard let due = step.due, due.value < report.today, let title = step.title else { continue }
            report.add(
              "the step '\(title.value.excerpt(40))' was due on \(due.value)", about: strategy.okrs.all[position],
              at: due.range, in: strategy, help: ["Add 'done:' with its day, or name another day."])
          }
        }
      }
    }
  }

  /// A day for a goal belongs to the goal's cycle.
  private func check(_ due: Located<Day>, _ position: Int, _ strategy: Strategy, _ report: inout Report) {
    guard let cycle = strategy.cycles[strategy.okrs.all[position].cycle], let id = cycle.id?.value,
      let starts = cycle.starts?.value, let ends = cycle.ends?.value, starts <= ends,
      due.value < starts || due.value > ends
    else { return }
    report.add(
      "\(due.value) is not in '\(id)'", about: strategy.okrs.all[position], at: due.range, in: strategy,
      help: ["Name a day from \(starts) to \(ends)."])
  }
}

private let okrs = "okrs/2026-q1/growth.yaml"
