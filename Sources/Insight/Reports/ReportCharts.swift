import Numbers
import Pictures
import Presentation
import StrategyModel

/// The charts of a report.
struct ReportCharts {
  private let calendar: PeriodCalendar

  init(_ report: StrategyReport) { calendar = report.strategy.calendar }

  func trend(of metric: ReportedMetric, id: String) -> PageChart {
    var chart = chart([(metric.name, metric.standing.series)], title: metric.name, unit: metric.unit)
    if let target = metric.standing.target { chart.levels = [.init("target", target)] }
    chart.marks = marks(of: metric, in: chart)
    return page(chart, id, metric.sparkline)
  }

  func segments(_ segments: [ReportedNumbers.Segment], of metric: ReportedMetric, id: String) -> PageChart {
    let lines = segments.map { ($0.name, $0.standing.series) }
    return page(chart(lines, title: "\(metric.name) by segment", unit: metric.unit), id, nil)
  }

  func breach(_ breach: Breach, of guardrail: ReportedNumbers.Guardrail, id: String) -> PageChart {
    let metric = guardrail.metric
    var chart = chart([(metric.name, metric.standing.series)], title: "\(metric.name): in breach", unit: metric.unit)
    chart.levels = guardrail.limits.map { limit in
      if case .atMost(let value) = limit {
        LineChart.Level("at most", value)
      } else {
        LineChart.Level("at least", limit.value)
      }
    }
    if let start = chart.positions.firstIndex(of: calendar.name(of: breach.since)) {
      chart.marks = [LineChart.Mark("breach begins", position: start)]
    }
    chart.marks += marks(of: metric, in: chart)
    return page(chart, id, metric.sparkline)
  }

  /// The metric's annotations, at the periods in which they lie.
  private func marks(of metric: ReportedMetric, in chart: LineChart) -> [LineChart.Mark] {
    guard let grain = metric.standing.last?.period.grain else { return [] }
    return metric.annotations.compactMap { annotation in
      chart.positions.firstIndex(of: calendar.name(of: calendar.period(grain, containing: annotation.day)))
        .map { LineChart.Mark(annotation.text, position: $0) }
    }
  }

  /// Cuts every line to the same last periods, gaps included.
  private func chart(_ lines: [(name: String, series: Series)], title: String, unit: String?) -> LineChart {
    guard let last = lines.compactMap({ $0.series.last?.period }).max(),
      let first = lines.compactMap({ $0.series.periods.first }).min()
    else { return LineChart(title: title, unit: unit ?? "", positions: [], series: []) }
    let count = min(last.grain.countInChart, last.number - first.number + 1)
    let periods = (0..<count).map { last + ($0 - count + 1) }
    return LineChart(
      title: title, unit: unit ?? "", positions: periods.map { calendar.name(of: $0) },
      series: lines.map { line in LineChart.Series(line.name, periods.map { line.series[$0] }) })
  }

  private func page(_ chart: LineChart, _ id: String, _ sparkline: String?) -> PageChart {
    PageChart(svg: LineChartSVG(id: id).render(chart), text: chart.title, sparkline: sparkline)
  }
}

extension Grain {
  /// About a year, or more for long periods.
  fileprivate var countInChart: Int {
    switch self {
    case .day: 92
    case .week: 53
    case .month: 25
    case .quarter: 13
    case .year: 10
    }
  }
}
