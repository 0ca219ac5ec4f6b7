package import Numbers
package import StrategyModel

/// Whether one metric leads another, according to their readings.
package struct TestedLead {
  package let metric: String
  package let result: String
  package let grain: Grain
  package let test: LeadTest
  /// The first and the last period in which both were measured; `nil` where there is none.
  package let span: (first: String, last: String)?
  /// Whether one of them has shorter periods, whose mean is used.
  package let isAveraged: Bool

  /// - Parameters:
  ///   - maxLag: how many periods to look to either side (default: about a quarter of a year).
  ///   - day: only values known at its end count.
  package init(
    _ metric: String, against result: String, maxLag: Int?, detrending: Detrending, in strategy: Strategy,
    knownOn day: Day?
  ) throws(StrategyError) {
    let (x, y) = (strategy.series(of: metric, knownOn: day), strategy.series(of: result, knownOn: day))
    for (id, series) in [(metric, x), (result, y)] where series.isEmpty {
      throw StrategyError(
        .refused, message: "'\(id)' has no readings\(day.map { " known on \($0)" } ?? "")",
        help: ["Add them with \(run: .addReading(metric: nil)) or \(run: .importReadings)."])
    }
    let aligned = Series.aligned(x, y, in: strategy.calendar) ?? (x, y, .week)
    (self.metric, self.result, grain) = (metric, result, aligned.grain)
    isAveraged = aligned.a != x || aligned.b != y
    test = LeadTest(aligned.a, against: aligned.b, maxLag: maxLag ?? aligned.grain.usualReach, detrending: detrending)
    let common = aligned.a.periods.filter { aligned.b.position(of: $0) != nil }
    let names = [common.first, common.last].compactMap { $0.map(strategy.calendar.name) }
    span = names.count == 2 ? (names[0], names[1]) : nil
  }

  package var sentence: String { test.sentence(metric, result, in: grain) }
}

extension Grain {
  /// About a quarter of a year; for longer periods a year.
  fileprivate var usualReach: Int {
    switch self {
    case .day: 28
    case .week: 13
    case .month: 6
    case .quarter: 4
    case .year: 2
    }
  }
}
