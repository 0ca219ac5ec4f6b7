package import StrategyModel

/// What other files say about an entity: one line each, in reading order.
package struct Relations {
  package private(set) var lines: [(label: String, text: String)] = []

  package init(_ entity: EntityName, in strategy: Strategy) {
    switch entity.kind {
    case .metric: metric(entity.id, strategy)
    case .team: team(entity.id, strategy)
    case .person: person(entity.id, strategy)
    default: break
    }
  }

  private mutating func add(_ label: String, _ items: [String]) {
    if !items.isEmpty { lines.append((label, items.joined(separator: ", "))) }
  }

  private mutating func metric(_ id: String, _ strategy: Strategy) {
    guard let position = strategy.metrics.position(of: id) else { return }
    func name(_ position: Int) -> String { strategy.metrics.all[position].id?.value ?? "?" }
    let path = strategy.graph.pathUpwards(from: position)
    let goal = strategy.graph.northStars.lazy.compactMap { strategy.graph.path(from: position, to: $0) }.first
    lines.append(
      ("rolls up", (goal ?? path).map(name).joined(separator: " → ") + (goal == nil ? " (not to the NSM)" : "")))
    add("driven by", strategy.graph.down[position].map { name($0.metric) })
    add("guarded by", strategy.metrics.all.filter { $0.guards.contains { $0.id == id } }.compactMap { $0.id?.value })
    let aimed = strategy.openOKRs.flatMap { okrs in
      okrs.objectives.filter { $0.input?.id == id }.map { "\(okrs.id?.value ?? "?")/\($0.id?.value ?? "?")" }
    }
    add("objectives", aimed)
    let measured = strategy.openKeyResults.filter { $0.keyResult.metric?.id == id }
    add("key results", measured.map { "\($0.okrs.id?.value ?? "?")/\($0.keyResult.id?.value ?? "?")" })
  }

  private mutating func team(_ id: String, _ strategy: Strategy) {
    add("levers", strategy.metrics.all.filter { $0.owner?.team?.id == id }.compactMap { $0.id?.value })
    add("OKRs", strategy.okrs.all.filter { $0.team?.id == id }.compactMap { $0.cycle?.id })
    add("parts", strategy.teams.all.filter { $0.parent?.id == id }.compactMap { $0.id?.value })
  }

  private mutating func person(_ id: String, _ strategy: Strategy) {
    add("leads", strategy.teams.all.filter { $0.leads.contains { $0.id == id } }.compactMap { $0.id?.value })
    add("in", strategy.teams.all.filter { $0.members.contains { $0.id == id } }.compactMap { $0.id?.value })
    add("levers", strategy.metrics.all.filter { $0.owner?.person?.id == id }.compactMap { $0.id?.value })
    let results = strategy.openKeyResults.filter { $0.keyResult.owner?.id == id }
    add("key results", results.map { "\($0.okrs.id?.value ?? "?")/\($0.keyResult.id?.value ?? "?")" })
  }
}
