package import StrategyModel

/// How well people's confidence agreed with the scores, over many check-ins.
package struct Calibration: Sendable {
  /// One check-in's confidence, and how its key result ended.
  package struct Forecast: Sendable, Hashable {
    /// 0…1.
    package let confidence: Double
    /// 0…1.
    package let score: Double

    package init(confidence: Double, score: Double) { (self.confidence, self.score) = (confidence, score) }

    package var cameTrue: Bool { ScoreBand(score) == .green }
  }

  /// The forecasts of one band of confidence.
  package struct Bucket: Sendable, Hashable {
    package let band: ConfidenceBand
    package let count: Int
    /// 0…1.
    package let confidence: Double
    package let score: Double
    /// The share that ended green: for well-calibrated people it is near their confidence.
    package let cameTrue: Double
  }

  package private(set) var forecasts: [Forecast] = []

  package init() {}

  package mutating func add(_ forecast: Forecast) { forecasts.append(forecast) }

  /// The mean squared distance between confidence and outcome, 0 at best; always saying one half gives 0.25.
  ///
  /// Source: Brier, "Verification of forecasts expressed in terms of probability" (1950), for two outcomes.
  package var brier: Double? {
    Mean.of(
      forecasts.map { forecast in
        let distance = forecast.confidence - (forecast.cameTrue ? 1 : 0)
        return distance * distance
      })
  }

  /// High, medium and low, without empty ones.
  package var buckets: [Bucket] {
    ConfidenceBand.allCases.compactMap { band in
      let own = forecasts.filter { ConfidenceBand($0.confidence) == band }
      guard let confidence = Mean.of(own.map(\.confidence)), let score = Mean.of(own.map(\.score)),
        let cameTrue = Mean.of(own.map { $0.cameTrue ? 1 : 0 })
      else { return nil }
      return Bucket(band: band, count: own.count, confidence: confidence, score: score, cameTrue: cameTrue)
    }
  }
}

extension Strategy {
  /// Every check-in in force that states a confidence, for those key results of a team in a cycle that have a score.
  package func forecasts(ofOKRs okrs: Int, until day: Day) -> [Calibration.Forecast] {
    let objectives = self.okrs.all[okrs].objectives
    guard objectives.indices.contains(where: { objectives[$0].hasScore }) else { return [] }
    let held = checkInsInForce(ofOKRs: okrs, until: day)
    var found: [Calibration.Forecast] = []
    for i in objectives.indices {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices {
        guard let score = keyResults[k].score?.value.value, let id = keyResults[k].id else { continue }
        found += held[id.value].compactMap { checkIn in
          checkIn.confidence.map { Calibration.Forecast(confidence: $0, score: score) }
        }
      }
    }
    return found
  }
}

extension Objective {
  fileprivate var hasScore: Bool { keyResults.indices.contains { keyResults[$0].score != nil } }
}
