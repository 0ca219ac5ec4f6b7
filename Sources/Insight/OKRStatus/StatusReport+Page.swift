import Numbers
package import Presentation
import StrategyModel

extension StatusReport {
  /// For a message or a browser: a table for each objective.
  ///
  /// - Parameter notes: what could not be read.
  package func page(notes: [String]) -> Page {
    var page = Page("Status of the OKRs on \(today)", sides: .landscape)
    page.add(notes.map { .note($0) })
    for team in teams {
      let expected = team.numbers.cycle?.expected.map { ", \($0.percent) expected" } ?? ""
      page.add(.heading("\(team.team), \(team.cycle)\(expected)"))
      for objective in team.numbers.objectives {
        let own = strategy.okrs.all[team.okrs].objectives[objective.position]
        let title = own.title?.value ?? own.id?.value ?? "?"
        page.add(.heading("\(title): \(objective.progress.percent)", level: 3))
        page.add(
          .table(StatusReport.columns, objective.keyResults.map { cells($0, own.keyResults) }, numeric: [1, 2, 4, 5]))
      }
    }
    return page
  }

  private static let columns = ["key result"] + StatusRow.columns.dropFirst()

  private func cells(_ numbers: KeyResultNumbers, _ keyResults: [KeyResult]) -> [String] {
    let row = row(numbers, keyResults)
    return [
      keyResults[numbers.position].title?.value ?? row.id, row.progress, row.confidence,
      ([row.status] + row.remarks).joined(separator: "; "), row.value, row.forecast, row.checkedIn, row.who,
    ]
  }

  /// One row for each key result.
  package var listing: Listing {
    let rows = teams.flatMap { team in
      team.numbers.objectives.flatMap { objective in objective.keyResults.map { (team, objective.position, $0) } }
    }
    let columns = [
      "cycle", "team", "objective", "key_result", "title", "progress", "confidence", "status", "value", "forecast",
      "last_check_in", "owner", "score", "remarks",
    ]
    return Listing(columns, rows) { team, position, numbers in
      let objective = strategy.okrs.all[team.okrs].objectives[position]
      let own = objective.keyResults[numbers.position]
      return [
        .text(team.cycle), .text(team.team), .text(objective.id?.value), .text(own.id?.value), .text(own.title?.value),
        .number((try? numbers.progress.get())?.shown), .number(numbers.confidence), .text(numbers.status.rawValue),
        .number(numbers.current), .number(numbers.pace?.forecast), .text(numbers.lastDay?.description),
        .text(own.owner?.id), .number(numbers.score),
        .list(row(numbers, objective.keyResults).remarks, separator: "; "),
      ]
    }
  }
}
