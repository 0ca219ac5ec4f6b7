package import History
import StrategyModel

/// The requirements of each kind of entity, except metrics and OKRs.
extension ApprovalPolicy {
  /// All settings of the strategy belong to the stewards.
  func settings(_ change: EntityChange) -> [Requirement] {
    let reasons = change.reasons(for: .stewards)
    return reasons.isEmpty ? [] : [stewards(change.key, reasons)].compactMap(\.self)
  }

  /// As many stewards as the policy requires, or as many as there are.
  func stewards(_ subject: EntityKey, _ reasons: [Requirement.Reason]) -> Requirement? {
    let available = stewards.filter { standing(of: $0) == .present && !proposers.contains($0) }.count
    let count = min(stewardCount, max(1, available))
    let role = count == 1 ? "a steward" : "\(count) stewards"
    return requirement(ApprovalRequest(role: role, people: stewards, count: count, subject: subject, reasons: reasons))
  }

  /// - Parameter others: people who may not approve, with the reason: a person's identity decides who may approve, so
  ///   it is never left to the person concerned.
  func steward(_ change: EntityChange, besides others: [String: String] = [:]) -> [Requirement] {
    let reasons = change.reasons(for: .steward)
    guard !reasons.isEmpty else { return [] }
    let call = ApprovalRequest(
      role: "a steward", people: stewards, subject: change.key, reasons: reasons, others: others)
    return [requirement(call)].compactMap(\.self)
  }

  /// A team's own file belongs to its lead, or to the lead of the team above.
  func team(_ change: EntityChange) -> [Requirement] {
    let teams: [String] =
      switch change.what {
      // A new team belongs to nobody yet, unless it says that it was another one.
      case .added: change.new?.list("formerly") ?? []
      case .removed, .changed, .moved: [change.key.id]
      case .renamed(let former): [former]
      }
    let reasons = change.reasons(for: .lead)
    guard !reasons.isEmpty else { return [] }
    return teams.compactMap { team in
      let parent = target.entities[EntityKey(.team, team)]?["parent"]
      let people = leads(of: team) + leads(of: parent)
      return requirement(
        ApprovalRequest(role: "the lead of \(team)", people: people, subject: change.key, reasons: reasons))
    }
  }

  /// Check-ins may be added by the people who speak for the team; anybody else, and any removal, needs the lead.
  func checkIns(_ change: EntityChange) -> [Requirement] {
    let team = team(of: change)
    let speakers = reporters(of: change)
    let isTheirs = !proposers.isEmpty && proposers.isSubset(of: speakers)
    let reasons = change.reasons(for: .lead) + (isTheirs ? [] : change.reasons(for: .team))
    guard !reasons.isEmpty else { return [] }
    return [
      requirement(
        ApprovalRequest(
          role: "the lead of \(team ?? "the team")", people: leads(of: team), subject: change.key,
          reasons: reasons))
    ].compactMap(\.self)
  }

  /// Who may report on a team's goals: its lead and members, the owners of its key results, and the stewards.
  package func reporters(of change: EntityChange) -> Set<String> {
    // A team that gets a new id together with the check-ins counts as the one on the branch.
    let team = (change.old?["team"] ?? change.new?["team"]).flatMap { target.entities[EntityKey(.team, $0)] }
    let okrs = target.entities[EntityKey(.okrs, change.formerKey.id)]
    let owners = okrs?.keyResultStems.compactMap { okrs?[$0 + ".owner"] } ?? []
    let sharing = okrs.map { sharers(of: change, in: $0) } ?? []
    return Set((team?.leads ?? []) + (team?.list("members") ?? []) + owners + sharing + stewards)
  }

  /// The people of teams that share every goal on which the change reports.
  private func sharers(of change: EntityChange, in okrs: EntityVersion) -> [String] {
    let reported = Set(change.fields.filter { $0.field == "key_result" }.compactMap { $0.new?.value })
    guard !reported.isEmpty else { return [] }
    var shared: [String: Set<String>] = [:]
    for objective in okrs.items("objectives") {
      let stem = "objectives[\(objective)]"
      for team in okrs.list(stem + ".shared_with") {
        shared[team, default: []].formUnion(okrs.items(stem + ".key_results"))
      }
    }
    return shared.filter { reported.isSubset(of: $0.value) }.keys.sorted().flatMap { team in
      target.entities[EntityKey(.team, team)].map { $0.leads + $0.list("members") } ?? []
    }
  }
}

extension EntityChange {
  /// One reason for each field that `text` gives a reason.
  func reasons(_ text: (FieldChange) -> String?) -> [Requirement.Reason] {
    fields.compactMap { field in
      text(field).map { Requirement.Reason(entity: key, field: field.path, text: $0) }
    }
  }

  /// The reason for the change as a whole.
  func reason(_ text: String) -> Requirement.Reason { Requirement.Reason(entity: key, field: nil, text: text) }
}

extension Kind {
  /// The plural, for a sentence about all of them.
  var plural: String {
    switch self {
    case .okrs: "OKRs"
    case .checkins: "check-ins"
    case .person: "people"
    case .strategy: "settings"
    default: rawValue + "s"
    }
  }
}
