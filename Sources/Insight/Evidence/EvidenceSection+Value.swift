import Decisions
import Numbers
import Pictures
import Presentation
import StrategyModel
import StrategyStore

extension EvidenceSection {
  /// How the judged metric moved.
  static func value(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("value", "How it moved")
    let metrics =
      switch context.subject {
      case .belief(let metric, let target): [metric, target]
      default: [context.metric].compactMap(\.self)
      }
    for metric in metrics { section.add(metric, context) }
    for note in context.strategy.unread { section.lack(note.sentence) }
    return section
  }

  private mutating func add(_ metric: String, _ context: EvidenceContext) {
    let series = context.series(of: metric)
    guard let last = series.last else {
      lack("\(metric) has no readings that were known on \(context.day).")
      return
    }
    let calendar = context.strategy.calendar
    let standing = MetricStanding(series, target: context.strategy.metrics[metric]?.target?.value)
    var parts = ["\(metric) was \(context.figure(last.value, of: metric)) in \(calendar.name(of: last.period))"]
    let start = calendar.period(last.period.grain, containing: context.since)
    if start < last.period, let before = series[start] {
      parts.append("\(ValueChange(from: before, to: last.value).words) \(context.sinceWords)")
    }
    if let year = standing.before(months: 12, in: calendar),
      calendar.firstDay(of: start) > context.day.adding(months: -11)
    {
      parts.append("\(ValueChange(from: year, to: last.value).words) on the year before")
    }
    if let target = standing.target, let share = standing.shareOfTarget {
      parts.append("\(share.shareFigure) of its target of \(target.figure)")
    }
    say(parts.joined(separator: ", ") + ".")
    show(.chart(chart(of: metric, series, start, context)))
  }

  private func chart(of metric: String, _ series: Series, _ start: Period, _ context: EvidenceContext) -> PageChart {
    let calendar = context.strategy.calendar
    let definition = context.strategy.metrics[metric]
    let shown = series.suffix(EvidenceSection.longest)
    let first = shown.periods[0]
    let periods = (0...max(0, min((shown.periods.last ?? first).number - first.number, 1000))).map { first + $0 }
    var chart = LineChart(
      title: definition?.name?.value ?? metric, unit: definition?.definition?.unit?.value ?? "",
      positions: periods.map(calendar.name), series: [LineChart.Series(metric, periods.map { shown[$0] })])
    if let target = definition?.target?.value { chart.levels.append(LineChart.Level("target", target)) }
    for limit in definition?.threshold?.limits ?? [] { chart.levels.append(LineChart.Level(limit.word, limit.value)) }
    if context.last != nil, let place = periods.firstIndex(of: start) {
      chart.marks.append(LineChart.Mark("last review", position: place))
    }
    return PageChart(
      svg: LineChartSVG(id: "value-\(metric)").render(chart), text: chart.description,
      sparkline: Sparkline(periods.map { shown[$0] }, width: 60).text)
  }

  /// Two years of weeks are shown at most.
  private static let longest = 104
}

extension ValueChange {
  /// `+3210 (+11.2 %)`
  var words: String { difference.signedFigure + (relative.map { " (\($0.percentFigure))" } ?? "") }
}

extension Breach.Limit {
  var word: String {
    switch self {
    case .atMost: "at most"
    case .atLeast: "at least"
    }
  }

  /// `at most 2`
  var words: String { "\(word) \(value.figure)" }
}
