import Diagnostics
import Numbers
import StrategyModel

/// Key results as lines of a terminal.
struct StatusText {
  let report: StatusReport
  /// Where lines end; `nil` when nothing is cut, as in a pipe.
  let width: Int?

  func render() -> String {
    var lines: [String] = []
    var cycle: String?
    for team in report.teams {
      if cycle != team.cycle { lines += (cycle == nil ? [] : [""]) + [heading(team)] }
      cycle = team.cycle
      lines += ["", team.team] + body(team)
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

  private func body(_ team: StatusReport.Team) -> [String] {
    let objectives = report.strategy.okrs.all[team.okrs].objectives
    let rows = team.numbers.objectives.map { objective in
      objective.keyResults.map { report.row($0, objectives[objective.position].keyResults) }
    }
    let table = StatusTable(rows.joined().map(\.cells), indent: 4, width: width)
    var lines: [String] = ["    " + table.line(StatusRow.columns)]
    for (objective, own) in zip(team.numbers.objectives, rows) {
      lines += heading(objective, objectives, own)
      for row in own {
        lines.append("    " + table.line(row.cells))
        lines += row.remarks.flatMap { wrapped($0, to: width ?? 120, first: "      ! ") }
      }
    }
    return lines
  }

  /// `  first-meeting-obvious  29 %, weakest activation (17 %): New teams …`
  private func heading(_ numbers: ObjectiveNumbers, _ objectives: [Objective], _ rows: [StatusRow]) -> [String] {
    let i = numbers.position
    let weakest = numbers.weakest.map { rows.count > 1 ? ", weakest \(rows[$0].id)" : "" } ?? ""
    let progress = (numbers.progress?.percent ?? "no number") + weakest
    let outcome = objectives[i].outcome?.decision.map { ", \($0.value.rawValue)" } ?? ""
    let line =
      "  \(objectives[i].id?.value ?? "?")  \(progress)\(outcome): \((objectives[i].title?.value ?? "").visible)"
    return [line.cut(to: width)]
  }
}

/// The widths of a table's columns, without those that a narrow terminal has no room for.
struct StatusTable {
  private let kept: [Int]
  private let widths: [Int]
  private let width: Int?

  /// Which columns go first, by their position in `StatusRow.columns`.
  private static let leastNeeded = [5, 4, 6, 7]

  /// - Parameter rows: each of as many cells as `StatusRow` has columns.
  init(_ rows: [[String]], indent: Int, width: Int?) {
    let titles = StatusRow.columns
    let widths = titles.indices.map { column in
      let widest = rows.map { $0[column].utf8.count }.max() ?? 0
      return widest == 0 ? 0 : max(widest, titles[column].utf8.count)
    }
    var kept = titles.indices.filter { widths[$0] > 0 }
    let room = (width ?? .max) - indent
    for column in StatusTable.leastNeeded {
      guard kept.reduce(-2, { $0 + widths[$1] + 2 }) > room else { break }
      kept.removeAll { $0 == column }
    }
    (self.kept, self.widths, self.width) = (kept, widths, width.map { $0 - indent })
  }

  func line(_ cells: [String]) -> String {
    var line = ""
    for (place, column) in kept.enumerated() {
      line += cells[column]
      let gap = place + 1 < kept.count ? widths[column] - cells[column].utf8.count + 2 : 0
      if gap > 0 { line += String(repeating: " ", count: gap) }
    }
    while line.last == " " { line.removeLast() }
    return line.cut(to: width)
  }
}

extension String {
  /// With an ellipsis in place of what a line of this width has no room for.
  func cut(to width: Int?) -> String {
    guard let width, utf8.count > width, displayWidth > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      used += character.displayWidth
      if used > max(width, 1) - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
