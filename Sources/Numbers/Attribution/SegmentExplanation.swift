package import StrategyModel

/// Why a metric changed between two periods, by the segments in which it was measured.
package struct SegmentExplanation: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package let segment: String
    /// `nil` when the segment was not measured.
    package let from: Double?
    package let to: Double?
    /// In the unit of the metric; for a rate, the effect of the segment's own rate.
    package let contribution: Double
  }

  package enum Problem: Error, Hashable {
    case noSegments
    /// The metric is a rate, which is never summed, and nothing gives the weight of each segment.
    case noSum
    /// The weights were not measured by the same segments at both ends.
    case noWeights
    /// Neither the whole nor any segment was measured in this period.
    case missing(Period)
  }

  package let metric: String
  package let from: Period
  package let to: Period
  /// The whole, as measured, or else as its segments add up.
  package let ends: ChangeExplanation.Ends
  /// In the order of the metric's file.
  package let parts: [Part]
  /// For a rate: the effect of the segments' shares. Its segments are those of the weights.
  package let mix: RateMixDecomposition?

  /// The change that neither the segments nor their shares explain: it was measured for the whole but for no segment.
  package var unexplained: Double { ExactSum([ends.change, -(mix?.mix ?? 0)] + parts.map { -$0.contribution }).value }

  /// The part that moved most; `nil` when none moved.
  package var dominant: Int? {
    guard let largest = parts.indices.max(by: { abs(parts[$0].contribution) < abs(parts[$1].contribution) }),
      parts[largest].contribution != 0
    else { return nil }
    return largest
  }

  /// - Parameter weights: for a rate, the metric that gives the weight of each segment.
  package init(
    of metric: String, weights: String?, from: Period, to: Period, in strategy: Strategy, knownOn day: Day? = nil
  ) throws(Problem) {
    let series = SegmentedSeries(metric, in: strategy, knownOn: day)
    guard !series.names.isEmpty else { throw .noSegments }
    (self.metric, self.from, self.to) = (metric, from, to)
    for period in [from, to] where !series.names.contains(where: { series[$0, period] != nil }) {
      throw .missing(period)
    }
    let whole = strategy.series(of: metric, knownOn: day)
    if let weights {
      guard
        let mix = RateMixDecomposition(rate: metric, weights: weights, from: from, to: to, in: strategy, knownOn: day)
      else { throw .noWeights }
      self.mix = mix
      parts = mix.effects.map { effect in
        let (before, after) = (series[effect.segment, from], series[effect.segment, to])
        return Part(segment: effect.segment, from: before, to: after, contribution: effect.rate)
      }
      ends = ChangeExplanation.Ends(from: whole[from] ?? mix.from, to: whole[to] ?? mix.to)
      return
    }
    guard strategy.metrics[metric]?.definition?.aggregation?.value == .sum else { throw .noSum }
    mix = nil
    parts = series.names.map { name in
      let (before, after) = (series[name, from], series[name, to])
      return Part(segment: name, from: before, to: after, contribution: (after ?? 0) - (before ?? 0))
    }
    let sums = [from, to].map { period in ExactSum(series.names.compactMap { series[$0, period] }).value }
    ends = ChangeExplanation.Ends(from: whole[from] ?? sums[0], to: whole[to] ?? sums[1])
  }
}
