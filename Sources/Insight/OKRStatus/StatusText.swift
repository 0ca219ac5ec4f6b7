import Numbers
import Presentation
import StrategyModel

/// Key results as lines for a terminal.
package struct StatusText {
  let report: StatusReport
  /// The terminal's width; `nil` for a pipe, where lines may have any length.
  let width: Int?

  package init(report: StatusReport, width: Int?) { (self.report, self.width) = (report, width) }

  package func render() -> String {
    var lines: [String] = []
    var cycle: String?
    for team in report.teams {
      if cycle != team.cycle { lines += (cycle == nil ? [] : [""]) + [heading(team)] + services(of: team.cycle) }
      cycle = team.cycle
      lines += ["", team.isShared ? "\(team.team) (shared)" : team.team] + body(team)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `2026-q1: day 28 of 90, 30 % expected`
  private func heading(_ team: StatusReport.Team) -> String {
    guard let cycle = team.numbers.cycle, let expected = cycle.expected else { return "\(team.cycle):" }
    let (day, days) = (cycle.today - cycle.starts + 1, cycle.ends - cycle.starts + 1)
    let place =
      day < 1
      ? "starts on \(cycle.starts)" : day > days ? "ended on \(cycle.ends)" : "day \(day) of \(days)"
    return "\(team.cycle): \(place), \(expected.percent) expected"
  }

  /// How many objectives move, guard and support, when not all of them move something.
  private func services(of cycle: String) -> [String] {
    let all = report.teams.filter { $0.cycle == cycle }.flatMap { team in
      team.numbers.objectives.map { report.strategy.okrs.all[team.okrs].objectives[$0.position].service }
    }
    let counts = ServiceCounts(all)
    return counts.isMixed ? [counts.sentence] : []
  }

  private func body(_ team: StatusReport.Team) -> [String] {
    let objectives = report.strategy.okrs.all[team.okrs].objectives
    let rows = team.numbers.objectives.map { objective in
      objective.keyResults.map { report.row($0, objectives[objective.position].keyResults) }
    }
    let table = TextTable(StatusRow.columns, rows.joined().map(\.cells), width: width.map { $0 - 4 })
    var lines = table.head.map { "    " + $0 }
    for (objective, own) in zip(team.numbers.objectives, rows) {
      lines += heading(objective, objectives, own)
      for row in own {
        lines += table.lines(row.cells).map { "    " + $0 }
        lines += row.remarks.flatMap { wrapped($0, to: width ?? 120, first: "      ! ") }
      }
    }
    return lines
  }

  /// `  first-meeting-obvious  29 %, weakest activation (17 %): New teams …`
  private func heading(_ numbers: ObjectiveNumbers, _ objectives: [Objective], _ rows: [StatusRow]) -> [String] {
    let i = numbers.position
    let weakest = numbers.weakest.map { rows.count > 1 ? ", weakest \(rows[$0].id)" : "" } ?? ""
    let service = objectives[i].service.map { $0 == .moves ? "" : ", \($0.rawValue)" } ?? ""
    let progress = numbers.progress.percent + weakest + service
    let outcome = objectives[i].outcome?.decision.map { ", \($0.value.rawValue)" } ?? ""
    let line =
      "  \(objectives[i].id?.value ?? "?")  \(progress)\(outcome): \((objectives[i].title?.value ?? "").visible)"
    guard let width else { return [line] }
    return line.wrappedCell(to: width)
  }
}
