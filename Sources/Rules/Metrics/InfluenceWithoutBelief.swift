import Diagnostics
import StrategyModel

struct InfluenceWithoutBelief: Rule {
  let card = Card(
    id: "NS413", name: "influence-without-belief", severity: .warning,
    summary: "An influence does not say what is believed: its sign, lag, confidence, reason or review day.",
    rationale: """
      An influence is a bet that one metric moves another. A bet without direction, delay and day cannot be lost, so \
      nobody learns from it, and teams keep pulling a lever that moves nothing. Say what you expect to see, and when \
      you will check.
      """,
    wrong: [
      Example(
        "metrics/onboarding-completion.yaml",
        replacing: """
            - metric: activation-rate
              as: influence
              sign: positive
              lag_weeks: 1
          """,
        with: """
            - metric: ↓activation-rate
              as: influence
          """)
    ],
    right: [Example("metrics/onboarding-completion.yaml", replacing: "lag_weeks: 1", with: "lag_weeks: 0")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      for edge in metrics[i].drives where edge.type?.value == .influence {
        let missing = edge.missingParts
        guard !missing.isEmpty, let target = edge.metric, let id = metrics[i].id,
          !strategy.mayHideFields(metrics[i].file)
        else { continue }
        report.add(
          .vague(id.value, target.id), about: metrics[i], at: target.range, in: strategy,
          help: ["Add \(String.allOf(missing.map { $0 + ":" })) to the edge."])
      }
    }
  }
}

extension Edge {
  fileprivate var missingParts: [String] {
    var missing: [String] = []
    if sign == nil { missing.append("sign") }
    if lagWeeks == nil { missing.append("lag_weeks") }
    if confidence == nil { missing.append("confidence") }
    if because == nil { missing.append("because") }
    if reviewOn == nil { missing.append("review_on") }
    return missing
  }
}

extension String {
  fileprivate static func vague(_ metric: String, _ target: String) -> String {
    "the influence of '\(metric)' on '\(target)' can't be tested"
  }
}
