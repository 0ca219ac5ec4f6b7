import Git
import Numbers
package import Presentation
import StrategyModel

extension Listing {
  /// Beliefs as rows.
  package static func beliefs(_ ledger: BeliefLedger) -> Listing {
    let columns = [
      "metric", "moves", "sign", "lag_weeks", "confidence", "stated", "review_on", "verdict", "best_lag", "r", "points",
      "team", "changed", "commit",
    ]
    return Listing(columns, ledger.beliefs) { belief in
      let best = belief.test?.bestAhead
      let lag = best.map { "\($0.lag) \((belief.grain ?? .week).counted($0.lag))" }
      return [
        belief.metric, belief.target, belief.prior.sign.map { $0 == .positive ? "+" : "-" },
        belief.prior.lagWeeks?.plain, belief.prior.confidence?.plain, belief.origin?.day.description,
        belief.reviewOn?.description, belief.verdict.rawValue, lag, best?.r.coefficient,
        belief.test.map { String($0.count) }, belief.team, belief.isChanged ? "yes" : nil, belief.origin?.commit.short,
      ]
    }
  }

  /// Brier scores as rows, with the overall score last.
  package static func scores(_ ledger: BeliefLedger) -> Listing {
    let rows = ledger.scores.map { ($0.team ?? "no team", $0.score) } + (ledger.overall.map { [("all", $0)] } ?? [])
    return Listing(["team", "beliefs", "brier"], rows) { name, score in
      [name, String(score.count), score.score.coefficient]
    }
  }
}

extension BeliefLedger {
  package var json: JSONValue {
    [
      "formatVersion": "1.0", "rows": .array(beliefs.map(\.json)),
      "notes": .array(notes.map(JSONValue.string)),
      "brier": .array(
        scores.map { team, score in
          ["team": .orNull(team), "beliefs": .number(Double(score.count)), "score": .number(score.score)]
        }),
      "overall": overall.map { .number($0.score) } ?? .null,
    ]
  }
}

extension GradedBelief {
  fileprivate var json: JSONValue {
    [
      "metric": .string(metric), "moves": .string(target), "sign": .orNull(prior.sign?.rawValue),
      "lagWeeks": .orNull(prior.lagWeeks), "confidence": .orNull(prior.confidence),
      "stated": .orNull(origin?.day.description), "commit": .orNull(origin?.commit.description),
      "changed": .flag(isChanged), "reviewOn": .orNull(reviewOn?.description), "team": .orNull(team),
      "verdict": .string(verdict.rawValue), "grain": .orNull(grain?.rawValue),
      "bestLag": .orNull((test?.bestAhead?.lag).map(Double.init)), "r": .orNull(test?.bestAhead?.r),
      "points": .orNull((test?.count).map(Double.init)),
    ]
  }

}
