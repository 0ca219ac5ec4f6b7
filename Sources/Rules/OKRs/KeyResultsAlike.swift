import Diagnostics
import StrategyModel

struct KeyResultsAlike: Rule {
  let card = Card(
    id: "NS514", name: "key-results-alike", severity: .warning,
    summary: "Two key results of a team ask for the same change of the same metric.",
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
        with: "metric: onboarding-completion\n        type: maintain\n        lower: 34"),
      Example(
        "okrs/2026-q1/onboarding.yaml", replacing: "metric: activation-rate",
        with: "metric: onboarding-completion\n        segment: large teams"),
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    strategy.forEachOpenObjectives { objectives, okrs in
      var first: [Promise: Reference<Metric>] = [:]
      for i in objectives.indices {
        let keyResults = objectives[i].keyResults
        for k in keyResults.indices {
          guard let metric = keyResults[k].metric, let type = keyResults[k].type?.value,
            let earlier = first.insert(
              metric, for: Promise(metric: metric.id, segment: keyResults[k].segment?.value, type: type))
          else { continue }
          let file = strategy.okrs.all[okrs]
          report.add(
            .alike(type, metric.id), about: file, at: metric.range, in: strategy,
            notes: [Note("the same promise", at: strategy.location(file.file, earlier.range))],
            help: ["Keep one of the two."])
        }
      }
    }
  }

  private struct Promise: Hashable {
    let metric: String
    let segment: String?
    let type: KeyResultType
  }
}

extension Dictionary {
  /// Keeps the first value for a key, and returns it when there was one.
  fileprivate mutating func insert(_ value: Value, for key: Key) -> Value? {
    if let earlier = self[key] { return earlier }
    self[key] = value
    return nil
  }
}

extension String {
  fileprivate static func alike(_ type: KeyResultType, _ metric: String) -> String {
    "a second key result to \(type.rawValue) '\(metric)'"
  }
}
