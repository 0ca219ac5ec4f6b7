package import StrategyModel

/// The state of a metric: its last value compared with earlier ones and with its target.
package struct MetricStanding: Sendable {
  package let series: Series
  package let target: Double?

  package init(_ series: Series, target: Double?) {
    self.series = series
    self.target = target
  }

  package var last: (period: Period, value: Double)? { series.last }

  /// The value of the period just before the last one; `nil` when there is none, for example because of a gap.
  package var previous: Double? { last.flatMap { series[$0.period + -1] } }

  /// The value of the period a calendar month, or a year, before the last one.
  package func before(months: Int, in calendar: PeriodCalendar) -> Double? {
    guard let last else { return nil }
    let day = calendar.firstDay(of: last.period).adding(months: -months)
    let period = calendar.period(last.period.grain, containing: day)
    return period == last.period ? nil : series[period]
  }

  /// The value of the day a week before the last one, or of the week before; `nil` for longer periods.
  package var weekBefore: Double? {
    guard let last else { return nil }
    return switch last.period.grain {
    case .day: series[last.period + -7]
    case .week: previous
    case .month, .quarter, .year: nil
    }
  }

  /// The share of the target that is reached, 1 when it is met; `nil` without a target or when the target is 0.
  package var shareOfTarget: Double? {
    guard let target, target != 0, let last else { return nil }
    let share = last.value / target
    return share.isFinite ? share : nil
  }
}

/// How much a value changed.
package struct ValueChange: Sendable, Equatable {
  package let from: Double
  package let to: Double

  package init(from: Double, to: Double) {
    (self.from, self.to) = (from, to)
  }

  package var difference: Double { to - from }

  /// As a share of the old value, 0.1 for a tenth more; `nil` when the old value is 0 or the sign changes, since it
  /// would mean nothing.
  package var relative: Double? {
    guard from != 0, from.sign == to.sign || to == 0 else { return nil }
    let relative = (to - from) / abs(from)
    return relative.isFinite ? relative : nil
  }
}
