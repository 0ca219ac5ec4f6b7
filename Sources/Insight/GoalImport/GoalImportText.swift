import Diagnostics
package import Editing
import Presentation
import StrategyModel

/// What an import would write, as lines for a terminal: guesses are marked, and what has no place is listed.
package struct GoalImportText {
  private let goals: ImportedGoals
  private let source: String
  /// The terminal's width; `nil` for a pipe, where lines may have any length.
  private let width: Int?

  /// - Parameter source: the name of the file that is imported.
  package init(_ goals: ImportedGoals, from source: String, width: Int?) {
    (self.goals, self.source, self.width) = (goals, source, width)
  }

  package func render() -> String {
    var lines = wrapped(summary, to: width ?? 120)
    for file in goals.files { lines += [""] + body(file) }
    if !goals.unplaced.isEmpty {
      lines += ["", "Not placed:"]
      for unplaced in goals.unplaced {
        let line = "  \(source.visible):\(unplaced.line): \(unplaced.reason): \(unplaced.text.visible)"
        lines += width.map { line.wrappedCell(to: $0) } ?? [line]
      }
    }
    if !goals.remarks.isEmpty { lines += [""] + goals.remarks.flatMap { wrapped($0, to: width ?? 120) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    var parts = ["\(counted(goals.objectiveCount, "objective")), \(counted(goals.keyResultCount, "key result"))"]
    if goals.known > 0 { parts.append("\(goals.known) already there") }
    if !goals.unplaced.isEmpty { parts.append("\(counted(goals.unplaced.count, "line")) not placed") }
    return "\(source.visible): \(parts.joined(separator: "; "))."
  }

  private func body(_ file: ImportedFile) -> [String] {
    let rows = file.objectives.map { $0.keyResults.map(GoalImportText.row) }
    let table = TextTable(GoalImportText.columns, Array(rows.joined()), width: width.map { $0 - 4 })
    let guessed = file.guessed.isEmpty ? "" : "; guessed: \(file.guessed.sorted().joined(separator: ", "))"
    var lines = ["\(file.name) (\(file.isNew ? "new file" : "added to its file")\(guessed))"]
    lines += rows.contains { !$0.isEmpty } ? table.head.map { "    " + $0 } : []
    for (objective, own) in zip(file.objectives, rows) {
      lines += heading(objective)
      for (keyResult, row) in zip(objective.keyResults, own) {
        lines += table.lines(row).map { "    " + $0 }
        lines += remarks([], keyResult.doubts, keyResult.notes, indent: "      ")
      }
    }
    return lines
  }

  private func heading(_ objective: ImportedObjective) -> [String] {
    let line = "  \(objective.id)\(objective.aim): \(objective.title.visible) (line \(objective.line))"
    var doubts = objective.doubts
    if let proposed = objective.proposedInput { doubts.append("its words suggest the input '\(proposed)'") }
    if objective.isKnown { doubts = ["the team has it already"] }
    if objective.keyResults.isEmpty { doubts.append("it has no key results") }
    return (width.map { line.wrappedCell(to: $0) } ?? [line])
      + remarks(objective.isKnown ? [] : objective.guessed.sorted(), doubts, objective.notes, indent: "    ")
  }

  private func remarks(_ guessed: [String], _ doubts: [String], _ notes: [String], indent: String) -> [String] {
    var texts: [String] = []
    if !guessed.isEmpty { texts.append("guessed: \(guessed.joined(separator: ", "))") }
    texts += doubts
    if !notes.isEmpty { texts.append("in notes: \(notes.joined(separator: "; ").visible)") }
    return texts.flatMap { wrapped($0, to: width ?? 120, first: indent + "! ") }
  }

  private static let columns = ["line", "key result", "type", "from", "to", "unit", "owner", "guessed", "title"]

  private static func row(_ result: ImportedKeyResult) -> [String] {
    [
      String(result.line), result.id, result.metric.map { "\(result.type.rawValue) \($0)" } ?? result.type.rawValue,
      result.baseline ?? result.lower ?? "", result.target ?? result.upper ?? "", result.unit ?? "", result.owner ?? "",
      result.guessed.sorted().joined(separator: ", "), result.title,
    ]
  }
}

extension ImportedObjective {
  fileprivate var aim: String {
    if let input { return " → \(input)" }
    if let guards { return " guards \(guards)" }
    let supported = supports.compactMap { $0.split(separator: ":").first }
    return supported.isEmpty ? "" : " supports \(supported.joined(separator: ", ").visible)"
  }
}
