import Numbers
import Presentation
import StrategyModel

extension ExplainedMetric {
  /// Why a metric differs from a month before, or from before the cycle; `nil` where that is unknown.
  init?(_ metric: ReportedMetric, in strategy: Strategy, _ period: ReportPeriod, _ holders: LeverHolders) {
    guard let last = metric.standing.last?.period,
      let explanation = try? ChangeExplanation(
        of: metric.id, from: period.base(of: last, in: strategy.calendar), to: last, in: strategy,
        knownOn: period.today)
    else { return nil }
    self.init(explanation: explanation, strategy: strategy, holders: holders)
  }

  /// `Moved most by Connected teams: +1133.8 of +2191 meetings since 2026-W41.`; `nil` when nothing moved.
  var headline: String? {
    guard let dominant = explanation.split.dominant else { return nil }
    let name = strategy.metrics[dominant.metric]?.name?.value ?? dominant.metric
    let change = [ends.change.signedFigure, metric?.definition?.unit?.value].compactMap(\.self).joined(separator: " ")
    return "Moved most by \(name): \(dominant.contribution.signedFigure) of \(change) since \(from)."
  }
}

extension ReportPeriod {
  /// The period to compare with.
  fileprivate func base(of last: Period, in calendar: PeriodCalendar) -> Period {
    if span == .cycle { return calendar.lastPeriod(last.grain, endingBy: first + -1) }
    switch last.grain {
    case .day, .week: return calendar.period(last.grain, containing: calendar.firstDay(of: last).adding(months: -1))
    case .month, .quarter, .year: return last + -1
    }
  }
}
