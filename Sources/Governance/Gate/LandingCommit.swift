import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// A merge that claims to land a proposal: its tree must be the merge of its parents and the record, and nothing else.
struct LandingCommit {
  let id: String
  let commit: Commit
  let parent: Commit
  let tip: Commit
  let proposal: BranchedProposal
  /// With the policy of the old tip.
  let target: TargetBranch
  private let judgement: LandingJudgement
  /// What the merge changes in the record.
  private let recordChange: EntityChange

  private var key: EntityKey { EntityKey(.proposal, id) }

  /// `nil` for a commit that is not a landing.
  ///
  /// - Parameter changes: what the merge changes in the branch on which it lands.
  init?(_ step: PushedStep, for target: TargetBranch, changes: [EntityChange]) throws {
    let trailers = Trailers(step.commit.message)
    guard step.commit.parents.count == 2, trailers[DecisionTrailer.decision] == ["land"],
      let id = trailers[DecisionTrailer.proposal].only, Identifier.isValid(id),
      let record = changes.first(where: { $0.key == EntityKey(.proposal, id) }),
      try target.repository.mergeBase(step.parent.id, step.commit.parents[1]) != nil
    else { return nil }
    (self.id, commit, parent, recordChange) = (id, step.commit, step.parent, record)
    self.target = target.at(step.parent)
    tip = try target.repository.commit(step.commit.parents[1])
    proposal = try BranchedProposal(id, at: tip, for: self.target)
    let merge = try RemadeMerge(step, in: target.strategy.folder, of: target.repository)
    judgement = try LandingJudgement(proposal, on: self.target, merge)
  }

  func refusals() throws -> [Refusal] {
    let judged = (judgement.conflicts() + judgement.refusals()).map { refusal in
      var refusal = refusal
      refusal.commit = refusal.commit ?? commit.id.short
      return refusal
    }
    return try latest() + judged + approvals() + record() + trailers() + contents()
  }

  /// Statements on the server's branch that the landed tip lacks must not get lost.
  private func latest() throws -> [Refusal] {
    let repository = target.repository
    guard let known = try repository.referenceTarget(proposal.reference), known != tip.id,
      try repository.mergeBase(known, tip.id) != known
    else { return [] }
    return [
      refusal(
        "proposal/\(id) has commits here that are not in the landing: \(known.short)",
        ["Fetch them with 'git fetch' and 'git switch proposal/\(id)', then land again: \(run: .landProposal(id))."])
    ]
  }

  private func approvals() -> [Refusal] {
    let state = judgement.state
    let help = whyVoid.remedies + ["Get it approved: \(run: .approveProposal(id))."]
    var refusals = state.lines.filter { !$0.isMet }.flatMap { line in
      line.requirement.reasons.map { reason in
        let people = line.candidates.isEmpty ? "nobody may" : line.candidates.joined(separator: ", ")
        let subject = reason.entity.description + (reason.field.map { ".\($0)" } ?? "")
        return Refusal(
          "\(reason.text); the approval of \(line.requirement.role) is missing (\(people))", in: commit, of: subject,
          help: help)
      }
    }
    refusals += state.requests.map { refusal("\($0.person) requested changes (\($0.commit.prefix(7)))") }
    return refusals
  }

  private var whyVoid: [String] {
    judgement.state.voided.map { "The statement of \($0.approval.person) does not count: \($0.reason)." }
  }

  /// The record may differ from the branch's only in how the proposal ended, and must say that it landed.
  private func record() -> [Refusal] {
    guard let new = recordChange.new, let own = proposal.record else {
      return [refusal("its branch and the landing must both contain its record")]
    }
    if let old = recordChange.old, old["state"] != ProposalState.open.rawValue {
      return [refusal("it has already ended: its record says '\(old["state"] ?? "nothing")'")]
    }
    guard new["state"] == ProposalState.landed.rawValue else {
      return [refusal("its record does not say that it landed")]
    }
    let ending: Set<Substring> = ["state", "closed", "touches", "approved_by", "because"]
    let altered = EntityChange(own, new)?.fields.first { field in
      !ending.contains(field.path.prefix { $0 != "[" && $0 != "." })
    }
    if let altered { return [refusal("its record differs from the one on its branch: \(altered.path)")] }
    return credited(new.list("approved_by"), "its record")
  }

  private func trailers() -> [Refusal] {
    let trailers = Trailers(commit.message)
    var refusals: [Refusal] = []
    if trailers[DecisionTrailer.judged] != [tip.id.description] {
      refusals.append(refusal("its trailer \(DecisionTrailer.judged) is not its second parent"))
    }
    if trailers[DecisionTrailer.digest] != [proposal.digest.description] {
      refusals.append(refusal("its trailer \(DecisionTrailer.digest) belongs to another change"))
    }
    return refusals + credited(trailers[DecisionTrailer.decidedBy], "its message")
  }

  /// Whether the people credited with an approval did approve, and are enough.
  private func credited(_ people: [String], _ place: String) -> [Refusal] {
    let voided = Set(judgement.state.voided.map(\.approval.person))
    let strangers = Set(people).subtracting(Set(judgement.state.approvers).subtracting(voided)).sorted()
    guard strangers.isEmpty else {
      return [
        refusal(
          "\(place) says that \(strangers.joined(separator: ", ")) approved it, but they did not", whyVoid.remedies)
      ]
    }
    let lacks = judgement.state.isApproved && judgement.state.lines.contains { !Set(people).isSuperset(of: $0.metBy) }
    return lacks ? [refusal("\(place) does not say who approved it")] : []
  }

  /// Differences between this merge and a merge of its parents, apart from the record.
  private func contents() -> [Refusal] {
    let help: [Remedy] = ["Land it as it was approved: \(run: .landProposal(id))."]
    let others = judgement.merge.others.withoutRecord(of: id).flatMap { change in
      change.fields.map { field in
        Refusal(
          "the merge has '\(field.new?.value ?? "nothing")' here, which was not proposed and approved",
          in: commit, of: change.subject(of: field), help: help)
      }
    }
    return others
      + judgement.merge.otherSheets.map {
        Refusal("the merge has readings here that its parents do not have", in: commit, of: $0.description, help: help)
      }
  }

  private func refusal(_ reason: String, _ help: [Remedy] = []) -> Refusal {
    Refusal(reason, in: commit, of: key.description, help: help)
  }
}
