import Foundation
import StrategyModel

/// One team's OKRs and check-ins in one cycle on the main branch.
struct ChangingGoals {
  private struct KeyResult {
    let id: String
    let owner: String
    let baseline: Int
    var target: Int
    var value: Int
    var checkedIn: Day
  }

  /// The last commit that changed one of them.
  var touched = 0
  private let cycle: String
  private var okrs: Company.Document
  private var checkIns: Company.Document
  private var keyResults: [KeyResult]

  init(_ goals: CompanyGoals, in cycle: CompanyCalendar.Cycle) {
    self.cycle = cycle.id
    okrs = goals.okrs
    checkIns = goals.checkIns
    keyResults = goals.keyResults.map {
      KeyResult(
        id: $0.id, owner: $0.owner, baseline: $0.baseline, target: $0.target, value: $0.baseline,
        checkedIn: cycle.starts)
    }
  }

  var files: [Change.File] { [Change.write(okrs), Change.write(checkIns)] }

  /// Appends a check-in of a key result without one on that day; `nil` when each has one.
  mutating func checkIn(on day: Day, _ random: inout SeededRandom) -> Change? {
    guard let i = keyResults.indices.filter({ keyResults[$0].checkedIn < day }).randomElement(using: &random)
    else { return nil }
    keyResults[i].checkedIn = day
    keyResults[i].value += random.below(5) - 1
    var entry = "  - { on: \(day), key_result: \(keyResults[i].id), value: \(keyResults[i].value)"
    entry += ", confidence: 0.\(4 + random.below(5)), by: \(keyResults[i].owner)"
    if random.once(in: 16) { entry += ", note: \"\(random.pick(Words.notes))\"" }
    checkIns = Company.Document(path: checkIns.path, text: checkIns.text + entry + " }\n")
    return Change(message: "checkins: \(keyResults[i].id) in \(cycle)", files: [Change.write(checkIns)])
  }

  /// Moves the target of a key result one step away from its baseline.
  mutating func amend(_ random: inout SeededRandom) -> Change {
    let i = random.below(keyResults.count)
    let (baseline, old) = (keyResults[i].baseline, keyResults[i].target)
    keyResults[i].target += old > baseline ? 1 : -1
    let start = okrs.text.range(of: "- id: \(keyResults[i].id)\n")?.upperBound ?? okrs.text.endIndex
    var rest = okrs.text[start...]
    for (word, end) in [("from \(baseline) to ", " "), ("target: ", "\n")] {
      guard let place = rest.range(of: "\(word)\(old)\(end)") else { continue }
      rest.replaceSubrange(place, with: "\(word)\(keyResults[i].target)\(end)")
    }
    okrs = Company.Document(path: okrs.path, text: String(okrs.text[..<start]) + rest)
    return Change(
      message: "okrs: another target for \(keyResults[i].id) in \(cycle)\n\n\(random.pick(Words.reasons)).",
      files: [Change.write(okrs)])
  }

  /// Replaces a team's id, and moves the team's own files; returns the files that changed.
  mutating func rename(_ old: String, to new: String) -> [Change.File] {
    okrs.renamed(old, to: new) + checkIns.renamed(old, to: new)
  }
}

extension Company.Document {
  /// Replaces a team's id wherever the text names it, and moves a file that is named after it.
  mutating func renamed(_ old: String, to new: String) -> [Change.File] {
    guard text.contains("team: \(old)\n") else { return [] }
    let before = path
    let moved = path.hasSuffix("/\(old).yaml") ? path.dropLast("\(old).yaml".count) + "\(new).yaml" : path[...]
    self = Company.Document(
      path: String(moved), text: text.replacingOccurrences(of: "team: \(old)\n", with: "team: \(new)\n"))
    return (path == before ? [] : [.remove(path: before)]) + [Change.write(self)]
  }
}
