package import StrategyModel

/// Days on which two files gave one metric different owners, according to the files of that time.
package struct DoubleOwnership: Sendable, Equatable {
  package let lever: String
  /// The file that did not count, below the strategy's folder.
  package let path: String
  /// The owner in that file.
  package let other: OwnerRecord
  /// The owner in the file that counted.
  package let owner: OwnerRecord
  package let from: Day
  /// The last day; `nil` while it continues.
  package let to: Day?
  /// The commit since which both files said so, as its position on the line.
  package let ordinal: Int

  package func covers(_ day: Day) -> Bool { from <= day && to.map { $0 >= day } ?? true }

  package func touches(_ first: Day, _ last: Day) -> Bool { from <= last && to.map { $0 >= first } ?? true }
}

extension OwnershipRecords {
  /// - Parameter day: the day on which the commit with a given ordinal landed.
  func doubles(_ teams: TeamNames, day: (Int) -> Day) -> [DoubleOwnership] {
    duplicates.flatMap { stretch -> [DoubleOwnership] in
      let other = OwnerRecord(stretch.version)
      guard other.hasOwner else { return [] }
      return owners(during: stretch, teams).filter { $0.owner.hasOwner && !$0.owner.isSame(other, teams) }.map { said in
        let begin = day(said.from)
        return DoubleOwnership(
          lever: stretch.key.id, path: stretch.path, other: other, owner: said.owner, from: begin,
          to: said.to.map { max(begin, day($0) + -1) }, ordinal: said.from)
      }
    }
  }

  /// The owners in the file that counted while another one claimed its id; `to` is the commit that ended it.
  private func owners(
    during stretch: DuplicateStretch, _ teams: TeamNames
  ) -> [(owner: OwnerRecord, from: Int, to: Int?)] {
    var found: [(owner: OwnerRecord, from: Int, to: Int?)] = []
    for state in states[stretch.key.id] ?? [] where state.ordinal < stretch.to ?? .max {
      if state.ordinal <= stretch.from {
        found = [(state.record, stretch.from, stretch.to)]
      } else if let last = found.indices.last, !found[last].owner.isSame(state.record, teams) {
        found[last].to = state.ordinal
        found.append((state.record, state.ordinal, stretch.to))
      }
    }
    return found
  }
}

extension OwnerRecord {
  /// `growth (lin)`, `growth`, `lin` or `nobody`.
  package var holder: String {
    guard let team else { return person ?? "nobody" }
    return person.map { "\(team) (\($0))" } ?? team
  }

  fileprivate func isSame(_ other: OwnerRecord, _ teams: TeamNames) -> Bool {
    guard person == other.person else { return false }
    guard let one = team, let two = other.team else { return team == other.team }
    return teams.areSame(one, two)
  }
}
