import Presentation
package import StrategyModel
package import StrategyStore

/// The key results that somebody wants to check in: a team's in one cycle, an objective's, or one alone.
package struct CheckInPlace {
  package struct Item {
    /// Positions in `TeamOKRs.objectives` and `Objective.keyResults`.
    package let objective: Int
    package let keyResult: Int
    package let id: String
  }

  /// The position in `Strategy.okrs`.
  package let okrs: Int
  package let cycle: String
  package let team: String
  /// Those that await check-ins, in the order of the file; a single one that was named is always included.
  package private(set) var items: [Item]

  /// `2026-q1/onboarding`: of the OKRs and of the check-ins.
  package var id: String { "\(cycle)/\(team)" }

  /// - Parameter name: `onboarding`, `onboarding/completion`, an objective in place of a key result, or any of them
  ///   after the cycle and a slash.
  package init(_ name: String, cycle wanted: String?, in strategy: Strategy) throws(StrategyError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let hasCycle = parts.count > 1 && strategy.cycles.contains(parts[0]) && strategy.contains(.team, parts[1])
    let rest = hasCycle ? Array(parts.dropFirst()) : parts
    guard (1...2).contains(rest.count), !rest.contains("") else {
      throw StrategyError(
        .badRequest, message: "'\(name.visible)' does not name a team's OKRs",
        help: ["Write a team, a slash, and the key result or objective: <team>/<key result>."])
    }
    guard strategy.mayHave(.team, rest[0]) else {
      throw .unknown(rest[0], among: strategy.ids(of: .team).sorted(), "team")
    }
    let item = rest.count == 2 ? rest[1] : nil
    team = item.flatMap { strategy.writer(of: $0, sharedWith: rest[0]) } ?? rest[0]
    cycle = try hasCycle ? parts[0] : CheckInPlace.cycle(of: team, item, wanted, in: strategy)
    guard let okrs = strategy.okrs.position(of: "\(cycle)/\(team)") else {
      throw StrategyError(message: "'\(team)' has no OKRs in '\(cycle)'")
    }
    self.okrs = okrs
    items = []
    try CheckInPlace.requireOpen(cycle, in: strategy)
    items = try rest.count == 2 ? named(rest[1], in: strategy) : all(in: strategy)
  }

  /// The only cycle in which the team has OKRs to check in, or has the named key result or objective.
  private static func cycle(
    of team: String, _ item: String?, _ wanted: String?, in strategy: Strategy
  ) throws(StrategyError) -> String {
    if let wanted {
      guard strategy.mayHave(.cycle, wanted) else {
        throw .unknown(wanted, among: strategy.ids(of: .cycle).sorted(), "cycle")
      }
      return wanted
    }
    let open = [CycleState.active, .grading].map { state in
      strategy.okrs.all.filter { okrs in
        okrs.team?.id == team && okrs.cycle.map { strategy.cycles[$0.id]?.state?.value == state } == true
      }
    }.filter { !$0.isEmpty }
    for own in open {
      let holding = own.filter { okrs in item.map(okrs.hasItem) ?? true }.compactMap { $0.cycle?.id }
      if holding.count == 1 { return holding[0] }
      if holding.count > 1 { throw .several(item.map { "\(team)/\($0)" } ?? team, in: holding) }
    }
    if open.count == 1, open[0].count == 1, let only = open[0][0].cycle?.id { return only }
    if let item, !open.isEmpty {
      throw .unknown(item, among: open.joined().flatMap(\.itemNames), "key result or objective of '\(team)':")
    }
    throw StrategyError(
      message: "'\(team)' has no OKRs in an active cycle",
      help: [
        "Write them with \(run: .addObjective(team: team, cycle: nil)), and start the cycle with \(run: .startCycle(nil))."
      ])
  }

  private static func requireOpen(_ cycle: String, in strategy: Strategy) throws(StrategyError) {
    let state = strategy.cycles.position(of: cycle).flatMap { strategy.cycles.all[$0].state?.value }
    switch state {
    case .closed:
      throw StrategyError(message: "'\(cycle)' is closed, and its numbers are final")
    case .draft:
      throw StrategyError(
        message: "'\(cycle)' is a draft: nothing is promised yet",
        help: ["Start it with \(run: .startCycle(cycle))."])
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

  private func named(_ name: String, in strategy: Strategy) throws(StrategyError) -> [Item] {
    let objectives = strategy.okrs.all[okrs].objectives
    let everything = objectives.indices.flatMap { items(of: $0, objectives) }
    if let one = everything.first(where: { $0.id == name }) {
      guard let score = objectives[one.objective].keyResults[one.keyResult].score else { return [one] }
      throw StrategyError(message: "'\(name)' has its score already: \(score.value.value.plain)")
    }
    if let o = objectives.firstIndex(where: { $0.id?.value == name }) {
      return items(of: o, objectives).filter { objectives[o].keyResults[$0.keyResult].score == nil }
    }
    throw .unknown(
      name, among: strategy.okrs.all[okrs].itemNames, "key result or objective of '\(team)' in '\(cycle)':")
  }
}

extension Strategy {
  /// The team in whose open OKRs a goal is written that another team shares and does not have itself; `nil` when there
  /// is none, or several.
  fileprivate func writer(of item: String, sharedWith team: String) -> String? {
    let open = openOKRs.filter { okrs in
      state(of: okrs.cycle).map { $0 == .active || $0 == .grading } ?? false
    }
    guard !open.contains(where: { $0.team?.id == team && $0.hasItem(item) }) else { return nil }
    let sharing = open.filter { okrs in
      okrs.objectives.contains { objective in
        objective.sharedWith.contains { $0.id == team }
          && (objective.id?.value == item || objective.keyResults.contains { $0.id?.value == item })
      }
    }
    let writers = Set(sharing.compactMap { $0.team?.id })
    return writers.count == 1 ? writers.first : nil
  }
}

extension TeamOKRs {
  /// Of key results, then of objectives.
  fileprivate var itemNames: [String] {
    objectives.flatMap(\.keyResults).compactMap { $0.id?.value } + objectives.compactMap { $0.id?.value }
  }

  fileprivate func hasItem(_ name: String) -> Bool { itemNames.contains(name) }
}

extension StrategyError {
  fileprivate static func several(_ name: String, in cycles: [String]) -> StrategyError {
    StrategyError(
      .badRequest, message: "'\(name)' is in several cycles: \(cycles.joined(separator: ", "))",
      help: cycles.map { "Name it in full: \(run: .checkIn(keyResult: "\($0)/\(name)", value: nil))." })
  }
}

extension CheckInPlace {
  /// The name of a key result in commands, with its cycle where it would be ambiguous.
  package static func name(of keyResult: String, _ team: String, _ cycle: String, in strategy: Strategy) -> String {
    let short = "\(team)/\(keyResult)"
    let place = try? CheckInPlace(short, cycle: nil, in: strategy)
    return place?.cycle == cycle && place?.items.count == 1 ? short : "\(cycle)/\(short)"
  }
}
