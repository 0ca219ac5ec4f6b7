import Decisions
package import Editing
import Git
import History
import Presentation
import StrategyModel
package import StrategyStore

/// Merges an approved proposal onto the current target branch.
package struct LandProposal {
  package let id: String?
  package let because: String?
  package let keepsBranch: Bool
  package let request: CommitRequest

  package init(id: String?, because: String?, keepsBranch: Bool, request: CommitRequest) {
    (self.id, self.because, self.keepsBranch, self.request) = (id, because, keepsBranch, request)
  }

  package func run(in session: Session) throws -> ProposalOutcome {
    let repository = try Repository.open(in: session.git)
    let start = try TargetBranch(request.strategy, of: repository, in: session)
    try start.requireCurrent()
    let person = try Proposer(start).handle
    let proposal = try BranchedProposal.named(id, for: start)
    try start.requireOpen(proposal.id)
    let landing = StrategyWriting(request, branch: start.reference, of: repository, in: session)
    let writing = try landing.run { draft in
      // The policy comes from the tip on which it lands, which may have moved.
      let target = try TargetBranch(start.reference, at: draft.tip, request.strategy, of: repository, in: session)
      guard let tip = try repository.proposalTip(proposal.id) else {
        throw StrategyError(message: "proposal '\(proposal.id)' no longer exists: somebody else has ended it")
      }
      let now = try BranchedProposal(proposal.id, at: try repository.commit(tip), for: target)
      return try land(now, on: target, by: person, &draft)
    }
    guard writing.commit != nil else { return ProposalOutcome(writing: writing) }
    let branch = EndedBranch(proposal: proposal, target: start, isKept: keepsBranch)
    return ProposalOutcome(writing: writing, branch: try branch.leave(), unpublished: try branch.unpublished)
  }

  private func land(
    _ proposal: BranchedProposal, on target: TargetBranch, by person: String, _ draft: inout StrategyDraft
  ) throws -> CommitWording {
    let judgement = try LandingJudgement(proposal, on: target)
    try requireApproved(judgement, target)
    for (path, change) in judgement.merge.files {
      try requireOwn(path, proposal, target)
      try draft.take(change, at: path, in: target.repository)
    }
    let approvers = Set(judgement.state.lines.flatMap(\.metBy)).sorted()
    let ending = ProposalEnd(
      proposal: proposal, outcome: .landed, by: person, because: because, approvedBy: approvers)
    draft.write(
      try ending.record(proposal.recordText(for: target), on: draft.today), to: "proposals/\(proposal.id).yaml")
    draft.otherParents = [proposal.tip.id]
    if !keepsBranch, try target.repository.mayDelete(proposal.reference) {
      draft.references = [try ReferenceUpdate(proposal.reference, from: proposal.tip.id, to: nil)]
    }
    let title = proposal.record?["title"] ?? proposal.id
    return CommitWording(
      topic: "proposal", what: title, reasons: [proposal.record?["why"], because].compactMap(\.self),
      trailers: ending.trailers)
  }

  /// The approvals are of this strategy's people; another one in the repository has its own.
  private func requireOwn(_ path: TreePath, _ proposal: BranchedProposal, _ target: TargetBranch) throws {
    let trees = [target.tip.tree, proposal.tip.tree]
    guard let place = try target.repository.strategyPath(path, in: trees), place.folder != target.strategy.folder else {
      return
    }
    throw StrategyError(
      .refused, message: "'\(proposal.id)' also changes '\(path)', which belongs to another strategy",
      help: ["Propose that change for the strategy in '\(place.folder.isEmpty ? "." : place.folder)'."])
  }

  private func requireApproved(_ judgement: LandingJudgement, _ target: TargetBranch) throws(StrategyError) {
    let (proposal, state) = (judgement.proposal, judgement.state)
    guard !proposal.changes.isEmpty else {
      throw StrategyError(.refused, message: "proposal '\(proposal.id)' changes nothing")
    }
    let refusals = judgement.refusals()
    if let first = refusals.first {
      throw StrategyError(
        .refused, message: "'\(proposal.id)' may not land: \(first.clause)",
        help: refusals.dropFirst().map { Remedy($0.line) } + refusals.flatMap(\.help))
    }
    guard !state.isApproved else {
      guard judgement.merge.conflicts.isEmpty else { throw .conflicts(judgement.merge.conflicts, proposal, target) }
      return
    }
    let missing = ProposalAnswer.missing(in: state)
    var help: [Remedy] = missing.map { "Missing: \($0)." }
    help += state.requests.map { "\($0.person) requested changes (\($0.commit.prefix(7)))." }
    help += state.voided.map {
      "The statement of \($0.approval.person.visible) does not count: \($0.reason.visible)."
    }
    if !missing.isEmpty { help.append("They approve it with \(run: .approveProposal(proposal.id)).") }
    throw StrategyError(.refused, message: "'\(proposal.id)' may not land yet", help: help)
  }
}

extension StrategyError {
  fileprivate static func conflicts(
    _ conflicts: [MergeConflict], _ proposal: BranchedProposal, _ target: TargetBranch
  ) -> StrategyError {
    StrategyError(
      .refused,
      message: "'\(proposal.id)' and '\(target.name)' have both changed the same thing since \(proposal.base.id.short)",
      help: conflicts.map { Remedy($0.summary.visible) } + [
        "Merge them on the branch: git switch proposal/\(proposal.id), git merge \(target.name)."
      ])
  }
}

extension StrategyDraft {
  /// Takes over the merged state of a file: the strategy's texts are checked, everything else is copied.
  fileprivate mutating func take(_ change: FileChange, at path: TreePath, in repository: Repository) throws {
    guard let place = StrategyPath(path.description, in: strategy.folder), place.isDescription else {
      return others[path] = change
    }
    let inner = place.inside
    switch change {
    case .text(let text, _): write(text, to: inner)
    case .object(let id, let mode):
      guard mode == .regular || mode == .executable else { return others[path] = change }
      write(try repository.text(of: id), to: inner)
    case .removal: remove(inner)
    }
  }
}
