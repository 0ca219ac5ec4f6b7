package import StrategyModel

/// How a metric's mean moved from one quarter of a year to the next, and whether that is more than its noise.
package struct QuarterShift: Sendable, Equatable {
  /// The means of the two quarters.
  package let before: Double
  package let after: Double
  /// How far apart the means of two quarters may be by chance; three standard errors, 0 or more.
  ///
  /// Source: Wheeler, Understanding Variation: a standard deviation is the mean moving range divided by 1.128.
  package let noise: Double
  /// The first and the last period of the later quarter.
  package let from: Period
  package let to: Period

  package var change: Double { after - before }
  package var isBeyondNoise: Bool { abs(change) > noise }

  /// `nil` when either quarter has fewer than two values, for example for a quarterly metric.
  ///
  /// - Parameter last: the last period of the later quarter.
  package init?(_ series: Series, endingWith last: Period) {
    guard series.periods.first?.grain == last.grain else { return nil }
    let length = last.grain.countInQuarter
    let (middle, start) = (last + -length, last + -2 * length)
    let (earlier, later) = (
      series.from(start + 1).through(middle), series.from(middle + 1).through(last)
    )
    let steps = earlier.steps + later.steps
    guard earlier.count > 1, later.count > 1, let before = Moments(earlier.values)?.mean,
      let after = Moments(later.values)?.mean, let range = Moments(steps)?.mean
    else { return nil }
    let share = (1 / Double(earlier.count) + 1 / Double(later.count)).squareRoot()
    (self.before, self.after, noise) = (before, after, 2.66 * range * share)
    (from, to) = (middle + 1, last)
    guard change.isFinite, noise.isFinite else { return nil }
  }
}

extension Grain {
  /// The number of such periods in a quarter of a year.
  fileprivate var countInQuarter: Int {
    switch self {
    case .day: 91
    case .week: 13
    case .month: 3
    case .quarter, .year: 1
    }
  }
}
