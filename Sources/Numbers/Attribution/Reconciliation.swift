package import StrategyModel

/// A metric's measured values next to those that its formula gives, period by period.
package struct Reconciliation: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package let period: Period
    package let measured: Double
    package let formula: Double

    package var difference: Double { measured - formula }
    /// The difference as a share of the measured value; `nil` when that is 0 and the formula's value is not.
    package var relative: Double? {
      if difference == 0 { return 0 }
      let share = abs(difference / measured)
      return share.isFinite ? share : nil
    }

    /// Whether both are further apart than the given share of the measured value.
    package func differs(byMoreThan tolerance: Double) -> Bool { relative.map { $0 > tolerance } ?? true }
  }

  /// The periods in which everything was measured, in the order of time.
  package let rows: [Row]

  /// - Parameter series: returns a component's readings by its id.
  package init(_ formula: Formula, measured: Series, _ series: (String) -> Series) {
    let components = Dictionary(formula.names.map { ($0, series($0)) }) { first, _ in first }
    rows = zip(measured.periods, measured.values).compactMap { period, value in
      formula.value { components[$0]?[period] }.map { Row(period: period, measured: value, formula: $0) }
    }
  }
}
