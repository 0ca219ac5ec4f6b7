package import StrategyModel

/// The owner of a metric according to its file.
package struct OwnerRecord: Sendable, Equatable {
  package let team: String?
  package let person: String?
  package let since: Day?
  /// Whether the metric is active, or deprecated and not yet retired.
  package let isInUse: Bool
  /// Whether it is an input, which must have an owner while it is in use.
  package let isInput: Bool

  package init(team: String?, person: String?, since: Day?, isInUse: Bool, isInput: Bool) {
    self.team = team
    self.person = person
    self.since = since
    self.isInUse = isInUse
    self.isInput = isInput
  }

  package init(_ metric: EntityVersion?) {
    team = metric?["owner.team"]
    person = metric?["owner.person"]
    since = metric?["owner.since"].flatMap { Day($0) }
    isInUse = ["active", "deprecated"].contains(metric?["lifecycle"] ?? "")
    isInput = metric?["role"] == "input"
  }

  package var hasOwner: Bool { team != nil || person != nil }
  /// Whether it must have an owner, even if it never had one.
  package var needsOwner: Bool { isInput && isInUse }
}
