import Diagnostics
import Numbers
internal import Presentation
import StrategyModel

struct FormulaDisagrees: Rule {
  let card = Card(
    id: "NS807", name: "formula-disagrees", severity: .warning,
    summary: "A metric's measured value differs from what its formula gives.",
    rationale: """
      The formula is the claim that the inputs make up the metric. When its result differs from the measured value, an \
      input is missing, one is counted differently, or one of the queries is wrong, and every split of a change by \
      input is off by as much. Look at the last period first; 'northstar explain-change' shows the residual.
      """,
    settings: [Setting("tolerance", 0.02, "How far apart the two may be, as a share of the measured value.")],
    wrong: [Example(readings(of: "↓2026-W04,1300,2026-01-26,warehouse,"))],
    right: [Example(readings(of: "2026-W04,1190,2026-01-26,warehouse,"))])

  func check(_ strategy: Strategy, _ report: inout Report) {
    guard !strategy.readings.isEmpty else { return }
    let tolerance = report.setting("tolerance")
    let metrics = strategy.metrics.all
    for i in metrics.indices where strategy.graph.isLive[i] {
      guard let text = metrics[i].formula?.value, let formula = try? Formula(parsing: text),
        let id = metrics[i].id?.value, let sheet = strategy.readings.position(of: id),
        let last = Reconciliation(formula, measured: strategy.series(of: id), { strategy.series(of: $0) }).rows.last,
        last.differs(byMoreThan: tolerance)
      else { continue }
      let calendar = strategy.readings.calendar
      guard let row = strategy.readings.sheets[sheet].rows.last(where: { $0.period == last.period }) else { continue }
      report.add(
        .disagrees(id, last, calendar),
        at: Location(
          path: strategy.readings.sheets[sheet].path,
          range: strategy.readings.sheets[sheet].range(of: row, in: calendar)),
        subject: "metric/\(id)", notes: notes(metrics[i], strategy),
        help: ["Correct the formula or the reading, or raise the rule's 'tolerance'."])
    }
  }

  private func notes(_ metric: Metric, _ strategy: Strategy) -> [Note] {
    metric.formula.map { [Note("the formula", at: strategy.location(metric.file, $0.range))] } ?? []
  }

  /// 0.34 · 1000 · 3.5 = 1190.
  private static func readings(of northStar: String) -> [(path: String, text: String)] {
    [
      ("readings/weekly-hosted-meetings.csv", ReadingExample.sheet(northStar)),
      ("readings/activation-rate.csv", ReadingExample.sheet("2026-W04,34,2026-01-26,warehouse,")),
      ("readings/new-workspaces.csv", ReadingExample.sheet("2026-W04,1000,2026-01-26,warehouse,")),
      ("readings/meetings-per-workspace.csv", ReadingExample.sheet("2026-W04,3.5,2026-01-26,warehouse,")),
    ]
  }
}

extension String {
  fileprivate static func disagrees(_ metric: String, _ row: Reconciliation.Row, _ calendar: PeriodCalendar) -> String {
    let formula = (row.formula * 1000).rounded() / 1000
    return
      "\(metric.excerpt(30)) is \(row.measured.plain) in \(calendar.name(of: row.period)), by formula \(formula.plain)"
  }
}
