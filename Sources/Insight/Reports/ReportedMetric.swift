import Diagnostics
import Numbers
import Pictures
import Presentation
import StrategyModel

/// A report's data about one metric: its last value in the report's days, next to earlier ones.
struct ReportedMetric {
  let position: Int
  let id: String
  let name: String
  let unit: String?
  let owner: String?
  /// What happened, by day.
  let annotations: [(day: Day, text: String)]
  /// Up to the end of the report's days, as known on its day.
  let standing: MetricStanding
  /// Whether the last period of the report's days was not measured.
  let isBehind: Bool
  /// The change since the last value before the cycle; `nil` unless a cycle is reported.
  let sinceStart: ValueChange?
  private let calendar: PeriodCalendar

  init(_ position: Int, in strategy: Strategy, _ period: ReportPeriod) {
    let metric = strategy.metrics.all[position]
    self.position = position
    id = metric.id?.value ?? "?"
    name = metric.name?.value ?? id
    unit = metric.definition?.unit?.value
    annotations = metric.annotations.compactMap { annotation in
      annotation.on.flatMap { day in annotation.text.map { (day.value, $0.value) } }
    }.sorted { $0.day < $1.day }
    owner = metric.owner.flatMap { strategy.ownerName($0) }
    let calendar = strategy.readings.calendar
    self.calendar = calendar
    let series = strategy.reported(id, period)
    standing = MetricStanding(series, target: metric.target?.value)
    isBehind = series.last.map { $0.period < calendar.lastPeriod($0.period.grain, endingBy: period.last) } ?? true
    sinceStart = series.change(since: period, calendar)
  }

  var value: String? { standing.last?.value.figure }
  var periodName: String? { standing.last.map { calendar.name(of: $0.period) } }
  /// The last periods, at most a quarter of weeks.
  var sparkline: String { Sparkline(standing.series.trend(of: 13)).text }

  /// `Last 13 weeks: ▁▃▅█`; `nil` where there is nothing to see.
  var trendLine: String? {
    let trend = standing.series.trend(of: 13)
    guard let last = standing.last, trend.count > 1 else { return nil }
    return "Last \(counted(trend.count, last.period.grain.rawValue)): \(Sparkline(trend).text)"
  }

  /// Changes since a week, a month and a year before; `nil` where the metric's periods are too long.
  var changes: (week: ValueChange?, month: ValueChange?, year: ValueChange?) { standing.changes(in: calendar) }

  /// `32713 meetings in 2026-W46`
  var statement: String? {
    guard let value, let periodName else { return nil }
    return [value, unit, "in", periodName].compactMap(\.self).joined(separator: " ")
  }
}

extension Series {
  fileprivate func change(since period: ReportPeriod, _ calendar: PeriodCalendar) -> ValueChange? {
    guard period.span == .cycle, let last else { return nil }
    let before = self[calendar.lastPeriod(last.period.grain, endingBy: period.first + -1)]
    return before.map { ValueChange(from: $0, to: last.value) }
  }
}

extension MetricStanding {
  func changes(in calendar: PeriodCalendar) -> (week: ValueChange?, month: ValueChange?, year: ValueChange?) {
    guard let last else { return (nil, nil, nil) }
    let change = { (before: Double?) in before.map { ValueChange(from: $0, to: last.value) } }
    let month = [.quarter, .year].contains(last.period.grain) ? nil : before(months: 1, in: calendar)
    return (change(weekBefore), change(month), change(before(months: 12, in: calendar)))
  }
}

extension Strategy {
  /// The values of the periods that end in a report's days or before.
  func reported(_ metric: String, segment: String = "", _ period: ReportPeriod) -> Series {
    let series = series(of: metric, knownOn: period.today, segment: segment)
    guard let grain = series.periods.first?.grain else { return series }
    return series.through(readings.calendar.lastPeriod(grain, endingBy: period.last))
  }

  /// `Onboarding (Ada Okafor)`
  func ownerName(_ owner: Ownership) -> String? {
    let team = owner.team.map { teams[$0]?.name?.value ?? $0.id }
    let person = owner.person.map { people[$0]?.name?.value ?? $0.id }
    guard let team else { return person }
    return person.map { "\(team) (\($0))" } ?? team
  }
}
