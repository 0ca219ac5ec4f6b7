package import Decisions
package import Editing
import Git
package import StrategyStore

/// A commit on a proposal's branch that changes no file but records an opinion.
package struct VerdictCommit {
  /// The proposal (default: the one that is checked out).
  package let id: String?
  package let verdict: Approval.Verdict
  package let request: CommitRequest

  package init(id: String?, verdict: Approval.Verdict, request: CommitRequest) {
    (self.id, self.verdict, self.request) = (id, verdict, request)
  }

  package func run(in session: Session) throws -> StatementOutcome {
    let repository = try Repository.open(in: session.git)
    let target = try TargetBranch(request.strategy, of: repository, in: session)
    let person = try Proposer(target).handle
    let proposal = try BranchedProposal.named(id, for: target)
    try target.requireOpen(proposal.id)
    guard !proposal.changes.isEmpty else {
      throw StrategyError(.refused, message: "proposal '\(proposal.id)' changes nothing yet")
    }
    if request.isRehearsal { return try rehearse(proposal, person, in: repository) }
    guard try repository.referenceTarget(proposal.reference) != nil else {
      return try statement(commitOnFetched(proposal, person, in: repository), proposal, target)
    }
    let digest = proposal.digest
    do {
      let commit = try repository.commit(on: proposal.reference, CommitOptions(runsHooks: request.runsHooks)) {
        tip throws(any Error) in
        guard let tip else { throw StrategyError(message: "proposal '\(proposal.id)' no longer exists") }
        let now = try BranchedProposal(proposal.id, at: tip, for: target)
        // Somebody else may have changed the proposal in the meantime.
        guard now.digest == digest else {
          throw StrategyError(
            message: "proposal '\(proposal.id)' has changed in the meantime",
            help: ["Look at it again with \(run: .planProposal("proposal/\(proposal.id)"))."])
        }
        return CommitDraft(changes: [:], message: try wording(now, person).message(), mayBeEmpty: true)
      }
      guard let commit else { throw StrategyError(message: "nothing was committed") }
      return try statement(commit, proposal, target)
    } catch CommitFailure<any Error>.refused(let refusal) {
      throw refusal
    } catch CommitFailure<any Error>.git(let error) {
      throw error
    }
  }

  /// Creates the local branch from the fetched one, with the commit on top.
  private func commitOnFetched(
    _ proposal: BranchedProposal, _ person: String, in repository: Repository
  ) throws -> Commit {
    let commit = try repository.writeCommit(
      tree: proposal.tip.tree, parents: [proposal.tip.id], message: wording(proposal, person).message(),
      CommitOptions(runsHooks: request.runsHooks))
    let update = try ReferenceUpdate(proposal.reference, from: nil, to: commit.id)
    guard case .done = try repository.update([update], message: "propose: \(verdict.rawValue)") else {
      throw StrategyError(message: "proposal '\(proposal.id)' has changed in the meantime", help: ["Run this again."])
    }
    let branch = proposal.reference.shortBranch
    _ = try repository.git(["branch", "--quiet", "--set-upstream-to=origin/\(branch)", branch])
    return commit
  }

  /// Shows the commit; writes only an unreferenced object.
  private func rehearse(
    _ proposal: BranchedProposal, _ person: String, in repository: Repository
  ) throws -> StatementOutcome {
    let commit = try repository.writeCommit(
      tree: proposal.tip.tree, parents: [proposal.tip.id], message: wording(proposal, person).message(),
      CommitOptions(runsHooks: request.runsHooks, isSigned: false))
    let branch = proposal.reference.shortBranch
    return .rehearsed(try DryRunPreview(commit, onto: proposal.tip, branch: branch, in: repository).text)
  }

  private func wording(_ proposal: BranchedProposal, _ person: String) -> CommitWording {
    CommitWording(
      topic: "proposal", what: verdict == .approve ? "approve \(proposal.id)" : "request changes of \(proposal.id)",
      reasons: request.message,
      trailers: [
        (DecisionTrailer.proposal, proposal.id), (DecisionTrailer.decision, verdict.rawValue),
        (DecisionTrailer.decidedBy, person),
        (DecisionTrailer.judged, proposal.tip.id.description), (DecisionTrailer.digest, proposal.digest.description),
      ])
  }

  private func statement(
    _ commit: Commit, _ before: BranchedProposal, _ target: TargetBranch
  ) throws -> StatementOutcome {
    let now = try BranchedProposal(before.id, at: commit, for: target)
    let void = now.state.voided.first { $0.approval.commit == commit.id.description }
    let missing = ProposalAnswer(proposal: now, target: target).missing
    let branch = before.reference.shortBranch
    return .stated(
      StatementOutcome.Statement(
        branch: branch, commit: commit, void: void?.reason, missing: missing,
        ready: missing.isEmpty && now.state.isApproved ? now.id : nil,
        unpublished: try target.repository.unpublished([branch])))
  }
}
