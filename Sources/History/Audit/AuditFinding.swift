package import StrategyModel

/// Something about ownership that an auditor should look at.
package struct AuditFinding: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A lever in use that nobody owned.
    case gap
    /// Two files gave one lever to different owners.
    case doubleOwnership = "double-ownership"
    /// A hand-over during a cycle.
    case midCycle = "mid-cycle-hand-over"
    /// A team that owned a lever through a cycle without a goal or any work on it.
    case paperOwner = "paper-owner"
    /// A team that worked on another's lever without its agreement.
    case shadowOwner = "shadow-owner"
    /// A lever whose team had ended.
    case endedTeam = "ended-team"
    /// A lever whose owner had left.
    case ownerLeft = "owner-left"
    /// A change by somebody who was not entitled to it by the policy of that day.
    case notEntitled = "not-entitled"
    /// An ownership that was written down well after its first day.
    case backDated = "back-dated"
    /// A change of what is measured, without a decision.
    case undecided = "undecided-change"
    /// Goals that were added, dropped or moved, or grades that changed, after the cycle was closed.
    case afterClose = "after-the-close"
  }

  package let kind: Kind
  /// The lever, or the entity that was changed.
  package let subject: String
  package let team: String?
  package private(set) var from: Day
  package let to: Day
  /// The commit that shows it, as its position on the line; `nil` when no single commit shows it.
  package let ordinal: Int?
  /// One clause.
  package let message: String
  /// Further teams that are involved.
  package var alsoConcerns: [String] = []

  /// Every team that is involved.
  package var teams: [String] { [team].compactMap(\.self) + alsoConcerns }

  /// The part of it on or after a day; `nil` when there is none.
  func beginning(noEarlierThan day: Day) -> AuditFinding? {
    guard to >= day else { return nil }
    var finding = self
    finding.from = max(from, day)
    return finding
  }
}

/// The author of a commit, among the strategy's people.
package struct Actor: Sendable {
  /// The handle; `nil` when no person has that address.
  package let person: String?
  /// The name in the commit.
  package let name: String
  /// The handles in the commit's decision.
  package let decidedBy: [String]
  /// Whether the commit contains a decision.
  package let hasDecision: Bool

  package init(person: String?, name: String, decidedBy: [String], hasDecision: Bool) {
    self.person = person
    self.name = name
    self.decidedBy = decidedBy
    self.hasDecision = hasDecision
  }
}
