import Diagnostics
import StrategyModel

struct ReadingInFuture: Rule {
  let card = Card(
    id: "NS803", name: "reading-in-future", severity: .error,
    summary: "A reading became known in the future, or before its period began.",
    rationale: """
      What was measured is in the past: a value for a week that has not begun is a plan or a typing error, and it \
      would be the latest number in every report. Correct the period or the day. Plans belong in 'target:'.
      """,
    wrong: [
      ReadingExample.supportLoad("↓2026-W04,9.7,2026-02-02,help desk,"),
      ReadingExample.supportLoad("↓2026-W40,9.7,2026-01-26,help desk,"),
    ],
    right: [ReadingExample.supportLoad("2026-W05,9.7,2026-01-28,help desk,")])

  func check(_ strategy: Strategy, _ report: inout Report) {
    let calendar = strategy.readings.calendar
    for sheet in strategy.readings.sheets {
      for row in sheet.rows {
        guard row.knownOn > report.today || calendar.firstDay(of: row.period) > row.knownOn else { continue }
        report.add(
          row.knownOn > report.today ? .early(row.knownOn) : .planned(calendar.name(of: row.period), row.knownOn),
          at: Location(path: sheet.path, range: sheet.range(of: row, in: calendar)), subject: "metric/\(sheet.metric)",
          help: ["Write the period that was measured and the day on which the value was known."])
      }
    }
  }
}

extension String {
  fileprivate static func early(_ day: Day) -> String { "this reading is known on \(day), in the future" }
  fileprivate static func planned(_ period: String, _ day: Day) -> String {
    "\(period) had not begun on \(day), when this reading was known"
  }
}
