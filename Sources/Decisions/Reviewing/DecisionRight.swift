import History
package import StrategyModel

/// Who may decide on a subject, according to the policy of the branch that has the decision.
package struct DecisionRight: Sendable {
  /// The people who may decide, sorted; leaves out people who are not there.
  package let people: [String]
  /// In words: "the stewards".
  package let role: String
  /// How many must agree.
  package let quorum: Int

  package init(on subject: ReviewSubject, under policy: ApprovalPolicy) {
    let stewards = policy.stewards.filter { policy.standing(of: $0) == .present }
    switch subject {
    case .northStar:
      (people, role) = (stewards, "the stewards")
      quorum = min(policy.stewardCount, max(1, stewards.count))
    case .cycle:
      (people, role, quorum) = (stewards, "the stewards", 1)
    case .metric(let id, _), .belief(let id, _):
      let metric = policy.target.entities[EntityKey(.metric, id)]
      let owners = ([metric?["owner.person"]].compactMap(\.self) + policy.leads(of: metric?["owner.team"]))
        .filter { policy.standing(of: $0) == .present }
      people = Set(owners + stewards).sorted()
      (role, quorum) = (owners.isEmpty ? "the stewards" : "its owner and the stewards", 1)
    }
  }

  /// The deciders who may not decide.
  package func outsiders(among deciders: [String]) -> [String] { deciders.filter { !people.contains($0) } }

  /// How many more are needed.
  package func lacking(with deciders: [String]) -> Int { max(0, quorum - Set(deciders).intersection(people).count) }

  /// Other people who could be asked.
  package func others(than deciders: [String]) -> [String] { people.filter { !deciders.contains($0) } }
}

extension ReviewSubject {
  /// The day of the next review when nobody names one; `nil` when it is not reviewed periodically.
  package func nextReview(after decision: ReviewDecision, on day: Day, in strategy: Strategy) -> Day? {
    guard decision == .keep || decision == .refine else { return nil }
    switch self {
    case .northStar(let id), .metric(let id, _):
      let months = strategy.metrics[id].flatMap { ReviewCalendar.months(of: $0, under: strategy.settings?.reviews) }
      return months.map { day.adding(months: $0) }
    case .cycle, .belief: return nil
    }
  }
}
