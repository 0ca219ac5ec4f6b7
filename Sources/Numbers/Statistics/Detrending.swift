import StrategyModel

/// What to remove from two series before comparing them: any two things that both grow move together.
package enum Detrending: String, Sendable, CaseIterable {
  /// The straight line through the values.
  case linear
  /// The value of the period before.
  case difference
  case none
}

extension Series {
  /// The series without its trend. Differences start again after a gap.
  package func without(_ trend: Detrending) -> Series {
    switch trend {
    case .none: self
    case .linear:
      Series(zip(periods, Series.detrended(values, at: periods.map { Double($0.number) })))
    case .difference:
      Series(
        zip(periods, values).compactMap { period, value in
          self[period + -1].map { (period, value - $0) }
        })
    }
  }

  /// The residuals of the least-squares line; empty for fewer than three values.
  package static func detrended(_ values: [Double], at times: [Double]) -> [Double] {
    guard values.count > 2, let time = Scaled(times), let value = Scaled(values), time.squares > 0
    else { return values.map { _ in 0 } }
    let slope = time.products(with: value) / time.squares
    let left = zip(time.deviations, value.deviations).map { $1 - slope * $0 }
    // What rounding leaves of a straight line is not a signal.
    let noise = left.allSatisfy { abs($0) < 1e-13 }
    return noise ? values.map { _ in 0 } : left.map { $0 * value.scale }
  }
}
