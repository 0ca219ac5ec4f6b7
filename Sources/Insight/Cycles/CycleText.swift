import Numbers
import Presentation
import StrategyModel

extension CycleScores {
  /// Every score on a line, followed by the promises that were changed.
  package func text(width: Int?) throws -> String {
    var lines = ["\(cycle): \(sentence)\(given.value == nil ? "" : ", given \(given.short)")"]
    if !teams.isEmpty { lines += ["", table.table(width: width).trimmedEnd] }
    lines += movedLines(width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  func movedLines(width: Int?) -> [String] {
    let moved = moved
    guard !moved.isEmpty else { return [] }
    return ["", "Amended after the start"]
      + moved.flatMap { wrapped($0.sentence.visible, to: width ?? 120, first: "  ") }
  }

  var table: Listing {
    let all = teams.flatMap { team -> [[String]] in
      let objectives = strategy.okrs.all[team.okrs].objectives
      let head = row(team.team, team.committed, team.amended, team.given, nil)
      return [head] + team.numbers.objectives.flatMap { rows($0, objectives) }
    }
    return Listing(["team", "committed", "amended", "given", "band", "outcome"], all) { $0.map { .text($0) } }
  }

  private func rows(_ numbers: ObjectiveNumbers, _ objectives: [Objective]) -> [[String]] {
    let i = numbers.position
    let own = objectives[i].keyResults
    let head = row(
      "  \(objectives[i].id?.value ?? "?")", numbers.committedScore, numbers.amendedScore, numbers.givenScore,
      objectives[i].outcome?.decision?.value.rawValue)
    let keyResults = numbers.keyResults.map { numbers in
      row(
        "    \(own[numbers.position].id?.value ?? "?")", KnownMean(one: try? numbers.computed.committed.get()),
        KnownMean(one: try? numbers.computed.amended.get()), KnownMean(one: numbers.score), nil)
    }
    return [head] + keyResults
  }

  private func row(
    _ name: String, _ committed: KnownMean, _ amended: KnownMean, _ given: KnownMean, _ outcome: String?
  ) -> [String] {
    let band = (given.complete ?? amended.complete).map { ScoreBand($0).rawValue } ?? ""
    return [name, committed.short, amended.short, given.short, band, outcome ?? ""]
  }
}

extension KnownMean {
  fileprivate init(one value: Double?) { self.init([(value, nil)]) }
}

extension String {
  /// Without trailing line ends.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
