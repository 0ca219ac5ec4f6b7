import Numbers
import StrategyModel

/// One influence edge: what was believed, since when, and what the readings say about it now.
package struct GradedBelief {
  let metric: String
  let target: String
  let prior: BeliefPrior
  /// `nil` for what has not landed on the branch.
  let origin: BeliefOrigins.Origin?
  /// Whether the file says something else now.
  let isChanged: Bool
  let reviewOn: Day?
  /// The team that owns the metric that moves.
  let team: String?
  let verdict: BeliefVerdict
  /// `nil` without readings.
  let test: LeadTest?
  let grain: Grain?

  /// - Parameter isSince: whether only what was measured after the day of the commit counts.
  init?(
    _ edge: Edge, of metric: Metric, in strategy: Strategy, _ origins: BeliefOrigins?, _ detrending: Detrending,
    isSince: Bool
  ) {
    guard edge.type?.value == .influence, let id = metric.id?.value, let target = edge.metric?.id else { return nil }
    let origin = origins?.origin(of: id, target: target)
    let prior = origin?.prior ?? BeliefPrior(edge)
    (self.metric, self.target, self.prior, self.origin) = (id, target, prior, origin)
    isChanged = prior != BeliefPrior(edge)
    reviewOn = edge.reviewOn?.value
    team = metric.owner?.team?.id
    let readings = GradedBelief.readings(id, target, in: strategy, after: isSince ? origin?.day : nil)
    grain = readings?.grain
    let lag = readings.flatMap { readings in prior.lagWeeks.map { readings.grain.count(ofWeeks: $0) } }
    test = readings.map { readings in
      LeadTest(
        readings.a, against: readings.b, maxLag: max(lag ?? 0, 0) + readings.grain.leeway, detrending: detrending)
    }
    verdict =
      test.map { BeliefVerdict($0, isPositive: prior.sign.map { $0 == .positive }, lag: lag) } ?? .noReadings
  }

  private static func readings(
    _ metric: String, _ target: String, in strategy: Strategy, after day: Day?
  ) -> (a: Series, b: Series, grain: Grain)? {
    var (x, y) = (strategy.series(of: metric), strategy.series(of: target))
    if let day {
      if let grain = x.periods.first?.grain { x = x.from(strategy.calendar.period(grain, containing: day) + 1) }
      if let grain = y.periods.first?.grain { y = y.from(strategy.calendar.period(grain, containing: day) + 1) }
    }
    return Series.aligned(x, y, in: strategy.calendar)
  }
}

extension Grain {
  /// How far beyond the believed lag to search for a better one: about two months.
  fileprivate var leeway: Int {
    switch self {
    case .day: 56
    case .week: 8
    case .month: 3
    case .quarter: 2
    case .year: 1
    }
  }
}
