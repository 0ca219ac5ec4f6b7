import StrategyModel

/// The limits within which a series varies by itself, and the values that signal more than that (an XmR chart).
///
/// Source: Wheeler, Understanding Variation: `mean ± 2.66 · mean |moving range|`, and runs of eight.
package struct ControlLimits: Sendable, Equatable {
  package let mean: Double
  /// The mean of the absolute steps between neighbouring periods.
  package let movingRange: Double
  package let lower: Double
  package let upper: Double

  package enum Signal: Sendable, Hashable {
    case aboveLimits, belowLimits
    /// One of at least eight values in a row on the same side of the mean.
    case runAbove, runBelow
  }

  /// `nil` when no two periods are neighbours, and when a limit does not fit in a number.
  package init?(_ series: Series) {
    guard let mean = Moments(series.values)?.mean, let range = Moments(series.steps)?.mean else { return nil }
    (self.mean, movingRange) = (mean, range)
    (lower, upper) = (mean - 2.66 * range, mean + 2.66 * range)
    guard lower.isFinite, upper.isFinite else { return nil }
  }

  /// The signal of each value, in the order of the values; one outside the limits is not also reported as part of a
  /// run. A missing period ends a run, since its side is unknown.
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

  /// How many values in a row on one side of the mean are more than chance.
  package static let run = 8
}
