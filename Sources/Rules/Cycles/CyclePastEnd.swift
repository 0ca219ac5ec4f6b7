import Diagnostics
import StrategyModel

struct CyclePastEnd: Rule {
  let card = Card(
    id: "NS604", name: "cycle-past-end", severity: .error,
    summary: "A cycle is over and was never begun, or is still active, or its scores have been due for weeks.",
    rationale: """
      As long as the old quarter stays active, its goals look alive, nobody scores them and nobody learns from them; \
      the next quarter begins with the same mistakes. A draft that is over promised nothing to anybody. Set it to \
      'grading' when it ends, and close it with its scores. A check of staged files shows this fault but lets the \
      commit pass.
      """,
    settings: [
      Setting("days", 7, "Days after the end on which a cycle may still be active, or a draft."),
      Setting("grading_days", 30, "Days after the end that scoring may take."),
    ],
    wrong: [
      Example([ended("state: ↓active")]), Example([ended("state: ↓draft")]), Example([ended("state: ↓grading")]),
    ],
    right: [Example([ended("state: closed")])])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let active = report.count("days")
    let grading = report.count("grading_days")
    for cycle in strategy.cycles.all {
      guard let state = cycle.state, let ends = cycle.ends, let id = cycle.id,
        cycle.starts.map({ $0.value <= ends.value }) ?? true
      else { continue }
      let days = report.today - ends.value
      if state.value == .active, days > active {
        report.add(
          .stillActive(id.value, ends.value), about: cycle, at: state.range, in: strategy,
          help: ["Set it to 'grading', and score its key results."])
      } else if state.value == .draft, days > active {
        report.add(
          .neverBegun(id.value, ends.value), about: cycle, at: state.range, in: strategy,
          help: ["Set it to 'grading' if its goals were pursued; else remove it and its OKRs."])
      } else if state.value == .grading, days > grading {
        report.add(
          .stillGrading(id.value, ends.value), about: cycle, at: state.range, in: strategy,
          help: ["Score what is left, and set it to 'closed'."])
      }
    }
  }
}

private func ended(_ state: String) -> ExampleFile.File {
  ExampleFile.cycle("2025-q4", "starts: 2025-10-01", "ends: 2025-12-24", state)
}

extension String {
  fileprivate static func stillActive(_ cycle: String, _ ends: Day) -> String {
    "'\(cycle)' ended on \(ends) and is still active"
  }

  fileprivate static func neverBegun(_ cycle: String, _ ends: Day) -> String {
    "'\(cycle)' ended on \(ends) and is a draft"
  }

  fileprivate static func stillGrading(_ cycle: String, _ ends: Day) -> String {
    "'\(cycle)' ended on \(ends) and is still being graded"
  }
}
