import Decisions
import Git
import History
import StrategyModel
import StrategyStore

/// The obstacles to landing a proposal on a commit; used by both `propose land` and the gate.
struct LandingJudgement {
  let proposal: BranchedProposal
  /// The recomputed merge of the proposal and the branch.
  let merge: RemadeMerge
  /// Whether the approvals suffice, for the proposed change and for what would land.
  let state: ApprovalState

  private let target: TargetBranch
  private let policy: ApprovalPolicy

  /// - Parameter target: at the commit on which it is to land.
  init(_ proposal: BranchedProposal, on target: TargetBranch) throws {
    try self.init(
      proposal, on: target,
      RemadeMerge(of: proposal.tip, onto: target.tip, in: target.strategy.folder, of: target.repository))
  }

  init(_ proposal: BranchedProposal, on target: TargetBranch, _ merge: RemadeMerge) throws {
    (self.proposal, self.target, self.merge) = (proposal, target, merge)
    policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: proposal.words.proposers)
    let landed = merge.changes.withoutRecord(of: proposal.id).filter { !proposal.changes.contains($0) }
    state = ApprovalState(
      policy.requirements(for: proposal.changes + landed), proposal.words.approvals, digest: proposal.digest,
      under: policy)
  }

  private var key: EntityKey { EntityKey(.proposal, proposal.id) }

  /// Everything except conflicts and missing approvals.
  func refusals() -> [Refusal] { authors() + prohibitions() + readings() }

  func conflicts() -> [Refusal] {
    merge.conflicts.map { conflict in
      Refusal(
        "it and '\(target.name)' have both changed the same thing since \(proposal.base.id.short): \(conflict.summary)",
        of: key.description,
        help: [
          "Merge them on the branch: git switch proposal/\(proposal.id), git merge \(target.name)."
        ])
    }
  }

  private func authors() -> [Refusal] {
    var refusals = proposal.words.strangers.map {
      refusal(
        "'\($0)', who wrote part of it, is not in people/",
        ["Propose the person's file first, or add the address to it."])
    }
    refusals += proposal.words.unproven.map {
      Refusal(
        "it is not signed with its author's key", in: $0, of: key.description,
        help: [
          "Sign the proposal's commits with keys from people/ (here: \($0.author.email)): git rebase --force-rebase -S."
        ])
    }
    for person in proposal.words.proposers.sorted() where policy.standing(of: person) != .present {
      refusals.append(
        refusal(
          "\(person), an author of it, has left or has not joined yet",
          ["Let a current person propose it again."]))
    }
    if let by = proposal.record?["by"], !proposal.words.proposers.contains(by) {
      refusals.append(refusal("its record names \(by), who wrote none of its commits"))
    }
    return refusals
  }

  private var voices: Set<String> { proposal.words.proposers.union(state.approvers) }

  private func prohibitions() -> [Refusal] {
    policy.prohibitions(of: merge.changes.withoutRecord(of: proposal.id), saidBy: voices).map { Refusal($0) }
  }

  private func readings() -> [Refusal] {
    let calendar = target.strategy.calendar
    return merge.sheets.compactMap { path, old, new in
      let growth = SheetGrowth(from: old, to: new, in: calendar)
      if let flaw = growth.flaw { return Refusal(flaw, of: path.description) }
      guard growth.reachesBack, voices.isDisjoint(with: policy.stewards) else { return nil }
      return Refusal(SheetGrowth.late, of: path.description, help: [Remedy(SheetGrowth.lateHelp)])
    }
  }

  private func refusal(_ reason: String, _ help: [Remedy] = []) -> Refusal {
    Refusal(reason, of: key.description, help: help)
  }
}

extension Refusal {
  init(_ prohibition: Prohibition, in commit: Commit? = nil) {
    self.init(
      prohibition.reason, in: commit, of: prohibition.entity.description + (prohibition.field.map { ".\($0)" } ?? ""),
      help: [prohibition.help].compactMap(\.self).remedies)
  }
}

extension [EntityChange] {
  /// Whether one of them is exactly this change.
  fileprivate func contains(_ change: EntityChange) -> Bool {
    contains { $0.key == change.key && $0.what == change.what && $0.old == change.old && $0.new == change.new }
  }
}
