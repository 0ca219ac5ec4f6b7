import Diagnostics
import StrategyModel

struct StaleMetric: Rule {
  let card = Card(
    id: "NS805", name: "stale-metric", severity: .warning,
    summary: "A metric in use has had no reading for several periods.",
    rationale: """
      When readings stop, people see a number that does not move, and base decisions on the past. Add the missing \
      readings with 'northstar measure', or retire the metric if nobody needs it.
      """,
    settings: [Setting("periods", 2, "How many whole periods may be missing.")],
    wrong: [
      Example(ReadingExample.path, "period,value,known_on,source,segment\n↓2025-W52,9.5,2025-12-29,help desk,")
    ],
    right: [
      Example(ReadingExample.path, "period,value,known_on,source,segment\n2026-W02,9.5,2026-01-12,help desk,")
    ])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let calendar = strategy.readings.calendar
    let allowed = report.count("periods")
    for sheet in strategy.readings.sheets {
      guard let metric = strategy.metrics.position(of: sheet.metric), strategy.graph.isLive[metric],
        let last = sheet.last
      else { continue }
      let current = calendar.period(last.period.grain, containing: report.today)
      let missing = current.number - last.period.number - 1
      guard missing > allowed else { continue }
      report.add(
        .stale(sheet.metric, calendar.name(of: last.period), missing, last.period.grain),
        at: Location(path: sheet.path, range: sheet.range(of: last, in: calendar)), subject: "metric/\(sheet.metric)",
        help: ["Add what was measured since with 'northstar measure add \(sheet.metric) <period> <value>'."])
    }
  }
}

extension String {
  fileprivate static func stale(_ metric: String, _ period: String, _ missing: Int, _ grain: Grain) -> String {
    "'\(metric)' was last measured for \(period): \(counted(missing, grain.rawValue)) missing"
  }
}
