package import History
import StrategyModel

extension ApprovalPolicy {
  /// A team's commitments belong to its lead, and to a steward once the cycle is closed; a consent belongs to its
  /// giver.
  func okrs(_ change: EntityChange) -> [Requirement] {
    guard state(ofCycleOf: change) != .closed else { return closed(change) }
    let reasons = change.reasons(for: .lead) { !maySayAlone($0, of: change) }
    return (reasons.isEmpty ? [] : committed(change, reasons)) + consents(change) + sharers(change)
  }

  private func committed(_ change: EntityChange, _ reasons: [Requirement.Reason]) -> [Requirement] {
    guard !maySayAlone(change, reasons) else { return [] }
    let team = team(of: change)
    let lead = requirement(
      ApprovalRequest(
        role: "the lead of \(team ?? "the team")", people: leads(of: team), subject: change.key,
        reasons: reasons))
    return [lead, lead.flatMap { secondOpinion($0, change) }].compactMap(\.self)
  }

  /// In a closed cycle a team may change nothing any more.
  private func closed(_ change: EntityChange) -> [Requirement] {
    let reasons = change.reasons(for: .lead) + change.reasons(for: .consenting)
    guard !reasons.isEmpty else { return [] }
    let late = reasons.map { reason in
      Requirement.Reason(entity: reason.entity, field: reason.field, text: "\(reason.text), and the cycle is closed")
    }
    let steward = requirement(
      ApprovalRequest(
        role: "a steward", people: stewards, subject: change.key, reasons: late, others: gainers(by: change)))
    return [steward].compactMap(\.self)
  }

  package func team(of change: EntityChange) -> String? {
    target.entities[change.formerKey]?["team"] ?? change.old?["team"] ?? change.new?["team"]
  }

  func state(ofCycleOf change: EntityChange) -> CycleState? {
    state(ofCycle: (target.entities[change.formerKey] ?? change.old ?? change.new)?["cycle"])
  }

  func state(ofCycle cycle: String?) -> CycleState? {
    cycle.flatMap { target.entities[EntityKey(.cycle, $0)]?["state"] }.flatMap { CycleState(rawValue: $0) }
  }

  /// The approval of somebody whose score does not rise, when it may rise for one of the approvers.
  func secondOpinion(_ first: Requirement, _ change: EntityChange) -> Requirement? {
    let gainers = gainers(by: change)
    guard first.people.contains(where: { gainers[$0] != nil }) else { return nil }
    var others = stewards.filter { !first.people.contains($0) }
    others = first.people + others
    return requirement(
      ApprovalRequest(
        role: "somebody whose score can't rise by it", people: others, subject: change.key, reasons: first.reasons,
        others: gainers))
  }
}

// What somebody may decide alone.
extension ApprovalPolicy {
  private var onlyProposer: String? { proposers.count == 1 ? proposers.first : nil }

  /// The lead decides alone about what binds nobody yet, and about what is new.
  private func maySayAlone(_ change: EntityChange, _ reasons: [Requirement.Reason]) -> Bool {
    guard let person = onlyProposer, leads(of: team(of: change)).contains(person), standing(of: person) == .present
    else {
      return false
    }
    switch state(ofCycleOf: change) {
    case .closed: return false
    case .draft: return true
    // A cycle that the branch does not have binds like an active one.
    case .active, .grading, nil:
      let own = change.fields.filter { field in reasons.contains { $0.field == field.path } }
      return change.what == .added || change.what == .changed && own.allSatisfy { isNew($0, in: change) }
    }
  }

  /// An addition makes no promise smaller; a weight does.
  private func isNew(_ field: FieldChange, in change: EntityChange) -> Bool {
    field.old == nil && (field.bears(.grade, in: .okrs) || isWithinNew(field, change))
  }

  /// Whether the objective or the key result was added with the field.
  private func isWithinNew(_ field: FieldChange, _ change: EntityChange) -> Bool {
    guard let stem = field.path.lastIndex(of: ".").map({ field.path[..<$0] }) else { return false }
    return !(change.old?.leaves.contains { $0.path.hasPrefix(stem + ".") } ?? false)
  }

  /// While grades are given, a steward who closes the cycle may give them too.
  private func maySayAlone(_ field: FieldChange, of change: EntityChange) -> Bool {
    guard let person = onlyProposer, stewards.contains(person), standing(of: person) == .present else { return false }
    return state(ofCycleOf: change) == .grading && field.bears(.grade, in: .okrs) && field.old == nil
  }
}

// Consents.
extension ApprovalPolicy {
  /// One requirement for each objective whose agreement changes: the approval of the person who is said to agree, if
  /// they may speak for the team that is said to agree; otherwise that of its lead.
  private func consents(_ change: EntityChange) -> [Requirement] {
    let reasons = change.reasons(for: .consenting)
    let stems = Set(reasons.compactMap { $0.field.flatMap { $0.range(of: ".agreement").map(\.0) } })
    return stems.sorted().compactMap { stem in
      let own = reasons.filter { $0.field?.hasPrefix(stem + ".agreement") ?? false }
      let version = change.new?[stem + ".agreement.person"] == nil ? change.old : change.new
      let person = version?[stem + ".agreement.person"]
      let team = version?[stem + ".agreement.team"]
      let speaks =
        person.map { person in leads(of: team).contains(person) || members(of: team).contains(person) } ?? false
      let people = speaks ? [person].compactMap(\.self) : leads(of: team)
      if let only = onlyProposer, people.contains(only), standing(of: only) == .present { return nil }
      let role = speaks ? "\(person ?? ""), who is said to agree" : "the lead of \(team ?? "the agreeing team")"
      return requirement(ApprovalRequest(role: role, people: people, subject: change.key, reasons: own))
    }
  }

  /// One requirement for each team that a goal is shared with, or no longer: only that team can promise something.
  private func sharers(_ change: EntityChange) -> [Requirement] {
    let shared = change.fields.filter { $0.path.contains(".shared_with[") }
    let teams = Set(shared.compactMap { ($0.new ?? $0.old)?.value })
    return teams.sorted().compactMap { team in
      let people = leads(of: formerTeams[team] ?? team)
      if let only = onlyProposer, people.contains(only), standing(of: only) == .present { return nil }
      let own = Set(shared.filter { ($0.new ?? $0.old)?.value == team }.map(\.path))
      let reasons = change.reasons(for: .consenting) { own.contains($0.path) }
      guard !reasons.isEmpty else { return nil }
      return requirement(
        ApprovalRequest(role: "the lead of \(team)", people: people, subject: change.key, reasons: reasons))
    }
  }

  private func members(of team: String?) -> [String] {
    team.flatMap { target.entities[EntityKey(.team, $0)]?.list("members") } ?? []
  }
}

extension String {
  /// The text before the first occurrence of a word, and after it.
  fileprivate func range(of word: String) -> (String, String)? {
    guard let found = firstRange(of: word) else { return nil }
    return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
  }
}
