package import StrategyModel

/// Something about ownership that an auditor should look at.
package struct AuditFinding: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// A lever in use that nobody owned.
    case gap
    /// Two files gave one lever to different owners.
    case doubleOwnership = "double-ownership"
    /// A hand-over inside a cycle.
    case midCycle = "mid-cycle-hand-over"
    /// A team that owned a lever through a cycle and set no goal and no work on it.
    case paperOwner = "paper-owner"
    /// A team that worked on another's lever without its agreement.
    case shadowOwner = "shadow-owner"
    /// A lever whose team had ended.
    case endedTeam = "ended-team"
    /// A lever whose owner had left.
    case ownerLeft = "owner-left"
    /// A change by somebody whom the policy of that day did not entitle.
    case notEntitled = "not-entitled"
    /// An ownership that was written down well after its first day.
    case backDated = "back-dated"
    /// A change of what is measured that names no decision.
    case undecided = "undecided-change"
    /// Goals that were added, dropped or moved, or grades that changed, when the cycle was closed.
    case afterClose = "after-the-close"
  }

  package let kind: Kind
  /// The lever, or the entity that was changed.
  package let subject: String
  package let team: String?
  package private(set) var from: Day
  package let to: Day
  /// The commit that shows it, as its place on the line; `nil` for what no single commit shows.
  package let ordinal: Int?
  /// One clause.
  package let message: String
  /// The other teams that it is about.
  package var alsoConcerns: [String] = []

  /// Every team that it is about.
  package var teams: [String] { [team].compactMap(\.self) + alsoConcerns }

  /// The part of it that lies on a day or later; `nil` when there is none.
  func beginning(noEarlierThan day: Day) -> AuditFinding? {
    guard to >= day else { return nil }
    var finding = self
    finding.from = max(from, day)
    return finding
  }
}

/// Who made a commit, as the strategy knows people.
package struct Actor: Sendable {
  /// The handle; `nil` when no person has that address.
  package let person: String?
  /// As the commit names them.
  package let name: String
  /// The handles that the commit's decision names.
  package let decidedBy: [String]
  /// Whether the commit carries a decision.
  package let hasDecision: Bool

  package init(person: String?, name: String, decidedBy: [String], hasDecision: Bool) {
    self.person = person
    self.name = name
    self.decidedBy = decidedBy
    self.hasDecision = hasDecision
  }
}
