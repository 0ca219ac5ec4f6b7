package import History
import StrategyModel

/// The requirements for changing a metric: its owner, both sides of a hand-over, the stewards for the North Star.
extension ApprovalPolicy {
  func metric(_ change: EntityChange) -> [Requirement] {
    let isStar = isNorthStar(change.key.id) || change.becomesNorthStar
    guard change.what != .added else {
      let reasons = change.reasons(for: .owner)
      let asked = reasons.isEmpty ? [change.reason("every team aims at the NSM")] : reasons
      return isStar ? [stewards(change.key, asked)].compactMap(\.self) : []
    }
    let handOver = handOver(change)
    let reasons = metricReasons(change).filter { reason in
      handOver == nil || !(reason.field ?? "").hasPrefix("owner.")
    }
    let asked = reasons.isEmpty ? nil : isStar ? stewards(change.key, reasons) : owner(change, reasons)
    return [asked, asked.flatMap { secondOpinion($0, change) }].compactMap(\.self) + (handOver ?? [])
  }

  private func metricReasons(_ change: EntityChange) -> [Requirement.Reason] {
    let loosened = Set(change.loosenedLimits.map(\.path))
    return change.reasons(for: .owner).map { reason in
      reason.field.map(loosened.contains) ?? false
        ? Requirement.Reason(entity: reason.entity, field: reason.field, text: "the guardrail is loosened") : reason
    }
  }

  private func owner(_ change: EntityChange, _ reasons: [Requirement.Reason]) -> Requirement? {
    let people = owners(of: change.key)
    let role = people.isEmpty ? "a steward" : "the owner of \(change.key.id)"
    return requirement(
      ApprovalRequest(role: role, people: people.isEmpty ? stewards : people, subject: change.key, reasons: reasons))
  }

  /// The person who owns a metric, and the lead of the owning team.
  private func owners(of metric: EntityKey) -> [String] {
    let version = target.entities[metric]
    return [version?["owner.person"]].compactMap(\.self) + leads(of: version?["owner.team"])
  }

  /// The two keys of a hand-over; `nil` when the metric stays with its team.
  ///
  /// Proposing it alone turns the key of one's own side, so that two people are enough.
  private func handOver(_ change: EntityChange) -> [Requirement]? {
    guard let field = change.fields.first(where: { $0.path == "owner.team" }), change.what == .changed,
      !field.isNewName
    else { return nil }
    let giver = target.entities[change.key]?["owner.team"]
    let reasons = change.reasons { $0.path.hasPrefix("owner.") ? "the lever goes to another team" : nil }
    let isGiven = field.new != nil && isTurned(by: owners(of: change.key))
    let giving = giver.flatMap { team in
      isGiven
        ? nil
        : requirement(
          ApprovalRequest(
            role: "\(team), which gives it", people: owners(of: change.key), side: .giving, subject: change.key,
            reasons: reasons))
    }
    guard let taker = field.new?.value else { return [giving].compactMap(\.self) }
    let takers = takers(change, team: formerTeams[taker] ?? taker)
    if !isGiven, giving != nil, isTurned(by: takers) { return [giving].compactMap(\.self) }
    var call = ApprovalRequest(
      role: "\(taker), which takes it", people: takers, side: .taking, subject: change.key, reasons: reasons)
    var taking = requirement(call)
    if let only = giving?.people, only.count == 1, only == taking?.people {
      call.others = [only[0]: "holds the other key"]
      taking = requirement(call)
    }
    return [giving, taking].compactMap(\.self)
  }

  /// Whether all authors of the change are people of one side who are still there.
  private func isTurned(by side: [String]) -> Bool {
    !proposers.isEmpty && proposers.allSatisfy { side.contains($0) && standing(of: $0) == .present }
  }

  /// The lead of the team that takes a lever, and its new owner if they are in that team.
  private func takers(_ change: EntityChange, team: String) -> [String] {
    let person = change.new?["owner.person"].flatMap { person in
      target.entities[EntityKey(.team, team)]?.list("members").contains(person) == true ? person : nil
    }
    return leads(of: team) + [person].compactMap(\.self)
  }
}

extension EntityChange {
  fileprivate var becomesNorthStar: Bool {
    key.kind == .metric && new?["role"] == MetricRole.northStar.rawValue && old?["role"] != new?["role"]
  }

  /// The fields that make a guardrail less strict.
  package var loosenedLimits: [FieldChange] {
    guard key.kind == .metric, what == .changed || what == .removed else { return [] }
    let isGuardrail = old?["role"] == MetricRole.guardrail.rawValue
    return fields.filter { field in
      switch FieldPath(field.path).top {
      case "threshold": field.old.map { field.isWeakerLimit(than: $0.value) } ?? false
      case "guards": field.old != nil && field.new == nil
      case "role": isGuardrail
      case "lifecycle": isGuardrail && field.old?.value == Lifecycle.active.rawValue
      default: false
      }
    }
  }
}

extension FieldChange {
  /// A limit that was removed or cannot be compared counts as weaker.
  fileprivate func isWeakerLimit(than old: String) -> Bool {
    guard let new = new.flatMap({ Double($0.value) }), let old = Double(old) else { return true }
    return field == "at_least" ? new < old : new > old
  }
}
