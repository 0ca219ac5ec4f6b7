package import Numbers
internal import Presentation
package import StrategyModel

extension TreePicture {
  /// The measured values of a metric, in words and as a line.
  package struct Measured: Sendable, Hashable {
    /// The value of the last period: "31.4".
    package var value: String
    /// What the value counts: "percent".
    package var unit: String?
    package var period: String
    /// Compared with the period before the last; `nil` when that was not measured.
    package var change: String?
    /// The share of the target: "87.2 %".
    package var share: String?
    /// The limit that a guardrail's value exceeds, and since when: "breach: above 2.5 since 2026-W40".
    package var breach: String?
    /// The values of the last periods, the oldest first; `nil` in a gap.
    package var trend: [Double?]

    package init(
      value: String, unit: String? = nil, period: String, change: String? = nil, share: String? = nil,
      breach: String? = nil, trend: [Double?] = []
    ) {
      self.value = value
      self.unit = unit
      self.period = period
      self.change = change
      self.share = share
      self.breach = breach
      self.trend = trend
    }
  }
}

extension TreePicture.Measured {
  /// A quarter of weeks.
  private static let trendLength = 13

  /// What was known about a metric at the end of a day; `nil` when nothing was.
  package init?(_ metric: Metric, in strategy: Strategy, breach: Breach?, on day: Day) {
    guard let id = metric.id?.value else { return nil }
    let standing = MetricStanding(strategy.series(of: id, knownOn: day), target: metric.target?.value)
    guard let last = standing.last else { return nil }
    let calendar = strategy.readings.calendar
    self.init(
      value: last.value.figure, unit: metric.definition?.unit?.value, period: calendar.name(of: last.period),
      change: standing.previous.map { ValueChange(from: $0, to: last.value).short },
      share: standing.shareOfTarget?.shareFigure, breach: breach?.words(in: calendar),
      trend: standing.series.trend(of: Self.trendLength))
  }

  /// "31.4 percent in 2026-W45"
  var statement: String { [value, unit, "in", period].compactMap(\.self).joined(separator: " ") }

  /// "+1.2 % on the period before, 87.2 % of target"; empty when there is neither.
  var comparison: String {
    [change.map { "\($0) on the period before" }, share.map { "\($0) of target" }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// Everything except the line, one clause each.
  var words: [String] { [statement, comparison, breach ?? ""].filter { !$0.isEmpty } }
}

extension Breach {
  /// "breach: above 2.5 since 2026-W40"
  func words(in calendar: PeriodCalendar) -> String {
    let side =
      switch limit {
      case .atMost: "above"
      case .atLeast: "below"
      }
    return "breach: \(side) \(limit.value.figure) since \(calendar.name(of: since))"
  }
}

extension Series {
  /// The values of the last periods up to the last measured one, including gaps.
  package func trend(of count: Int) -> [Double?] {
    guard let last, let first = periods.first else { return [] }
    let length = Swift.min(count, last.period.number - first.number + 1)
    return (0..<length).map { self[last.period + ($0 - length + 1)] }
  }
}

extension ValueChange {
  /// `+1.2 %`, or the difference when a percentage would mean nothing.
  package var short: String { relative.map { $0.percentFigure } ?? difference.signedFigure }
}
