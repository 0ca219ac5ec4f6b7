import StrategyModel

/// The limits between which a series moves by itself, and the values that are more than that (an XmR chart).
///
/// Source: Wheeler, Understanding Variation: `mean ± 2.66 · mean |moving range|`, and runs of eight.
package struct ControlLimits: Sendable, Equatable {
  package let mean: Double
  /// The mean of the steps between neighbouring periods, without their signs.
  package let movingRange: Double
  package let lower: Double
  package let upper: Double

  package enum Signal: Sendable, Hashable {
    case aboveLimits, belowLimits
    /// One of at least eight values in a row on the same side of the mean.
    case runAbove, runBelow
  }

  /// `nil` where no two periods are neighbours, and when a limit is beyond what a number can hold.
  package init?(_ series: Series) {
    guard let mean = Moments(series.values)?.mean, let range = Moments(series.steps)?.mean else { return nil }
    (self.mean, movingRange) = (mean, range)
    (lower, upper) = (mean - 2.66 * range, mean + 2.66 * range)
    guard lower.isFinite, upper.isFinite else { return nil }
  }

  /// What each value signals, in the order of the values; one outside the limits is not told as part of a run. A missing
  /// period ends a run: nobody knows on which side it was.
  package func signals(in series: Series) -> [Signal?] {
    let (values, periods) = (series.values, series.periods)
    let sides = values.map { $0 > mean ? 1 : $0 < mean ? -1 : 0 }
    var signals = Array(repeating: Signal?.none, count: sides.count)
    var start = 0
    while start < sides.count {
      var end = start + 1
      while end < sides.count, sides[end] == sides[start], periods[end].number == periods[end - 1].number + 1 {
        end += 1
      }
      if sides[start] != 0, end - start >= ControlLimits.run {
        for place in start..<end { signals[place] = sides[start] > 0 ? .runAbove : .runBelow }
      }
      start = end
    }
    for (place, value) in values.enumerated() {
      if value > upper { signals[place] = .aboveLimits } else if value < lower { signals[place] = .belowLimits }
    }
    return signals
  }

  /// How many values in a row on one side of the mean are no chance.
  package static let run = 8
}
