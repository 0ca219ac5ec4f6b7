/// How much a change can hurt, the least first.
package enum ChangeClass: String, Sendable, Comparable, CaseIterable {
  case safe, risky, breaking

  package static func < (a: ChangeClass, b: ChangeClass) -> Bool { a.rank < b.rank }
  private var rank: Int { ChangeClass.allCases.firstIndex(of: self) ?? 0 }
}

/// Who must say yes to a change before it lands on a gated branch.
package enum Keeper: Sendable, Hashable, CaseIterable {
  /// Nobody: anyone may make it.
  case anybody
  /// Nobody, when a member of the team, an owner of its key results or a steward makes it.
  case team
  /// The owner of a metric, or the lead of the owning team; for the North Star Metric the stewards.
  case owner
  /// The lead of a team; for goals of a closed cycle a steward.
  case lead
  /// The person whose consent is recorded.
  case consenting
  case steward
  /// As many stewards as the strategy asks for.
  case stewards
}
