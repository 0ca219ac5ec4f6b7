package import StrategyModel

/// The values of one metric, one for each period, in the order of time; there may be gaps.
package struct Series: Sendable, Equatable {
  package private(set) var periods: [Period] = []
  /// Finite.
  package private(set) var values: [Double] = []
  /// For each value, the day on which it became known; 1970-01-01 when that is not recorded.
  package private(set) var known: [Day] = []

  package init() {}

  /// - Parameter rows: in any order; for each period the row known last counts, and of those known on one day the later
  ///   row. A period whose value was withdrawn is left out.
  init(_ rows: [Reading]) {
    var rows = zip(rows, rows.dropFirst()).allSatisfy({ $0.period < $1.period }) ? rows : Series.inForce(rows)
    rows.removeAll(where: \.isWithdrawal)
    periods = rows.map(\.period)
    values = rows.map(\.value)
    known = rows.map(\.knownOn)
  }

  private static func inForce(_ rows: [Reading]) -> [Reading] {
    var last: [Period: Reading] = [:]
    for row in rows where last[row.period].map({ $0.knownOn <= row.knownOn }) ?? true { last[row.period] = row }
    return last.values.sorted { $0.period < $1.period }
  }

  /// - Parameter points: in any order, with no period twice.
  package init(_ points: some Sequence<(Period, Double)>) {
    let sorted = points.sorted { $0.0 < $1.0 }
    periods = sorted.map(\.0)
    values = sorted.map(\.1)
    known = Array(repeating: Day(number: 0), count: sorted.count)
  }

  package var count: Int { values.count }
  package var isEmpty: Bool { values.isEmpty }
  package var last: (period: Period, value: Double)? {
    isEmpty ? nil : (periods[count - 1], values[count - 1])
  }

  /// The absolute differences between the values of neighbouring periods; a step across a gap does not count.
  var steps: [Double] {
    periods.indices.dropFirst().compactMap { place in
      periods[place].number == periods[place - 1].number + 1 ? abs(values[place] - values[place - 1]) : nil
    }
  }

  package subscript(period: Period) -> Double? { position(of: period).map { values[$0] } }

  package func position(of period: Period) -> Int? {
    let place = place(of: period)
    return place < count && periods[place] == period ? place : nil
  }

  /// The values of the periods up to and including one.
  package func through(_ period: Period) -> Series {
    var series = self
    series.keep(..<place(of: period + 1))
    return series
  }

  /// The values of the periods from one on.
  package func from(_ period: Period) -> Series {
    var series = self
    series.keep(place(of: period)...)
    return series
  }

  /// Without its last value.
  package func dropLast() -> Series {
    var series = self
    series.keep(..<max(0, count - 1))
    return series
  }

  /// The last values, at most `count`.
  package func suffix(_ count: Int) -> Series {
    var series = self
    series.keep(max(0, self.count - count)...)
    return series
  }

  /// The first position whose period is not before the given one.
  private func place(of period: Period) -> Int {
    var range = periods.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = periods[middle] < period ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private mutating func keep(_ range: some RangeExpression<Int>) {
    periods = Array(periods[range])
    values = Array(values[range])
    known = Array(known[range])
  }
}
