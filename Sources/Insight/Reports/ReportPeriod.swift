package import StrategyModel
package import StrategyStore

package enum ReportSpan: String, CaseIterable {
  case week, month, cycle
}

/// The days that a report covers, and the day on which it is made.
package struct ReportPeriod {
  package let span: ReportSpan
  /// `2026-W46`, `2026-10`, or the cycle's id.
  package let name: String
  let first: Day
  let last: Day
  /// Only values known at the end of this day count.
  let today: Day

  var days: ClosedRange<Day> { first...last }

  /// The last week or month of the strategy's calendar that is over.
  package init(lastWhole grain: Grain, before today: Day, in calendar: PeriodCalendar) {
    let period = calendar.lastPeriod(grain, endingBy: today + -1)
    span = grain == .month ? .month : .week
    name = calendar.name(of: period)
    (first, last) = (calendar.firstDay(of: period), calendar.lastDay(of: period))
    self.today = today
  }

  /// A cycle's days up to today (default: the only open cycle).
  package init(cycle wanted: String?, on today: Day, in strategy: Strategy) throws(StrategyError) {
    if let wanted, !strategy.mayHave(.cycle, wanted) {
      throw .unknown(wanted, among: strategy.ids(of: .cycle).sorted(), "cycle")
    }
    let fitting = strategy.cycles.all.filter { cycle in
      wanted.map { cycle.id?.value == $0 } ?? (cycle.state?.value == .active || cycle.state?.value == .grading)
    }
    if wanted == nil, fitting.count > 1 {
      let names = fitting.compactMap { $0.id?.value }.sorted()
      throw StrategyError(
        .badRequest, message: "several cycles are open: \(names.joined(separator: ", "))",
        help: ["Name one of them with \(give: .cycle)."])
    }
    guard let cycle = fitting.first else {
      throw StrategyError(
        message: "no cycle is open",
        help: ["Name one with \(give: .cycle), or report a week or a month with \(give: .period)."])
    }
    guard let starts = cycle.starts?.value, let ends = cycle.ends?.value, starts <= ends, starts <= today else {
      throw StrategyError(
        message: "cycle '\(cycle.id?.value ?? "?")' has no day to report until \(today)",
        help: ["Check its 'starts:' and 'ends:' with \(run: .show("cycle/\(cycle.id?.value ?? "")"))."])
    }
    (span, name) = (.cycle, cycle.id?.value ?? "?")
    (first, last, self.today) = (starts, min(ends, today), today)
  }
}

extension PeriodCalendar {
  /// The last period that is over by the end of a day.
  func lastPeriod(_ grain: Grain, endingBy day: Day) -> Period {
    let period = period(grain, containing: day)
    return lastDay(of: period) <= day ? period : period + -1
  }
}
