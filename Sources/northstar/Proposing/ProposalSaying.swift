import Decisions
import Diagnostics
import Git
import StrategyModel

/// A commit on a proposal's branch that changes no file but records an opinion.
struct ProposalSaying {
  let verdict: Approval.Verdict
  let options: ProposalWordOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let repository = try Repository.open(in: environment.git)
    let target = try LandingTarget(options.strategy, of: repository, in: environment)
    let person = try Proposer(target).handle
    let proposal = try BranchedProposal.named(options.id, for: target)
    try target.requireOpen(proposal.id)
    guard !proposal.changes.isEmpty else {
      throw StrategyError(.refused, message: "proposal '\(proposal.id)' changes nothing yet")
    }
    if options.dryRun { return try rehearse(proposal, person, in: repository, environment) }
    guard try repository.referenceTarget(proposal.reference) != nil else {
      return try report(commitOnFetched(proposal, person, in: repository), proposal, person, target, in: environment)
    }
    let digest = proposal.digest
    do {
      let commit = try repository.commit(on: proposal.reference, CommitOptions(runsHooks: !options.noVerify)) {
        tip throws(any Error) in
        guard let tip else { throw StrategyError(message: "proposal '\(proposal.id)' no longer exists") }
        let now = try BranchedProposal(proposal.id, at: tip, for: target)
        // Somebody else may have changed the proposal in the meantime.
        guard now.digest == digest else {
          throw StrategyError(
            message: "proposal '\(proposal.id)' has changed in the meantime",
            help: ["Look at it again with 'northstar propose plan proposal/\(proposal.id)'."])
        }
        return CommitDraft(changes: [:], message: try wording(now, person).message(), mayBeEmpty: true)
      }
      return try report(commit, proposal, person, target, in: environment)
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
      CommitOptions(runsHooks: !options.noVerify))
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
    _ proposal: BranchedProposal, _ person: String, in repository: Repository, _ environment: CommandEnvironment
  ) throws -> ExitStatus {
    let commit = try repository.writeCommit(
      tree: proposal.tip.tree, parents: [proposal.tip.id], message: wording(proposal, person).message(),
      CommitOptions(runsHooks: !options.noVerify, isSigned: false))
    let branch = proposal.reference.shortBranch
    environment.show(try Rehearsal(commit, onto: proposal.tip, branch: branch, in: repository).text)
    environment.note("Nothing was committed (--dry-run).")
    return .clean
  }

  private func wording(_ proposal: BranchedProposal, _ person: String) -> CommitWording {
    CommitWording(
      topic: "proposal", what: verdict == .approve ? "approve \(proposal.id)" : "request changes of \(proposal.id)",
      reasons: options.message,
      trailers: [
        (ProposalWord.proposal, proposal.id), (ProposalWord.decision, verdict.rawValue), (ProposalWord.person, person),
        (ProposalWord.judged, proposal.tip.id.description), (ProposalWord.digest, proposal.digest.description),
      ])
  }

  private func report(
    _ commit: Commit?, _ before: BranchedProposal, _ person: String, _ target: LandingTarget,
    in environment: CommandEnvironment
  ) throws -> ExitStatus {
    guard let commit else { return .clean }
    environment.print("[\(before.reference.shortBranch) \(commit.id.short)] \(commit.subject.visible)")
    let now = try BranchedProposal(before.id, at: commit, for: target)
    if let void = now.state.voided.first(where: { $0.approval.commit == commit.id.description }) {
      environment.note("note: it does not count: \(void.reason)")
    }
    let missing = ProposalAnswer(proposal: now, target: target).missing
    if missing.isEmpty, now.state.isApproved {
      environment.print(environment.commands.naming("Nothing is missing: 'northstar propose land \(now.id)'."))
    }
    for line in missing { environment.print("Missing: \(line)") }
    try target.repository.remindToPush([before.reference.shortBranch], in: environment)
    return .clean
  }
}
