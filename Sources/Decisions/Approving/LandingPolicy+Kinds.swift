package import History
import StrategyModel

/// What each kind of entity asks for, metrics and OKRs aside.
extension LandingPolicy {
  /// The settings of the strategy are the stewards' altogether.
  func settings(_ change: EntityChange) -> [Requirement] {
    let reasons = change.reasons(for: .stewards)
    return reasons.isEmpty ? [] : [stewards(change.key, reasons)].compactMap(\.self)
  }

  /// As many stewards as the policy says, and as there are.
  func stewards(_ subject: EntityKey, _ reasons: [Requirement.Reason]) -> Requirement? {
    let available = stewards.filter { standing(of: $0) == .present && !proposers.contains($0) }.count
    let count = min(stewardCount, max(1, available))
    let role = count == 1 ? "a steward" : "\(count) stewards"
    return requirement(Call(role: role, people: stewards, count: count, subject: subject, reasons: reasons))
  }

  /// - Parameter others: who may not, with the reason: who somebody is decides who may approve, and is never left to
  ///   the person concerned.
  func steward(_ change: EntityChange, besides others: [String: String] = [:]) -> [Requirement] {
    let reasons = change.reasons(for: .steward)
    guard !reasons.isEmpty else { return [] }
    let call = Call(role: "a steward", people: stewards, subject: change.key, reasons: reasons, others: others)
    return [requirement(call)].compactMap(\.self)
  }

  /// A team's own form is its lead's matter, or that of the team above.
  func team(_ change: EntityChange) -> [Requirement] {
    let teams: [String] =
      switch change.what {
      // A new team is nobody's matter yet, unless it says that it was another.
      case .added: change.new?.list("formerly") ?? []
      case .removed, .changed, .moved: [change.key.id]
      case .renamed(let former): [former]
      }
    let reasons = change.reasons(for: .lead)
    guard !reasons.isEmpty else { return [] }
    return teams.compactMap { team in
      let parent = target.entities[EntityKey(.team, team)]?["parent"]
      let people = [lead(of: team), lead(of: parent)].compactMap(\.self)
      return requirement(Call(role: "the lead of \(team)", people: people, subject: change.key, reasons: reasons))
    }
  }

  /// Check-ins are added by those who speak for the team; in their place, and for what goes, its lead is asked.
  func checkIns(_ change: EntityChange) -> [Requirement] {
    let team = team(of: change)
    let speakers = reporters(of: change)
    let isTheirs = !proposers.isEmpty && proposers.isSubset(of: speakers)
    let reasons = change.reasons(for: .lead) + (isTheirs ? [] : change.reasons(for: .team))
    guard !reasons.isEmpty else { return [] }
    return [
      requirement(
        Call(
          role: "the lead of \(team ?? "the team")", people: [lead(of: team)].compactMap(\.self), subject: change.key,
          reasons: reasons))
    ].compactMap(\.self)
  }

  /// Who may say how a team's goals stand: its lead and members, the owners of its key results, and the stewards.
  package func reporters(of change: EntityChange) -> Set<String> {
    // A team that gets a new id with the check-ins is the one that the branch knows.
    let team = (change.old?["team"] ?? change.new?["team"]).flatMap { target.entities[EntityKey(.team, $0)] }
    let okrs = target.entities[EntityKey(.okrs, change.formerKey.id)]
    let owners = okrs?.keyResultStems.compactMap { okrs?[$0 + ".owner"] } ?? []
    return Set([team?["lead"]].compactMap(\.self) + (team?.list("members") ?? []) + owners + stewards)
  }
}

extension EntityChange {
  /// One reason for each field that has one.
  func reasons(_ text: (FieldChange) -> String?) -> [Requirement.Reason] {
    fields.compactMap { field in
      text(field).map { Requirement.Reason(entity: key, field: field.path, text: $0) }
    }
  }

  /// The reason that the change as a whole is.
  func reason(_ text: String) -> Requirement.Reason { Requirement.Reason(entity: key, field: nil, text: text) }
}

extension Kind {
  /// In a sentence about all of them.
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
