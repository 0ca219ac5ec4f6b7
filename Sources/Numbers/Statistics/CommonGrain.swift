package import StrategyModel

extension Series {
  /// The series by longer periods: the mean of the values in each. Sums would differ between months of five and of four
  /// weeks. A period that overlaps two longer ones belongs to the one with its middle day.
  ///
  /// - Parameter grain: at least as long as that of the series.
  package func averaged(by grain: Grain, in calendar: PeriodCalendar) -> Series {
    var groups: [Period: [Double]] = [:]
    for (period, value) in zip(periods, values) {
      let (first, last) = (calendar.firstDay(of: period), calendar.lastDay(of: period))
      groups[calendar.period(grain, containing: first + (last - first) / 2), default: []].append(value)
    }
    return Series(groups.compactMap { period, values in Moments(values).map { (period, $0.mean) } })
  }

  /// Two series in periods of the same length: the longer of the two.
  package static func aligned(
    _ a: Series, _ b: Series, in calendar: PeriodCalendar
  ) -> (a: Series, b: Series, grain: Grain)? {
    guard let first = a.periods.first?.grain, let second = b.periods.first?.grain else { return nil }
    let grain = Grain.allCases.last { $0 == first || $0 == second } ?? first
    return (
      first == grain ? a : a.averaged(by: grain, in: calendar),
      second == grain ? b : b.averaged(by: grain, in: calendar), grain
    )
  }
}

extension Grain {
  /// The number of such periods in a number of weeks, rounded.
  package func count(ofWeeks weeks: Double) -> Int {
    let days: Double =
      switch self {
      case .day: 1
      case .week: 7
      case .month: 30.44
      case .quarter: 91.31
      case .year: 365.25
      }
    return Int(min(max((weeks * 7 / days).rounded(), -10_000), 10_000))
  }
}
