package import StrategyModel

extension RateMixDecomposition {
  /// Splits a ratio of two metrics that were measured by segment, such as `100 * won / asked`.
  ///
  /// `nil` unless one metric is divided by another, both were measured by segment, and the segments add up to the
  /// whole.
  ///
  /// - Parameters: whole, wholeAfter: the formula's value before and after.
  init?(
    _ product: PowerProduct, from: Period, to: Period, in strategy: Strategy, knownOn day: Day?,
    from whole: Double, to wholeAfter: Double
  ) {
    guard product.powers.count == 2, let above = product.powers.first(where: { $0.value == 1 })?.key,
      let below = product.powers.first(where: { $0.value == -1 })?.key
    else { return nil }
    let (counts, weights) = (
      SegmentedSeries(above, in: strategy, knownOn: day), SegmentedSeries(below, in: strategy, knownOn: day)
    )
    self.init(from, to, weights) { segment, period in
      guard let count = counts[segment, period], let weight = weights[segment, period], weight != 0 else { return nil }
      return product.constant * count / weight
    }
    let size = max(abs(whole), abs(wholeAfter)) * 1e-6
    guard abs(self.from - whole) <= size, abs(self.to - wholeAfter) <= size else { return nil }
  }

  /// Splits a rate that was itself measured by segment.
  ///
  /// `nil` unless rate and weights were measured by segment at both ends.
  ///
  /// - Parameter weights: the metric that gives the weight of each segment.
  package init?(
    rate: String, weights: String, from: Period, to: Period, in strategy: Strategy, knownOn day: Day? = nil
  ) {
    let rates = SegmentedSeries(rate, in: strategy, knownOn: day)
    self.init(from, to, SegmentedSeries(weights, in: strategy, knownOn: day)) { rates[$0, $1] }
  }

  private init?(_ from: Period, _ to: Period, _ weights: SegmentedSeries, rate: (String, Period) -> Double?) {
    guard let before = RateMixDecomposition.parts(at: from, weights, rate: rate),
      let after = RateMixDecomposition.parts(at: to, weights, rate: rate)
    else { return nil }
    let names = weights.names.filter { before[$0] != nil || after[$0] != nil }
    self.init(names.map { (name: $0, from: before[$0], to: after[$0]) })
  }

  /// The parts of the segments at one end; `nil` when a segment with a weight has no rate, or when all weights are 0.
  private static func parts(
    at period: Period, _ weights: SegmentedSeries, rate: (String, Period) -> Double?
  ) -> [String: Part]? {
    let counting = weights.names.compactMap { name in
      weights[name, period].flatMap { $0 == 0 ? nil : (name: name, weight: $0) }
    }
    let sum = ExactSum(counting.map(\.weight)).value
    guard sum > 0, sum.isFinite, counting.allSatisfy({ $0.weight > 0 }) else { return nil }
    var parts: [String: Part] = [:]
    for (name, weight) in counting {
      guard let rate = rate(name, period) else { return nil }
      parts[name] = Part(share: weight / sum, rate: rate)
    }
    return parts
  }
}

/// A metric's values by segment.
struct SegmentedSeries {
  let names: [String]
  private let series: [String: Series]

  init(_ metric: String, in strategy: Strategy, knownOn day: Day?) {
    let names = strategy.readings[metric]?.segments.filter { !$0.isEmpty } ?? []
    self.names = names
    series = Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, strategy.series(of: metric, knownOn: day, segment: name))
      })
  }

  subscript(segment: String, period: Period) -> Double? { series[segment]?[period] }
}
