import Diagnostics
import Numbers
import StrategyModel

/// The key results that somebody wants to check in: a team's in one cycle, an objective's, or one alone.
struct CheckInPlace {
  struct Item {
    /// Positions in `TeamOKRs.objectives` and `Objective.keyResults`.
    let objective: Int
    let keyResult: Int
    let id: String
  }

  /// The position in `Strategy.okrs`.
  let okrs: Int
  let cycle: String
  let team: String
  /// Those that await check-ins, in the order of the file; a single one that was named in any case.
  private(set) var items: [Item]

  /// `2026-q1/onboarding`: of the OKRs and of the check-ins.
  var id: String { "\(cycle)/\(team)" }

  /// - Parameter name: `onboarding`, `onboarding/completion`, an objective in place of a key result, or any of them
  ///   behind the cycle and a slash.
  init(_ name: String, cycle wanted: String?, in strategy: Strategy) throws(CommandFailure) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let hasCycle = parts.count > 1 && strategy.cycles.contains(parts[0]) && strategy.contains(.team, parts[1])
    let rest = hasCycle ? Array(parts.dropFirst()) : parts
    guard (1...2).contains(rest.count), !rest.contains("") else {
      throw CommandFailure(
        status: .usage, message: "'\(name.visible)' is no team's OKRs",
        help: ["Write a team, and the key result or objective behind a slash: onboarding/completion."])
    }
    guard strategy.mayHave(.team, rest[0]) else {
      throw .unknown(rest[0], among: strategy.ids(of: .team).sorted(), "team")
    }
    team = rest[0]
    cycle = try hasCycle ? parts[0] : CheckInPlace.cycle(of: team, wanted, in: strategy)
    guard let okrs = strategy.okrs.position(of: "\(cycle)/\(team)") else {
      throw CommandFailure(message: "'\(team)' has no OKRs in '\(cycle)'")
    }
    self.okrs = okrs
    items = []
    try CheckInPlace.requireOpen(cycle, in: strategy)
    items = try rest.count == 2 ? named(rest[1], in: strategy) : all(in: strategy)
  }

  /// The one cycle in which the team has OKRs to check in.
  private static func cycle(of team: String, _ wanted: String?, in strategy: Strategy) throws(CommandFailure) -> String
  {
    if let wanted {
      guard strategy.mayHave(.cycle, wanted) else {
        throw .unknown(wanted, among: strategy.ids(of: .cycle).sorted(), "cycle")
      }
      return wanted
    }
    for state in [CycleState.active, .grading] {
      let own = strategy.okrs.all.indices.filter {
        strategy.commitments.okrStates[$0] == state && strategy.okrs.all[$0].team?.id == team
      }.compactMap { strategy.okrs.all[$0].cycle?.id }
      if own.count == 1 { return own[0] }
      guard own.isEmpty else {
        throw CommandFailure(
          status: .usage, message: "'\(team)' has OKRs in several \(state.rawValue) cycles",
          help: ["Say which with --cycle: \(own.joined(separator: ", "))."])
      }
    }
    throw CommandFailure(
      message: "'\(team)' has no OKRs in an active cycle",
      help: ["Write them with 'northstar okr new \(team)', and begin the cycle with 'northstar cycle start'."])
  }

  private static func requireOpen(_ cycle: String, in strategy: Strategy) throws(CommandFailure) {
    let state = strategy.cycles.position(of: cycle).flatMap { strategy.cycles.all[$0].state?.value }
    switch state {
    case .closed:
      throw CommandFailure(message: "'\(cycle)' is closed, and its numbers are final")
    case .draft:
      throw CommandFailure(
        message: "'\(cycle)' is a draft: nothing is promised yet",
        help: ["Begin it with 'northstar cycle start \(cycle)'."])
    case .active, .grading, nil: return
    }
  }

  private func all(in strategy: Strategy) -> [Item] {
    let objectives = strategy.okrs.all[okrs].objectives
    return objectives.indices.flatMap { o in
      objectives[o].outcome?.decision?.value == .abandon ? [] : items(of: o, objectives)
    }.filter { objectives[$0.objective].keyResults[$0.keyResult].score == nil }
  }

  private func items(of o: Int, _ objectives: [Objective]) -> [Item] {
    objectives[o].keyResults.indices.compactMap { k in
      objectives[o].keyResults[k].id.map { Item(objective: o, keyResult: k, id: $0.value) }
    }
  }

  private func named(_ name: String, in strategy: Strategy) throws(CommandFailure) -> [Item] {
    let objectives = strategy.okrs.all[okrs].objectives
    let everything = objectives.indices.flatMap { items(of: $0, objectives) }
    if let one = everything.first(where: { $0.id == name }) {
      guard let score = objectives[one.objective].keyResults[one.keyResult].score else { return [one] }
      throw CommandFailure(message: "'\(name)' has its score already: \(score.value.value.plain)")
    }
    if let o = objectives.firstIndex(where: { $0.id?.value == name }) {
      return items(of: o, objectives).filter { objectives[o].keyResults[$0.keyResult].score == nil }
    }
    let known = everything.map(\.id) + objectives.compactMap { $0.id?.value }
    throw .unknown(name, among: known, "key result or objective of '\(team)' in '\(cycle)':")
  }
}

extension CheckInPlace {
  /// How far key results have come, a line each: `completion: 43 %, 30 % expected, at-risk`.
  func progress(of ids: [String], in strategy: Strategy, on day: Day) -> [String] {
    guard let okrs = strategy.okrs.position(of: id) else { return [] }
    let numbers = strategy.numbers(ofOKRs: okrs, on: day)
    let expected = numbers.cycle?.expected.map { ", \($0.percent) expected" } ?? ""
    return zip(strategy.okrs.all[okrs].objectives, numbers.objectives).flatMap { objective, own in
      own.keyResults.compactMap { keyResult -> String? in
        let row = StatusRow(keyResult, objective.keyResults)
        return ids.contains(row.id) ? "\(row.id): \(row.progress)\(expected), \(row.standing)" : nil
      }
    }
  }
}
