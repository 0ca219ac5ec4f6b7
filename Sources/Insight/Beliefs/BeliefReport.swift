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
        .text(belief.metric), .text(belief.target), .text(belief.prior.sign.map { $0 == .positive ? "+" : "-" }),
        .number(belief.prior.lagWeeks), .number(belief.prior.confidence), .text(belief.origin?.day.description),
        .text(belief.reviewOn?.description), .text(belief.verdict.rawValue), .text(lag),
        .coefficient(best?.r), .count(belief.test?.count), .text(belief.team),
        .flag(belief.isChanged), .commit(belief.origin?.commit.description),
      ]
    }
  }

  /// Brier scores as rows, with the overall score last.
  package static func scores(_ ledger: BeliefLedger) -> Listing {
    let rows = ledger.scores.map { ($0.team ?? "no team", $0.score) } + (ledger.overall.map { [("all", $0)] } ?? [])
    return Listing(["team", "beliefs", "brier"], rows) { name, score in
      [.text(name), .count(score.count), .coefficient(score.score)]
    }
  }
}

extension Cell {
  /// A number from -1 to 1, with two decimals for people.
  static func coefficient(_ value: Double?) -> Cell { .number(value, shown: value?.coefficient) }
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
