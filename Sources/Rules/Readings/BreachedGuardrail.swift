import Diagnostics
import Numbers
internal import Presentation
import StrategyModel

struct BreachedGuardrail: Rule {
  let card = Card(
    id: "NS806", name: "breached-guardrail", severity: .warning,
    summary: "A guardrail is breached while an objective still pushes what it guards.",
    rationale: """
      A guardrail is the harm that pushing another metric could do, with a limit set before the temptation. Once it is \
      crossed, work on what it guards pauses and somebody looks into it: a goal reached at that price is not reached. \
      If you continue anyway, say why in a waiver.
      """,
    wrong: [
      Example([
        (
          ReadingExample.path,
          ReadingExample.sheet("2026-W03,12.4,2026-01-19,help desk,", "2026-W04,13,2026-01-26,help desk,")
        ),
        ("okrs/2026-q1/onboarding.yaml", SmallStrategy.onboardingOKRs.replacing("input: a", with: "input: ↓a")),
        ("okrs/2026-q1/growth.yaml", SmallStrategy.growthOKRs.replacing("input: n", with: "input: ↓n")),
      ])
    ],
    right: [ReadingExample.supportLoad("2026-W04,12,2026-01-26,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let breaches = strategy.breaches(on: report.today)
    guard !breaches.isEmpty else { return }
    for breach in breaches {
      let guards = strategy.metrics.all[breach.metric].guards
      let guarded = Set(guards.compactMap { strategy.metrics.position(of: $0) })
      for goal in strategy.commitments.goals {
        guard let input = goal.input, guarded.contains(input), strategy.commitments.okrStates[goal.okrs] == .active
        else { continue }
        add(goal, breach, strategy, &report)
      }
    }
  }

  private func add(_ goal: CommittedObjectives.Goal, _ breach: Breach, _ strategy: Strategy, _ report: inout Report) {
    let objective = strategy.okrs.all[goal.okrs].objectives[goal.objective]
    let guardrail = strategy.metrics.all[breach.metric]
    guard let id = objective.id?.value, let input = objective.input, let name = guardrail.id?.value else { return }
    let calendar = strategy.readings.calendar
    report.add(
      .pushing(id, input.id, name), about: strategy.okrs.all[goal.okrs], at: input.range, in: strategy,
      notes: [
        Note(.breach(breach, calendar), at: guardrail.threshold.map { strategy.location(guardrail.file, $0.range) })
      ],
      help: [.pause(name)])
  }
}

extension String {
  fileprivate static func pushing(_ objective: String, _ input: String, _ guardrail: String) -> String {
    "'\(objective)' pushes '\(input)', and '\(guardrail)' is breached"
  }

  fileprivate static func breach(_ breach: Breach, _ calendar: PeriodCalendar) -> String {
    let since = breach.since == breach.period ? "" : ", beyond it since \(calendar.name(of: breach.since))"
    return switch breach.limit {
    case .atMost(let limit):
      "\(breach.value.plain) in \(calendar.name(of: breach.period)), at most \(limit.plain)\(since)"
    case .atLeast(let limit):
      "\(breach.value.plain) in \(calendar.name(of: breach.period)), at least \(limit.plain)\(since)"
    }
  }

  fileprivate static func pause(_ guardrail: String) -> String {
    "Pause the work that pushes it and look into '\(guardrail)', or waive this with a reason."
  }
}
