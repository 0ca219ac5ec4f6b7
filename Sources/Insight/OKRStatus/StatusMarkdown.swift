import Numbers
import Presentation
import StrategyModel

extension StatusReport {
  /// For a message or a page: a table for each team.
  package var markdown: String {
    var lines: [String] = []
    for team in teams {
      let expected = team.numbers.cycle?.expected.map { ", \($0.percent) expected on \(today)" } ?? ""
      lines += (lines.isEmpty ? [] : [""]) + ["## \(team.team), \(team.cycle)\(expected)", ""]
      lines += ["| key result | progress | confidence | status | value | forecast | check-in | who |"]
      lines += ["| --- | ---: | ---: | --- | ---: | ---: | --- | --- |"]
      lines += team.numbers.objectives.flatMap { rows($0, strategy.okrs.all[team.okrs].objectives) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ objective: ObjectiveNumbers, _ objectives: [Objective]) -> [String] {
    let own = objectives[objective.position]
    let title = (own.title?.value ?? own.id?.value ?? "?").escapedForTable
    let head = "| **\(title)** | **\(objective.progress.percent)** | | | | | | |"
    return [head]
      + objective.keyResults.map { numbers in
        let row = self.row(numbers, own.keyResults)
        let name = (own.keyResults[numbers.position].title?.value ?? row.id).escapedForTable
        let status = ([row.standing] + row.remarks).joined(separator: "; ").escapedForTable
        return
          "| \(name) | \(row.progress) | \(row.confidence) | \(status) | \(row.value) | \(row.forecast) "
          + "| \(row.checkedIn) | \(row.who) |"
      }
  }
}

extension [String] {
  /// Notes below a table, each as a quotation.
  package var markdownNotes: String { map { "\n> \($0.escapedForTable)\n" }.joined() }
}

extension String {
  /// The text escaped for a cell of a Markdown table.
  fileprivate var escapedForTable: String {
    visible.reduce(into: "") { text, character in
      if #"\|<>&*_`[]"#.contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
