package import StrategyModel

/// Checks whether a metric got better in the last quarter while what it may harm, or what it should bring, got worse:
/// the sign of a metric that has become a target in itself.
///
/// Source: Goodhart, "Problems of Monetary Management" (1975).
package struct GoodhartScreen: Sendable, Equatable {
  /// A metric and how it moved, as far as that is known.
  package struct Watched: Sendable, Equatable {
    /// The position in `Strategy.metrics`.
    package let metric: Int
    package let shift: QuarterShift
    /// Whether it moved against its direction by more than its noise.
    package let isWorse: Bool
  }

  package let metric: Int
  package let shift: QuarterShift
  /// Whether the metric moved along its direction by more than its noise.
  package let isBetter: Bool
  /// The guardrails and results in use that were measured often enough, in the order of their files.
  package let watched: [Watched]
  /// The guardrails and results in use that were not measured often enough.
  package let unknown: [Int]

  package var worse: [Watched] { watched.filter(\.isWorse) }
  /// Whether this needs a closer look.
  package var isRaised: Bool { isBetter && !worse.isEmpty }
}

extension GoodhartScreen {
  /// The check of the North Star, according to what was known at the end of a day; `nil` without a North Star, and when
  /// it was not measured through two quarters.
  package init?(_ strategy: Strategy, on day: Day) {
    guard let star = strategy.graph.northStars.first else { return nil }
    self.init(star, against: GoodhartScreen.watched(in: strategy), in: strategy, on: day)
  }

  /// - Parameter watched: guardrails, results, and anything else that should not get worse.
  package init?(_ metric: Int, against watched: [Int], in strategy: Strategy, on day: Day) {
    guard let series = strategy.known(metric, on: day), let last = series.last?.period,
      let shift = QuarterShift(series, endingWith: last)
    else { return nil }
    (self.metric, self.shift) = (metric, shift)
    isBetter = shift.isBeyondNoise && strategy.improvement(shift.change, of: metric) > 0
    let end = strategy.calendar.lastDay(of: last)
    var (known, unknown): ([Watched], [Int]) = ([], [])
    for other in watched {
      let series = strategy.known(other, on: day)
      let last = series?.periods.first.map { strategy.calendar.lastPeriod($0.grain, endingBy: end) }
      if let series, let last, let shift = QuarterShift(series, endingWith: last) {
        let isWorse = shift.isBeyondNoise && strategy.improvement(shift.change, of: other) < 0
        known.append(Watched(metric: other, shift: shift, isWorse: isWorse))
      } else {
        unknown.append(other)
      }
    }
    (self.watched, self.unknown) = (known, unknown)
  }

  private static func watched(in strategy: Strategy) -> [Int] {
    strategy.metrics.all.indices.filter { position in
      let role = strategy.metrics.all[position].role?.value
      return strategy.graph.isLive[position] && (role == .guardrail || role == .result)
    }
  }
}

extension Strategy {
  fileprivate func known(_ metric: Int, on day: Day) -> Series? {
    metrics.all[metric].id.map { series(of: $0.value, knownOn: day) }
  }

  /// Above 0 for a change to the better, below 0 for one to the worse; 0 for a metric that should stay where it is.
  fileprivate func improvement(_ change: Double, of metric: Int) -> Double {
    switch metrics.all[metric].direction?.value {
    case .increase: return change
    case .decrease: return -change
    case .maintain, nil: return 0
    }
  }
}

extension PeriodCalendar {
  /// The last period that is over by the end of a day.
  fileprivate func lastPeriod(_ grain: Grain, endingBy day: Day) -> Period {
    let period = period(grain, containing: day)
    return lastDay(of: period) <= day ? period : period + -1
  }
}
