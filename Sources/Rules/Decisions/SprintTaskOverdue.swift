import Diagnostics
import StrategyModel

struct SprintTaskOverdue: Rule {
  let card = Card(
    id: "NS718", name: "sprint-task-overdue", severity: .warning,
    summary: "A week of the sprint that follows a workshop is over, and a task of it isn't done.",
    rationale: """
      A workshop ends with a metric that six people believe in. The four weeks after it bring the data, the definition \
      and the other two hundred people; without them, the metric stays a slide. Do the task, or remove it from the \
      plan. After some months nobody follows the plan any more, and the rule no longer reports it.
      """,
    settings: [Setting("months", 3, "How many months after the workshop its tasks are checked.")],
    wrong: [
      Example([
        ExampleFile.noor,
        ExampleFile.workshop(heldOn: "2026-01-14", sprint: sprint("task: ↓Write down the value and the candidates")),
      ])
    ],
    right: [
      Example([ExampleFile.noor, ExampleFile.workshop(heldOn: "2026-01-14", sprint: sprint(done))]),
      Example([ExampleFile.noor, ExampleFile.workshop(heldOn: "2025-09-10", sprint: sprint("task: Ask the data"))]),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let months = min(max(report.count("months"), 0), 1200)
    for workshop in strategy.workshops.all {
      guard let held = workshop.heldOn?.value, held.adding(months: months) >= report.today else { continue }
      for (number, task) in zip(1..., workshop.sprint) where task.done?.value != true {
        guard let text = task.task, let end = task.lastDay(ofSprintFrom: held), end < report.today else { continue }
        report.add(
          .undone(end), about: workshop, at: text.range, in: strategy,
          help: [.tick(workshop.id?.value ?? "<workshop>", number)])
      }
    }
  }
}

private let done = "task: Write down the value and the candidates\n    done: true"

private func sprint(_ task: String) -> String {
  "\nsprint:\n  - week: 1\n    \(task)\n  - week: 4\n    task: Give every input an owner"
}

extension String {
  fileprivate static func undone(_ end: Day) -> String { "this task of the sprint was planned for the week to \(end)" }

  fileprivate static func tick(_ workshop: String, _ number: Int) -> String {
    "Do it, then run 'northstar workshop done \(workshop) \(number)'."
  }
}
