import Diagnostics
import StrategyModel

struct KeyResultsAlike: Rule {
  let card = Card(
    id: "NS514", name: "key-results-alike", severity: .warning,
    summary: "Two key results of a team ask the same of the same metric.",
    rationale: """
      The same movement is then counted twice in the team's score, and of two targets for one number the easier one \
      wins. Keep one, and look at the goal from another side for the other.
      """,
    wrong: [
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "metric: activation-rate", with: "metric: ↓onboarding-completion")
    ],
    right: [
      Example(
        "okrs/2026-q1/onboarding.yaml",
        replacing: "metric: activation-rate\n        type: increase\n        baseline: 34\n        target: 40",
        with: "metric: onboarding-completion\n        type: maintain\n        lower: 34")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenOKRs { okrs in
      var first: [Promise: Reference<Metric>] = [:]
      for objective in okrs.objectives {
        for keyResult in objective.keyResults {
          guard let metric = keyResult.metric, let type = keyResult.type?.value else { continue }
          let promise = Promise(metric: metric.id, type: type)
          guard let earlier = first[promise] else {
            first[promise] = metric
            continue
          }
          report.add(
            .alike(type, metric.id), about: okrs, at: metric.range, in: strategy,
            notes: [Note("the same promise", at: strategy.location(okrs.file, earlier.range))],
            help: ["Keep one of the two."])
        }
      }
    }
  }

  private struct Promise: Hashable {
    let metric: String
    let type: KeyResultType
  }
}

extension String {
  fileprivate static func alike(_ type: KeyResultType, _ metric: String) -> String {
    "a second key result to \(type.rawValue) '\(metric)'"
  }
}
