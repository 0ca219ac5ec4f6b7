import Git
import History
package import StrategyModel
package import StrategyStore

extension Session {
  /// A strategy with the OKRs as promised when their cycles began, regardless of any later change.
  ///
  /// Where history is missing, the amendments in the files are used.
  ///
  /// - Parameters:
  ///   - cycles: the requested cycles; `nil` for all that are active or being graded.
  ///   - moment: where the strategy was read.
  package func withPromises(_ strategy: Strategy, of cycles: Set<String>?, _ moment: Moment) throws -> Strategy {
    let wanted = strategy.cycles.all.filter { cycle in
      cycles.map { $0.contains(cycle.id?.value ?? "") } ?? [.active, .grading].contains(cycle.state?.value)
    }.compactMap { $0.id?.value }
    guard !wanted.isEmpty else { return strategy }
    let found = try historyIfThere(moment) { options in
      try StrategyHistory(options, kinds: [.cycle], fields: ["state"], in: self)
    }
    guard let read = found else { return strategy }
    limits.add(read.notes)
    var result = strategy
    for cycle in wanted {
      guard let ordinal = read.beginning(of: cycle) else { continue }
      let okrs = try read.okrs(at: ordinal)
      for position in strategy.okrs.all.indices where strategy.okrs.all[position].cycle?.id == cycle {
        guard let id = strategy.okrs.identifiers[position]?.value, let team = strategy.okrs.all[position].team?.id
        else { continue }
        let names = [team] + (strategy.teams[team]?.formerly.map(\.value) ?? [])
        result.promised[id] = names.lazy.compactMap { okrs["\(cycle)/\($0)"] }.first
      }
    }
    return result
  }
}

extension Session {
  /// The strategy at a draft's tip, as it promised one cycle.
  package func withPromises(_ draft: StrategyDraft, of cycle: String) throws -> Strategy {
    let moment = Moment(at: draft.tip.id.description, strategy: draft.strategy.folder)
    return try withPromises(draft.strategy, of: [cycle], moment)
  }
}

extension StrategyHistory {
  /// The commit since which a cycle is no longer a draft; `nil` where a shallow clone does not contain it.
  fileprivate func beginning(of cycle: String) -> Int? {
    let draft = CycleState.draft.rawValue
    let begin = history.events.last { event in
      event.change.key == EntityKey(.cycle, cycle) && (event.change.old?["state"] ?? draft) == draft
        && (event.change.new?["state"] ?? draft) != draft
    }
    guard let begin, !(line.isCut && begin.ordinal == 0) else { return nil }
    return begin.ordinal
  }

  /// All OKRs as they were in a commit.
  fileprivate func okrs(at ordinal: Int) throws -> Table<TeamOKRs> {
    let path = line.path("", at: ordinal)
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let source = Source.revision(try line.commit(ordinal), in: line.repository)
    let loaded = try LoadedStrategies(source, in: [folder], reading: [Kind.okrs.folder].compactMap(\.self))
    return loaded.strategies[0].okrs
  }
}
