import StrategyModel

extension Audit {
  /// While two files claimed one lever for two owners, as the files said then.
  func doubles(_ history: EntityHistory, _ day: (Int) -> Day) -> [AuditFinding] {
    history.duplicates.filter { $0.key.kind == .metric }.flatMap { stretch -> [AuditFinding] in
      let other = OwnerRecord(stretch.version)
      guard other.hasOwner else { return [] }
      return owners(during: stretch, history).filter { $0.owner.hasOwner && !isSame($0.owner, other) }.map { said in
        let begin = day(said.from)
        return AuditFinding(
          kind: .doubleOwnership, subject: stretch.key.id, team: other.team, from: begin,
          to: max(begin, said.to.map { day($0) + -1 } ?? to), ordinal: said.from,
          message: "\(stretch.path) gave it to \(other.team ?? "?") (\(other.person ?? "?")) at the same time",
          alsoConcerns: [said.owner.team].compactMap(\.self))
      }
    }
  }

  /// The owners that the file which counts named while another one claimed its id; `to` is the commit that ended it.
  private func owners(
    during stretch: DuplicateStretch, _ history: EntityHistory
  ) -> [(owner: OwnerRecord, from: Int, to: Int?)] {
    var found: [(owner: OwnerRecord, from: Int, to: Int?)] = []
    for event in history.events where event.change.key == stretch.key && event.ordinal < stretch.to ?? .max {
      let owner = OwnerRecord(event.change.new)
      if event.ordinal <= stretch.from {
        found = [(owner, stretch.from, stretch.to)]
      } else if let last = found.indices.last, !isSame(found[last].owner, owner) {
        found[last].to = event.ordinal
        found.append((owner, event.ordinal, stretch.to))
      }
    }
    return found
  }

  private func isSame(_ a: OwnerRecord, _ b: OwnerRecord) -> Bool {
    guard a.person == b.person else { return false }
    guard let one = a.team, let other = b.team else { return a.team == b.team }
    return ownership.teams.areSame(one, other)
  }
}
