package import History
package import StrategyModel

/// Who must approve a change before it lands, according to the target branch: no change can weaken its own gate.
package struct ApprovalPolicy: Sendable {
  /// A person's standing on the day.
  package enum Presence: Sendable, Equatable {
    case present
    /// The last day, as written in the file.
    case left(String)
    case notYetJoined(String)
    case unknown
  }

  let target: Snapshot
  let day: Day
  let proposers: Set<String>
  /// The former ids of the teams that the change renames, by the new ones.
  var formerTeams: [String: String] = [:]

  /// - Parameters:
  ///   - target: the tip of the branch on which the change will land.
  ///   - proposers: the handles of everyone who wrote a commit of the change. If the target requires signatures, take
  ///     them from commits with valid signatures, since nobody listed here may approve.
  package init(_ target: Snapshot, on day: Day, proposers: Set<String>) {
    self.target = target
    self.day = day
    self.proposers = proposers
  }

  package func standing(of person: String) -> Presence {
    // A text that is not an identifier names nobody, however much it looks like a person's.
    guard Identifier.isValid(person), let found = target.entities[EntityKey(.person, person)] else { return .unknown }
    // A date that cannot be read entitles nobody.
    if let left = found["left"], Day(left).map({ $0 < day }) ?? true { return .left(left) }
    if let joined = found["joined"], Day(joined).map({ $0 > day }) ?? true { return .notYetJoined(joined) }
    return .present
  }

  /// Whether the target counts only signed approvals.
  package var requiresSignatures: Bool { settings.contains { $0["approvals.signed"] == "true" } }

  /// Everybody who is there on the day, sorted.
  var present: [String] {
    target.entities.keys.filter { $0.kind == .person && standing(of: $0.id) == .present }.map(\.id).sorted()
  }

  /// The stewards in the target, there or not. With several settings files, the stewards named in all of them.
  package var stewards: [String] {
    let lists = settings.map { Set($0.list("stewards")) }
    return lists.dropFirst().reduce(lists.first ?? []) { $0.intersection($1) }.sorted()
  }

  /// How many stewards must approve a change of the NSM or of the settings.
  var stewardCount: Int {
    max(1, settings.map { $0["approvals.north_star"].flatMap { Int($0) } ?? 2 }.max() ?? 2)
  }

  func isNorthStar(_ metric: String) -> Bool {
    settings.contains { $0["north_star"] == metric }
      || target.entities[EntityKey(.metric, metric)]?["role"] == MetricRole.northStar.rawValue
  }

  /// Who answers for a team. While nobody leads it, that is whoever leads the team above, or else the stewards.
  func leads(of team: String?) -> [String] {
    var seen: Set<String> = []
    var next = team
    while let id = next, seen.insert(id).inserted, let version = target.entities[EntityKey(.team, id)] {
      let leads = version.leads
      guard leads.isEmpty, version["lead"] != nil else { return leads }
      guard let parent = version["parent"] else { return stewards }
      next = parent
    }
    return []
  }

  private var settings: [EntityVersion] {
    target.entities.filter { $0.key.kind == .strategy }.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension Snapshot {
  /// The id of the strategy in its settings; `nil` when there are no settings, or several.
  package var strategyID: String? {
    let ids = entities.keys.filter { $0.kind == .strategy }.map(\.id)
    return ids.count == 1 ? ids[0] : nil
  }
}

extension ApprovalPolicy {
  /// Every approval that a change needs, with equal ones merged, sorted by subject. Empty when it needs none: then
  /// anybody who is there may make it.
  package func requirements(for changes: [EntityChange]) -> [Requirement] {
    var policy = self
    for change in changes {
      if case .renamed(let former) = change.what { policy.formerTeams[change.key.id] = former }
    }
    return changes.flatMap(policy.requirements(for:)).merged
  }

  private func requirements(for change: EntityChange) -> [Requirement] {
    switch change.key.kind {
    case .strategy: settings(change)
    case .metric: metric(change)
    case .okrs: okrs(change)
    case .team: team(change)
    case .person: steward(change, besides: [change.key.id: "is the person concerned"])
    case .checkins: checkIns(change)
    case .cycle, .review, .waiver, .proposal, .initiative, .workshop: steward(change)
    }
  }
}

extension EntityChange {
  /// Why approvals are required: the fields that their descriptions leave to `keeper`.
  func reasons(for keeper: Keeper, _ isAsked: (FieldChange) -> Bool = { _ in true }) -> [Requirement.Reason] {
    judgements.filter { field, judgement in judgement.keeper == keeper && field.map(isAsked) ?? true }
      .map { field, judgement in Requirement.Reason(entity: key, field: field?.path, text: judgement.reason) }
  }
}
