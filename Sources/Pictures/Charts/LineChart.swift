import Diagnostics
internal import Presentation

/// The complete data of a chart of values over time: lines with gaps, limits, and marked points.
package struct LineChart: Sendable {
  package struct Series: Sendable {
    package let name: String
    /// One for each position of the chart; `nil` for a gap.
    package let values: [Double?]

    package init(_ name: String, _ values: [Double?]) { (self.name, self.values) = (name, values) }
  }

  /// A level for the whole chart: a target, a threshold, a mean.
  package struct Level: Sendable {
    package let label: String
    package let value: Double

    package init(_ label: String, _ value: Double) { (self.label, self.value) = (label, value) }
  }

  /// Levels between which values are expected.
  package struct Band: Sendable {
    package let label: String
    package let range: ClosedRange<Double>

    package init(_ label: String, _ range: ClosedRange<Double>) { (self.label, self.range) = (label, range) }
  }

  /// A marked point.
  package struct Mark: Sendable {
    package let series: Int
    package let position: Int
    package let label: String

    package init(_ label: String, series: Int = 0, position: Int) {
      (self.label, self.series, self.position) = (label, series, position)
    }
  }

  package let title: String
  package let unit: String
  /// The names of the positions, from left to right: `2026-W05`.
  package let positions: [String]
  package let series: [Series]
  package var levels: [Level] = []
  package var band: Band?
  package var marks: [Mark] = []
  /// Whether the scale begins at zero, whatever the values are.
  package var startsAtZero = false

  package init(title: String, unit: String, positions: [String], series: [Series]) {
    (self.title, self.unit, self.positions, self.series) = (title, unit, positions, series)
  }
}

extension LineChart {
  /// A value that can be drawn; `nil` in a gap and after the end.
  func value(of series: Int, at position: Int) -> Double? {
    guard self.series.indices.contains(series), self.series[series].values.indices.contains(position),
      let value = self.series[series].values[position], value.isFinite
    else { return nil }
    return value
  }

  /// Ranges of neighbouring positions that have values.
  func runs(of series: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for position in positions.indices where value(of: series, at: position) != nil {
      if let last = runs.last, last.upperBound == position {
        runs[runs.count - 1] = last.lowerBound..<position + 1
      } else {
        runs.append(position..<position + 1)
      }
    }
    return runs
  }

  /// The marks that are on a point with a value.
  var drawnMarks: [Mark] { marks.filter { value(of: $0.series, at: $0.position) != nil } }

  var axis: LineChartAxis {
    let values = series.indices.flatMap { line in positions.indices.compactMap { value(of: line, at: $0) } }
    let limits = levels.map(\.value) + (band.map { [$0.range.lowerBound, $0.range.upperBound] } ?? [])
    return LineChartAxis(around: values.isEmpty ? [] : values + limits, fromZero: startsAtZero)
  }

  /// The chart in words.
  package var description: String {
    let lines = series.indices.map(description(of:))
    let limits =
      levels.filter(\.value.isFinite).map { "\($0.label): \(figure($0.value))" }
      + (band.map { ["\($0.label): \(figure($0.range.lowerBound)) to \(figure($0.range.upperBound))"] } ?? [])
    let marked = drawnMarks.map { mark in
      "\(positions[mark.position]) \(mark.label) (\(value(of: mark.series, at: mark.position).map(figure) ?? ""))"
    }
    let notes = marked.isEmpty ? [] : ["Marked: \(marked.joined(separator: ", "))"]
    return (lines + limits + notes).map { $0.visible + "." }.joined(separator: " ")
  }

  private func description(of line: Int) -> String {
    let known = positions.indices.filter { value(of: line, at: $0) != nil }
    let name = series[line].name
    guard let first = known.first, let last = known.last else { return "\(name): no values" }
    let values = known.compactMap { value(of: line, at: $0) }
    let gaps = last - first + 1 - known.count
    let missing = gaps == 0 ? "" : ", \(gaps) missing"
    return "\(name): \(values.count == 1 ? "1 value" : "\(values.count) values")\(missing), from "
      + "\(figure(values.first)) in \(positions[first]) to \(figure(values.last)) in \(positions[last]), lowest "
      + "\(figure(values.min())), highest \(figure(values.max()))"
  }

  /// A value for people, with the unit.
  func figure(_ value: Double?) -> String {
    guard let value else { return "" }
    return unit.isEmpty ? value.figure : "\(value.figure) \(unit)"
  }
}
