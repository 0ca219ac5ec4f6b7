package import StrategyModel
import StrategyStore
import StrictYAML

/// Lets one team take another over: its people, levers, parts and open commitments.
package struct TeamMerger {
  package let from: String
  package let into: String
  /// The last day of the team that ends; `nil` for today.
  package let day: Day?

  package init(from: String, into: String, day: Day?) {
    (self.from, self.into, self.day) = (from, into, day)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let day = day ?? draft.today
    let ending = try draft.liveTeam(from, on: day)
    let taking = try draft.liveTeam(into, on: day)
    guard from != into else { throw StrategyError(message: "'\(from)' cannot take itself over") }
    if let other = ending.mergedInto {
      throw StrategyError(message: "'\(from)' has already been merged into '\(other.id)'")
    }
    var edits: [(field: String, edit: FieldEdit)] = [("merged_into", .set(into)), ("ended", .set(day.description))]
    try draft.edit(.team, at: draft.path(of: .team, from), edits)
    edits = newMembers(ending, taking, draft, day).map { ("members", .add($0)) }
    try draft.edit(.team, at: draft.path(of: .team, into), edits)
    try moveParts(ending, in: &draft, on: day)
    let levers = try moveLevers(in: &draft, on: day)
    try moveInitiatives(in: &draft)
    let cycles = try moveCommitments(in: &draft, on: day)
    var wording = CommitWording(topic: from, what: "merged into \(into) on \(day)")
    if !levers.isEmpty { wording.remarks.append("Levers handed over: \(levers.joined(separator: ", ")).") }
    if !cycles.isEmpty { wording.remarks.append("Open OKRs handed over: \(cycles.joined(separator: ", ")).") }
    return wording
  }

  /// The members who are still there; a team without a member list stays without one.
  private func newMembers(_ ending: Team, _ taking: Team, _ draft: StrategyDraft, _ day: Day) -> [String] {
    guard !taking.members.isEmpty else { return [] }
    var known = Set((taking.members + taking.leads).map(\.id))
    return (ending.leads + ending.members)
      .filter { draft.strategy.departure(of: $0, before: day) == nil && known.insert($0.id).inserted }.map(\.id)
  }

  private func moveParts(_ ending: Team, in draft: inout StrategyDraft, on day: Day) throws {
    for (position, team) in draft.strategy.teams.all.enumerated() where team.parent?.id == from {
      guard draft.strategy.isLive(team: position, on: day), let id = team.id?.value else { continue }
      let above = id == into ? ending.parent?.id : into
      try draft.edit(.team, at: draft.path(of: .team, id), [("parent", above.map { .set($0) } ?? .unset)])
    }
  }

  private func moveLevers(in draft: inout StrategyDraft, on day: Day) throws -> [String] {
    let strategy = draft.strategy
    let levers = strategy.metrics.all.filter { $0.owner?.team?.id == from && $0.lifecycle?.value != .retired }
      .compactMap { $0.id?.value }.sorted()
    for lever in levers {
      let edits: [(field: String, edit: FieldEdit)] = [
        ("owner.team", .set(into)), ("owner.since", .set(day.description)),
      ]
      try draft.edit(.metric, at: draft.path(of: .metric, lever), edits)
    }
    return levers
  }

  private func moveInitiatives(in draft: inout StrategyDraft) throws {
    for initiative in draft.strategy.initiatives.all where initiative.team?.id == from {
      guard let id = initiative.id?.value, initiative.state?.value == .running || initiative.state?.value == .proposed
      else { continue }
      try draft.edit(.initiative, at: draft.path(of: .initiative, id), [("team", .set(into))])
    }
  }

  /// Moves the team's OKRs and check-ins of running and future cycles; returns those cycles. Promises of past cycles
  /// stay with the team.
  private func moveCommitments(in draft: inout StrategyDraft, on day: Day) throws -> [String] {
    let strategy = draft.strategy
    let running = strategy.okrs.all.indices.filter { strategy.isRunning(okrs: $0, on: day) }
    for okrs in running.map({ strategy.okrs.all[$0] }) {
      guard let cycle = okrs.cycle?.id, let team = okrs.team?.id else { continue }
      try renewAgreements(okrs, at: draft.path(of: .okrs, "\(cycle)/\(team)"), in: &draft)
    }
    var cycles: [String] = []
    for okrs in running.map({ strategy.okrs.all[$0] }) where okrs.team?.id == from {
      guard let cycle = okrs.cycle?.id else { continue }
      try move(.okrs, "objectives", cycle, in: &draft)
      if strategy.contains(.checkins, "\(cycle)/\(from)") { try move(.checkins, "entries", cycle, in: &draft) }
      cycles.append(cycle)
    }
    return cycles.sorted()
  }

  /// The consent of a lever's owner carries over to its successor.
  private func renewAgreements(_ okrs: TeamOKRs, at path: String, in draft: inout StrategyDraft) throws {
    for (index, objective) in okrs.objectives.enumerated() where objective.agreement?.team?.id == from {
      try draft.edit(path, [.set(["objectives", .index(index), "agreement", "team"], into)])
    }
  }

  /// Moves a team's file of a cycle, or merges its list into the existing file.
  private func move(_ kind: Kind, _ list: String, _ cycle: String, in draft: inout StrategyDraft) throws {
    let path = try draft.path(of: kind, "\(cycle)/\(from)")
    guard draft.strategy.contains(kind, "\(cycle)/\(into)") else {
      try draft.edit(path, [.set(["team"], into)])
      try draft.move(path, to: kind.home(of: "\(cycle)/\(into)"))
      return
    }
    let other = try draft.path(of: kind, "\(cycle)/\(into)")
    let taking = Document(parsing: draft.text(of: other) ?? [])
    let ending = Document(parsing: draft.text(of: path) ?? [])
    guard let lines = ListLines(list, in: ending), let place = ListLines(list, in: taking) else {
      throw StrategyError(
        message: "cannot join '\(draft.fullPath(path))' with '\(draft.fullPath(other))' line by line",
        help: ["Put each item of '\(list)' on lines of its own, after a dash, in both files."])
    }
    draft.write(place.merging(lines, sortedBy: kind == .checkins ? "on" : nil), to: other)
    draft.remove(path)
  }
}

extension Strategy {
  /// Whether a team's OKRs are of a cycle that has not ended by a day, and is not being graded.
  fileprivate func isRunning(okrs position: Int, on day: Day) -> Bool {
    switch commitments.okrStates[position] {
    case .grading, .closed: return false
    case .draft, .active, nil:
      let ends = okrs.all[position].cycle.flatMap { cycles[$0.id]?.ends?.value }
      return ends.map { $0 >= day } ?? true
    }
  }
}
