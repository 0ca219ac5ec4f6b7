import Decisions
import Numbers
import Pictures
import Presentation
import StrategyModel
import StrategyStore

extension EvidenceSection {
  /// Whether the judged metric leads what it should move: the results, or the metrics that it drives.
  static func results(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("results", "Does it lead what it should move?")
    guard let metric = context.metric else { return section }
    let targets = context.moved
    if targets.isEmpty { section.lack("No metric in use is believed to follow \(metric).") }
    guard !context.series(of: metric).isEmpty else {
      section.lack("\(metric) has no readings to compare with those of others.")
      return section
    }
    let leads = targets.compactMap { target -> TestedLead? in
      do throws(StrategyError) {
        return try TestedLead(
          metric, against: target, maxLag: nil, detrending: .linear, in: context.strategy, knownOn: context.day)
      } catch {
        section.lack("Against \(target): \(error.message).")
        return nil
      }
    }
    for lead in leads { section.say(lead.sentence + lead.figures) }
    guard !leads.isEmpty else { return section }
    section.show(table(leads))
    for lead in leads where !lead.test.lags.isEmpty { section.show(.chart(lead.chart)) }
    return section
  }

  private static func table(_ leads: [TestedLead]) -> PageBlock {
    .table(
      ["against", "points", "r at lag 0", "best lag", "r", "by chance", "verdict"],
      cells: leads.map { lead in
        let best = lead.test.best
        return [
          .text(lead.result), .count(lead.test.count), .coefficient(lead.test[lag: 0]?.r),
          .text(best.map { "\($0.lag) \(lead.grain.counted($0.lag))" }), .coefficient(best?.r),
          .number(best?.adjustedP, shown: best?.adjustedP.probability), .text(lead.test.verdict.rawValue),
        ]
      }, numeric: [1, 2, 3, 4])
  }
}

extension EvidenceContext {
  /// What the judged metric should move.
  fileprivate var moved: [String] {
    switch subject {
    case .northStar(let id): ids { $0.role?.value == .result && $0.id?.value != id }
    case .belief(_, let target): [target]
    case .metric(let id, _):
      (strategy.metrics.position(of: id).map { strategy.graph.up[$0] } ?? [])
        .filter { strategy.graph.isLive[$0.metric] }.compactMap { strategy.metrics.all[$0.metric].id?.value }
        .filter { $0 != id }
    case .cycle: []
    }
  }
}

extension Double {
  fileprivate var hundredths: Double { (self * 100).rounded() / 100 }
}

extension TestedLead {
  fileprivate var figures: String {
    guard let best = test.best else { return "" }
    return " (r = \(best.r.coefficient) at lag \(best.lag); \(test.count) points)"
  }

  /// The correlation at every lag, with the band expected by chance.
  fileprivate var chart: PageChart {
    let lags = test.lags
    var chart = LineChart(
      title: "\(metric) against \(result), \(grain.counted(2)) later: r", unit: "",
      positions: lags.map { String($0.lag) }, series: [LineChart.Series("r", lags.map(\.r.hundredths))])
    if let band = lags.map(\.significanceBound).max() {
      chart.band = LineChart.Band("by chance", -band.hundredths...band.hundredths)
    }
    if let best = test.best, let place = lags.firstIndex(of: best) {
      chart.marks.append(LineChart.Mark("best", position: place))
    }
    return PageChart(
      svg: LineChartSVG(id: "lead-\(result)").render(chart), text: chart.description,
      sparkline: Sparkline(lags.map(\.r)).text)
  }
}
