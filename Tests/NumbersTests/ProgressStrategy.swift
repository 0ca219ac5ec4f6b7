import Numbers
import StrategyModel

/// A strategy of one cycle of thirteen weeks and one team, put together from lines.
struct ProgressStrategy {
  /// Thirteen weeks of seven days, from a Monday to a Sunday.
  var cycle = "starts: 2026-01-05\nends: 2026-04-05\nstate: active"
  /// The lines of a key result after its id and title, by id.
  var keyResults: [(id: String, fields: [String])]
  /// Flow mappings.
  var checkIns: [String] = []
  /// Lines of the objective.
  var objective: [String] = []
  var settings = ""

  init(_ keyResults: [(id: String, fields: [String])], checkIns: [String] = []) {
    (self.keyResults, self.checkIns) = (keyResults, checkIns)
  }

  /// One key result 'k' and a value for each week's Monday, from the second week on; `nil` for a week without one.
  init(_ fields: String..., weekly values: [Double?]) {
    let entries = values.enumerated().compactMap { week, value in
      value.map { "{ on: \(ProgressStrategy.start + 7 * (week + 1)), key_result: k, value: \($0) }" }
    }
    self.init([("k", fields)], checkIns: entries)
  }

  static let start = Day(year: 2026, month: 1, day: 5) ?? Day(number: 0)

  var files: [StrategyFile] {
    let results = keyResults.map { id, fields in
      (["      - id: \(id)", "        title: T"] + fields.map { "        \($0)" }).joined(separator: "\n")
    }
    let own = objective.map { "    \($0)\n" }.joined()
    return [
      ("northstar.yaml", "kind: strategy\nid: s\nproduct: P\nnorth_star: n\n\(settings)\n"),
      ("cycles/c.yaml", "kind: cycle\nid: c\n\(cycle)\n"),
      (
        "okrs/c/t.yaml",
        "kind: okrs\nteam: t\ncycle: c\nobjectives:\n  - id: o\n    title: O\n    ambition: committed\n    input: i\n\(own)"
          + "    key_results:\n\(results.joined(separator: "\n"))\n"
      ),
      (
        "checkins/c/t.yaml",
        "kind: checkins\nteam: t\ncycle: c\nentries:\n" + checkIns.map { "  - \($0)\n" }.joined()
      ),
    ].map { StrategyFile(path: $0.0, in: "", text: Array($0.1.utf8)) }
  }

  var strategy: Strategy { Strategy(folder: "", files: files) }

  func numbers(on day: Day, breaches: [String: [String]] = [:]) -> ObjectiveNumbers {
    strategy.numbers(ofOKRs: 0, on: day, breaches: breaches).objectives[0]
  }

  /// The numbers of the first key result, on a day of the cycle counted in weeks.
  func keyResult(week: Int = 13, breaches: [String: [String]] = [:]) -> KeyResultNumbers {
    numbers(on: ProgressStrategy.start + 7 * week, breaches: breaches).keyResults[0]
  }

  func shown(week: Int = 13) -> Double? { try? keyResult(week: week).progress.get().shown }
  func raw(week: Int = 13) -> Double? { try? keyResult(week: week).progress.get().raw }
}
