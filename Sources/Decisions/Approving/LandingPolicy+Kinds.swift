import History
import StrategyModel

/// What each kind of entity asks for, metrics and OKRs aside.
extension LandingPolicy {
  /// The settings of the strategy are the stewards' altogether.
  func settings(_ change: EntityChange) -> [Requirement] {
    let reasons =
      change.what == .changed
      ? change.reasons { FieldPath($0.path).top == "meta" ? nil : settingsReason($0) }
      : [change.reason("the stewards keep the settings")]
    return reasons.isEmpty ? [] : [stewards(change.key, reasons)].compactMap(\.self)
  }

  private func settingsReason(_ field: FieldChange) -> String {
    let judgement = field.judgement(in: .strategy)
    return judgement.level > .safe ? judgement.reason : "the stewards keep the settings"
  }

  /// As many stewards as the policy says, and as there are.
  func stewards(_ subject: EntityKey, _ reasons: [Requirement.Reason]) -> Requirement? {
    let available = stewards.filter { standing(of: $0) == .present && !proposers.contains($0) }.count
    let count = min(stewardCount, max(1, available))
    let role = count == 1 ? "a steward" : "\(count) stewards"
    return requirement(Call(role: role, people: stewards, count: count, subject: subject, reasons: reasons))
  }

  func steward(
    _ change: EntityChange, because reason: String? = nil, besides others: [String: String] = [:]
  ) -> [Requirement] {
    let reasons = [change.reason(reason ?? change.judgement.reason)]
    return [
      requirement(Call(role: "a steward", people: stewards, subject: change.key, reasons: reasons, others: others))
    ].compactMap(\.self)
  }

  /// A team's own form is its lead's matter, or that of the team above.
  func team(_ change: EntityChange) -> [Requirement] {
    let forms: Set<String> = ["lead", "members", "parent", "ended", "merged_into", "formerly"]
    let reasons = change.reasons { field in
      forms.contains(FieldPath(field.path).top) ? "it decides who answers for the team" : nil
    }
    let teams: [String] =
      switch change.what {
      // A new team is nobody's matter yet, unless it says that it was another.
      case .added: change.new?.list("formerly") ?? []
      case .removed, .changed: [change.key.id]
      case .renamed(let former): [former]
      }
    guard !teams.isEmpty, !reasons.isEmpty || change.what == .removed else { return [] }
    let asked = reasons.isEmpty ? [change.reason("the team would be gone")] : reasons
    return teams.compactMap { team in
      let parent = target.entities[EntityKey(.team, team)]?["parent"]
      let people = [lead(of: team), lead(of: parent)].compactMap(\.self)
      return requirement(Call(role: "the lead of \(team)", people: people, subject: change.key, reasons: asked))
    }
  }

  /// Who somebody is decides who may approve: never only the person concerned.
  func person(_ change: EntityChange) -> [Requirement] {
    let identity: Set<String> = ["emails", "keys", "left", "joined"]
    let concerns = change.what == .removed || change.fields.contains { identity.contains(FieldPath($0.path).top) }
    guard concerns else { return [] }
    return steward(
      change, because: "it decides whose approvals count", besides: [change.key.id: "is the person concerned"])
  }

  /// A record may be opened by anybody; how one ended is no text to be edited.
  func proposal(_ change: EntityChange) -> [Requirement] {
    let isOpening = change.what == .added && change.new?["state"] == ProposalState.open.rawValue
    let ending: Set<String> = ["state", "closed", "approved_by", "because", "by"]
    let touchesEnd = change.what != .changed || change.fields.contains { ending.contains(FieldPath($0.path).top) }
    return isOpening || !touchesEnd ? [] : steward(change, because: "it says how a proposal ended")
  }

  func checkIns(_ change: EntityChange) -> [Requirement] {
    let team = target.entities[change.key]?["team"] ?? change.old?["team"]
    return [
      requirement(
        Call(
          role: "the lead of \(team ?? "the team")", people: [lead(of: team)].compactMap(\.self), subject: change.key,
          reasons: [change.reason("a record is gone")]))
    ].compactMap(\.self)
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
