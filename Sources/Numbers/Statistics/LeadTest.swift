import StrategyModel

/// Tests whether one series moves before another: their correlation at every lag, without the trends that they may
/// share.
package struct LeadTest: Sendable, Equatable {
  /// The correlation of the first series with the second a number of periods later; with a negative lag, that much
  /// earlier.
  package struct AtLag: Sendable, Equatable {
    package let lag: Int
    package let correlation: Correlation
    /// `r` in the earlier and in the later half of the points; `nil` for a half that has no `r`.
    package let halves: [Double?]
    /// The probability of an `r` as large by chance at this lag, given that values resemble the ones before them: 0…1.
    package fileprivate(set) var p = 1.0
    /// The probability of it by chance at any of the lags that were tried: 0…1.
    package fileprivate(set) var adjustedP = 1.0

    package var r: Double { correlation.r }
    /// Unrelated pairs of series have an `r` within this distance of 0 in 19 of 20 cases.
    package var significanceBound: Double { 1.96 / Double(correlation.count).squareRoot() }
    package var isOutsideBand: Bool { abs(r) > significanceBound }
    /// Whether it shows in both halves, with the same sign and at least half as strongly.
    package var isStable: Bool {
      halves.allSatisfy { $0.map { $0 * r > 0 && abs($0) >= abs(r) / 2 } ?? false }
    }
    /// Whether it deserves a second look, although one in four unrelated pairs does too.
    fileprivate var isHint: Bool { isStable && adjustedP < 0.25 }
  }

  package enum Verdict: String, Sendable, CaseIterable {
    case leads
    /// It seems to lead, but there are few points, or only one half shows it, or with so many lags it may be chance.
    case leadsWeakly = "leads weakly"
    case coincides
    case follows
    case noEffect = "no effect"
    case tooFewPoints = "too few points"
  }

  package let detrending: Detrending
  /// The lags with enough points and with something to compare, the earliest first.
  package let lags: [AtLag]
  /// How many periods have both values.
  package let count: Int
  /// The lag with the largest absolute `r`; of equals the one nearest to 0.
  package let best: AtLag?
  /// Spearman's correlation at the best lag, which no single outlier can cause; `nil` without a best lag.
  package let spearman: Double?
  package let verdict: Verdict
  /// Which series never moves apart from its trend: one or both of 0 and 1. Such a series leads nothing.
  package let constant: [Int]
  /// Fewer points than this are weak evidence, whatever they say.
  package static let sufficientCount = 50
  /// Fewer pairs than this prove nothing at all.
  package static let minimumCount = 12

  /// - Parameters:
  ///   - x, y: of the same grain; a period that either lacks is left out.
  ///   - maxLag: how many periods to try on either side, 0…520.
  package init(_ x: Series, against y: Series, maxLag: Int, detrending: Detrending = .linear) {
    let (a, b) = (x.without(detrending), y.without(detrending))
    self.detrending = detrending
    constant = [a, b].indices.filter { LeadTest.isConstant([a, b][$0]) }
    count = LeadTest.pairs(a, b, lag: 0).0.count
    let maxLag = min(max(maxLag, 0), 520)
    var lags = (-maxLag...maxLag).compactMap { LeadTest.compare(a, b, lag: $0) }
    let share = LeadTest.independence(a, b)
    for place in lags.indices {
      let found = lags[place].correlation
      lags[place].p = Correlation.chance(of: found.r, among: Double(found.count) * share)
      lags[place].adjustedP = min(1, lags[place].p * Double(lags.count))
    }
    self.lags = lags
    best = lags.max { (abs($0.r), -abs($0.lag)) < (abs($1.r), -abs($1.lag)) }
    spearman = best.flatMap { best in
      let (u, v) = LeadTest.pairs(a, b, lag: best.lag)
      return Correlation(spearman: u, v)?.r
    }
    verdict = LeadTest.verdict(
      best, isKnown: !lags.isEmpty || (!constant.isEmpty && count >= LeadTest.minimumCount),
      hasPlenty: count >= LeadTest.sufficientCount)
  }

  /// The lag with the largest `r` among those at which the first series does not come later.
  package var bestAhead: AtLag? { lags.filter { $0.lag >= 0 }.max { (abs($0.r), -$0.lag) < (abs($1.r), -$1.lag) } }

  package subscript(lag lag: Int) -> AtLag? { lags.first { $0.lag == lag } }

  /// Whether there are too few points for more than a hint.
  package var isWeakEvidence: Bool { count < LeadTest.sufficientCount }

  private static func verdict(_ best: AtLag?, isKnown: Bool, hasPlenty: Bool) -> Verdict {
    guard isKnown else { return .tooFewPoints }
    guard let best, best.isOutsideBand else { return .noEffect }
    let isSure = best.adjustedP < 0.05
    switch best.lag {
    case 1...: return isSure && best.isStable && hasPlenty ? .leads : isSure || best.isHint ? .leadsWeakly : .noEffect
    case 0: return isSure ? .coincides : .noEffect
    default: return isSure ? .follows : .noEffect
    }
  }

  private static func isConstant(_ series: Series) -> Bool {
    series.count > 1 && (Scaled(series.values)?.isConstant ?? true)
  }

  /// `nil` for too few pairs, and when nothing moves.
  private static func compare(_ a: Series, _ b: Series, lag: Int) -> AtLag? {
    let (u, v) = pairs(a, b, lag: lag)
    guard u.count >= minimumCount, let all = Correlation(pearson: u, v) else { return nil }
    let middle = u.count / 2
    let halves = [
      Correlation(pearson: u[..<middle], v[..<middle])?.r, Correlation(pearson: u[middle...], v[middle...])?.r,
    ]
    return AtLag(lag: lag, correlation: all, halves: halves)
  }

  /// The share of the points that count as new: values that resemble the ones before repeat them.
  ///
  /// Source: Bartlett 1935, first order.
  private static func independence(_ a: Series, _ b: Series) -> Double {
    let repetition = [a, b].map { series in
      let (u, v) = pairs(series, series, lag: 1)
      return min(max(Correlation(pearson: u, v)?.r ?? 0, 0), 0.99)
    }
    let both = repetition[0] * repetition[1]
    return (1 - both) / (1 + both)
  }

  /// The values of `a` at each period and those of `b` that many periods later, where both are known.
  private static func pairs(_ a: Series, _ b: Series, lag: Int) -> ([Double], [Double]) {
    var (first, second): ([Double], [Double]) = ([], [])
    var position = 0
    for (period, value) in zip(a.periods, a.values) {
      let wanted = period + lag
      while position < b.count, b.periods[position] < wanted { position += 1 }
      guard position < b.count else { break }
      if b.periods[position] == wanted {
        first.append(value)
        second.append(b.values[position])
      }
    }
    return (first, second)
  }
}
