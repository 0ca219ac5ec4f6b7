import History
import StrategyModel

extension LandingPolicy {
  /// A team's commitments are its lead's.
  func okrs(_ change: EntityChange) -> [Requirement] {
    guard change.what != .added else { return [] }
    let team = target.entities[change.key]?["team"] ?? change.old?["team"]
    let reasons =
      change.what == .removed
      ? [change.reason(change.judgement.reason)]
      : change.reasons { field in
        let judgement = field.judgement(in: .okrs)
        return judgement.level > .safe ? judgement.reason : nil
      }
    guard !reasons.isEmpty else { return [] }
    let lead = requirement(
      Call(
        role: "the lead of \(team ?? "the team")", people: [lead(of: team)].compactMap(\.self), subject: change.key,
        reasons: reasons))
    return [lead, lead.flatMap { secondOpinion($0, change) }].compactMap(\.self)
  }

  /// The approval of somebody whose score does not rise, when it may rise for one of those who are asked.
  func secondOpinion(_ first: Requirement, _ change: EntityChange) -> Requirement? {
    let gainers = gainers(by: change)
    guard first.people.contains(where: { gainers[$0] != nil }) else { return nil }
    var others = stewards.filter { !first.people.contains($0) }
    others = first.people + others
    return requirement(
      Call(
        role: "somebody whose score can't rise by it", people: others, subject: change.key, reasons: first.reasons,
        others: gainers))
  }
}
