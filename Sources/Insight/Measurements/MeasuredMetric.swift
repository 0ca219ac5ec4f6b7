import Numbers
import Pictures
package import Presentation
package import StrategyModel
package import StrategyStore

/// One metric's readings, as `measure show` prints them.
package struct MeasuredMetric {
  let id: String
  let metric: Metric?
  let standing: MetricStanding
  /// The last periods, which are shown.
  let shown: Series
  let limits: ControlLimits?
  /// One for each of `shown`.
  let signals: [ControlLimits.Signal?]
  /// The last value of every segment.
  let segments: [(name: String, value: Double)]
  let calendar: PeriodCalendar
  /// The source of each value in `shown`.
  let sources: [String]
  let segment: String

  package init(_ id: String, segment: String, last: Int, knownOn: Day?, in strategy: Strategy) throws(StrategyError) {
    guard let sheet = strategy.readings[id] else {
      guard strategy.mayHave(.metric, id) else {
        throw .unknown(id, among: Set(strategy.ids(of: .metric)), "metric")
      }
      throw StrategyError(
        message: "'\(id)' has not been measured yet",
        help: ["Add a value with \(run: .addReading(metric: id))."])
    }
    guard sheet.segments.contains(segment) else {
      throw .unknown(segment, among: Set(sheet.segments.dropFirst()), "segment")
    }
    self.id = id
    self.segment = segment
    metric = strategy.metrics[id]
    calendar = strategy.readings.calendar
    let series = strategy.series(of: id, knownOn: knownOn, segment: segment)
    standing = MetricStanding(series, target: segment.isEmpty ? metric?.target?.value : nil)
    shown = series.suffix(last)
    limits = shown.limits
    signals = limits?.signals(in: shown) ?? shown.values.map { _ in nil }
    sources = sheet.sources(of: shown, segment: segment, knownOn: knownOn)
    segments =
      segment.isEmpty
      ? sheet.segments.dropFirst().compactMap { name in
        series.last.flatMap { last in sheet.series(knownOn: knownOn, segment: name)[last.period].map { (name, $0) } }
      } : []
  }
}

extension Series {
  /// The limits computed from the values before the last one.
  var limits: ControlLimits? { ControlLimits(dropLast()) }
}

extension ReadingsFile {
  /// The source of each value in a series.
  fileprivate func sources(of series: Series, segment: String, knownOn: Day?) -> [String] {
    var found: [Period: Reading] = [:]
    for row in rows where segments[Int(row.segment)] == segment && knownOn.map({ row.knownOn <= $0 }) ?? true {
      if let other = found[row.period], other.knownOn > row.knownOn { continue }
      found[row.period] = row
    }
    return series.periods.map { period in found[period].map { sources[Int($0.source)] } ?? "sum of segments" }
  }
}

extension Listing {
  /// One line per metric that was measured and is not retired.
  package static func standings(_ strategy: Strategy, knownOn: Day?, last: Int) -> Listing {
    let calendar = strategy.readings.calendar
    return Listing(
      ["metric", "role", "period", "value", "change", "on month", "target", "of target", "signal", "known_on"],
      strategy.readings.sheets.indices.filter { position in
        strategy.metrics.position(of: strategy.readings.sheets[position].metric).map { strategy.graph.isLive[$0] }
          ?? true
      }
    ) { position in
      let id = strategy.readings.sheets[position].metric
      let metric = strategy.metrics[id]
      let standing = MetricStanding(strategy.series(of: id, knownOn: knownOn), target: metric?.target?.value)
      guard let latest = standing.last else {
        return [.text(id), .text(metric?.role?.value.rawValue)] + Array(repeating: .text(nil), count: 8)
      }
      let shown = standing.series.suffix(last)
      let signal = shown.limits?.signals(in: shown).last.flatMap(\.self)
      return [
        .text(id), .text(metric?.role?.value.rawValue), .text(calendar.name(of: latest.period)),
        .number(latest.value, shown: latest.value.figure), .change(from: standing.previous, to: latest.value),
        .change(from: standing.before(months: 1, in: calendar), to: latest.value),
        .number(standing.target, shown: standing.target?.figure),
        .number(standing.shareOfTarget, shown: standing.shareOfTarget?.shareFigure), .text(signal?.words),
        .text(standing.series.known.last?.description),
      ]
    }
  }
}

extension ControlLimits.Signal {
  var words: String {
    switch self {
    case .aboveLimits: "above the limits"
    case .belowLimits: "below the limits"
    case .runAbove: "run above the mean"
    case .runBelow: "run below the mean"
    }
  }
}
