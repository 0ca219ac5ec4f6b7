package import StrategyModel

/// How likely a key result is, according to the people who work on it.
package enum ConfidenceBand: String, Sendable, CaseIterable {
  case high, medium, low

  /// - Parameter confidence: 0…1. From 0.7 high, from 0.4 medium.
  package init(_ confidence: Double) {
    self = confidence >= 0.7 ? .high : confidence >= 0.4 ? .medium : .low
  }

  /// Whether somebody higher up should be told.
  package static func escalates(_ confidence: Double) -> Bool { confidence <= 0.3 }
}

/// How to read a score after rounding it to one decimal.
package enum ScoreBand: String, Sendable, CaseIterable {
  case green, yellow, red

  /// - Parameter score: 0…1. From 0.7 green, from 0.4 yellow.
  package init(_ score: Double) {
    let tenths = ScoreBand.tenths(score)
    self = tenths >= 7 ? .green : tenths >= 4 ? .yellow : .red
  }

  /// The score as it is recorded: with one decimal, halves away from zero.
  package static func rounded(_ score: Double) -> Double { tenths(score) / 10 }

  private static func tenths(_ score: Double) -> Double { (score * 10).rounded() }
}

/// What the average of a set of scores says about how goals were set, given what was meant.
package enum Aim: String, Sendable, CaseIterable {
  case tooSafe = "too safe"
  case sound
  case tooWild = "too wild"
  case asCommitted = "as committed"
  case lessThanCommitted = "less than committed"

  /// Aspirational goals were too safe above 0.85 and too wild below 0.6. Committed ones were expected to reach 1.0.
  /// `nil` for goals that end in an answer, and for those without an ambition.
  package init?(average: Double, of ambition: Ambition?) {
    switch ambition {
    case .aspirational: self = average > 0.85 ? .tooSafe : average < 0.6 ? .tooWild : .sound
    case .committed: self = ScoreBand.rounded(average) >= 1 ? .asCommitted : .lessThanCommitted
    case .learning, nil: return nil
    }
  }
}

/// Weighted means.
package enum Mean {
  /// `Σ w·x / Σ w`; `nil` when no weight is above 0. Weights that are not numbers above 0 count as 0, missing ones as
  /// 1.
  package static func weighted(_ values: some Sequence<(value: Double, weight: Double?)>) -> Double? {
    let counted = values.filter { ($0.weight ?? 1) > 0 && ($0.weight ?? 1).isFinite && $0.value.isFinite }
    // Relative to the largest weight, so that sums of huge weights stay finite.
    guard let largest = counted.map({ $0.weight ?? 1 }).max() else { return nil }
    let weights = counted.reduce(0) { $0 + ($1.weight ?? 1) / largest }
    return counted.reduce(0) { $0 + ($1.weight ?? 1) / largest / weights * $1.value }
  }

  package static func of(_ values: [Double]) -> Double? { weighted(values.lazy.map { ($0, nil) }) }
}
