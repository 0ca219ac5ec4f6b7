package import StrategyModel

/// The values of one metric, one a period, in the order of time; there may be gaps.
package struct Series: Sendable, Equatable {
  package private(set) var periods: [Period] = []
  package private(set) var values: [Double] = []

  package init() {}

  /// - Parameter points: in any order, no period twice.
  package init(_ points: some Sequence<(Period, Double)>) {
    let sorted = points.sorted { $0.0 < $1.0 }
    periods = sorted.map(\.0)
    values = sorted.map(\.1)
  }

  package var count: Int { values.count }
  package var isEmpty: Bool { values.isEmpty }
  package var last: (period: Period, value: Double)? {
    isEmpty ? nil : (periods[count - 1], values[count - 1])
  }

  package subscript(period: Period) -> Double? {
    var range = periods.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if periods[middle] == period { return values[middle] }
      range = periods[middle] < period ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
