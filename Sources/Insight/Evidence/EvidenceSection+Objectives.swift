import Decisions
import Diagnostics
import Numbers
import Presentation
import StrategyModel

extension EvidenceSection {
  /// How often the objectives for each input were met in the cycles that closed since the last review.
  static func objectives(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("objectives", "Objectives by input")
    let closed = context.closedObjectives
    let cycles = context.closedCycles
    guard !cycles.isEmpty else {
      section.lack("No cycle that ended \(context.sinceWords) is closed.")
      return section
    }
    guard !closed.isEmpty else {
      section.lack("No objective of \(String.few(cycles)) aims here.")
      return section
    }
    let inputs = Set(closed.map(\.input)).sorted()
    let rows = inputs.map { input in (input, closed.filter { $0.input == input }) }
    section.say(
      "Met in \(String.few(cycles)), by input: "
        + rows.map { "\($0.0) \($0.1.count(where: \.isMet)) of \($0.1.count)" }.joined(separator: ", ") + ".")
    let costly = closed.filter(\.isAtCost)
    if !costly.isEmpty {
      section.say("Achieved at cost: " + String.few(costly.map { "\($0.name) (\($0.breaches))" }) + ".")
    }
    let unscored = closed.count { $0.score == nil }
    if unscored > 0 { section.lack("\(counted(unscored, "objective")) without a score.") }
    section.show(
      .table(
        ["input", "objectives", "met", "mean score", "at cost"],
        cells: rows.map { input, objectives in
          [
            .text(input), .count(objectives.count), .count(objectives.count(where: \.isMet)),
            .score(Mean.of(objectives.compactMap(\.score))), .count(objectives.count(where: \.isAtCost)),
          ]
        }, numeric: [1, 2, 3, 4]),
      .table(
        ["objective", "cycle", "input", "score", "at cost of"],
        cells: closed.map { objective in
          [
            .text(objective.name), .text(objective.cycle), .text(objective.input), .score(objective.score),
            .text(objective.isAtCost ? objective.breaches : nil),
          ]
        },
        numeric: [3]))
    return section
  }
}

extension Cell {
  fileprivate static func score(_ value: Double?) -> Cell { .number(value, shown: value?.short) }
}

/// An objective of a closed cycle, and how it ended.
private struct ClosedObjective {
  let name: String
  let cycle: String
  let input: String
  /// As given, else as computed against the promise, 0…1.
  let score: Double?
  /// The guardrails that broke while its key results were reached.
  let breaches: String

  var isAtCost: Bool { isMet && !breaches.isEmpty }
  var isMet: Bool { score.map { ScoreBand($0) == .green } ?? false }
}

extension EvidenceContext {
  /// The cycles that ended since the last review and are closed, or the judged one; sorted by their ends.
  fileprivate var closedCycles: [String] {
    if case .cycle(let id) = subject { return [id] }
    return strategy.cycles.all.filter { cycle in
      cycle.state?.value == .closed && cycle.ends.map { $0.value >= since && $0.value <= day } ?? false
    }.sorted { ($0.ends?.value ?? day) < ($1.ends?.value ?? day) }.compactMap { $0.id?.value }
  }

  fileprivate var closedObjectives: [ClosedObjective] {
    closedCycles.flatMap { cycle -> [ClosedObjective] in
      let end = strategy.cycles[cycle]?.ends.map { min($0.value, day) } ?? day
      let breaches = strategy.breachesByGuarded(on: end)
      return strategy.okrs.all.indices.filter { strategy.okrs.all[$0].cycle?.id == cycle }
        .flatMap { closed(of: $0, cycle, breaches) }
    }
  }

  private func closed(of okrs: Int, _ cycle: String, _ breaches: [String: [String]]) -> [ClosedObjective] {
    let (team, objectives) = (strategy.okrs.all[okrs].team?.id ?? "?", strategy.okrs.all[okrs].objectives)
    let numbers = strategy.numbers(ofOKRs: okrs, on: day, breaches: breaches).objectives
    return numbers.compactMap { numbers -> ClosedObjective? in
      let objective = objectives[numbers.position]
      guard let input = objective.input?.id, isAbout(input) else { return nil }
      let costs = Set(numbers.keyResults.filter(\.isAtCost).flatMap(\.breaches))
      return ClosedObjective(
        name: "\(team)/\(objective.id?.value ?? "?")", cycle: cycle, input: input,
        score: numbers.score ?? numbers.committedScore.complete,
        breaches: costs.sorted().joined(separator: ", "))
    }
  }

  /// For the North Star and for cycles, every input counts, even one that is no longer in use.
  private func isAbout(_ input: String) -> Bool {
    if case .metric(let id, _) = subject { return input == id }
    return true
  }
}
