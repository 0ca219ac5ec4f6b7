import Decisions
package import Editing
import Git
import StrategyModel
package import StrategyStore

/// Ends a proposal without landing it: records the end on the target branch and keeps the proposal's commits under
/// refs/northstar/.
package struct CloseProposal {
  /// Below this the commits of ended proposals stay reachable.
  static let archive = "refs/northstar/proposals/"

  package let id: String?
  package let outcome: ProposalEnd.Outcome
  package let because: String
  package let request: CommitRequest

  package init(id: String?, outcome: ProposalEnd.Outcome, because: String, request: CommitRequest) {
    (self.id, self.outcome, self.because, self.request) = (id, outcome, because, request)
  }

  package func run(in session: Session) throws -> ProposalOutcome {
    let repository = try Repository.open(in: session.git)
    let target = try TargetBranch(request.strategy, of: repository, in: session)
    try target.requireCurrent()
    let person = try Proposer(target).handle
    let proposal = try BranchedProposal.named(id, for: target)
    try target.requireOpen(proposal.id)
    try requireEntitled(person, proposal, target)
    let ending = ProposalEnd(proposal: proposal, outcome: outcome, by: person, because: because)
    let closing = StrategyWriting(request, branch: target.reference, of: repository, in: session)
    let writing = try closing.run { draft in
      let path = "proposals/\(proposal.id).yaml"
      draft.write(try ending.record(proposal.recordText(for: target), on: draft.today), to: path)
      draft.references = try proposal.archiving(in: repository)
      return CommitWording(
        topic: "proposal", what: "\(outcome == .rejected ? "reject" : "withdraw") \(proposal.id)", reasons: [because],
        trailers: ending.trailers)
    }
    guard writing.commit != nil else { return ProposalOutcome(writing: writing) }
    return ProposalOutcome(
      writing: writing, branch: try EndedBranch(proposal: proposal, target: target, isKept: false).leave(),
      unpublished: try repository.unpublished([target.name]))
  }

  private func requireEntitled(_ person: String, _ proposal: BranchedProposal, _ target: TargetBranch) throws {
    switch outcome {
    case .withdrawn:
      guard !proposal.words.proposers.contains(person) else { return }
      let by = proposal.words.proposers.sorted().joined(separator: ", ")
      throw StrategyError(
        .refused, message: "'\(proposal.id)' is the proposal of \(by), and only they may withdraw it",
        help: ["A steward can reject it with \(run: .rejectProposal)."])
    case .rejected, .landed:
      let policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: proposal.words.proposers)
      let asked = Set(proposal.state.lines.flatMap(\.requirement.people) + policy.stewards)
      guard !asked.contains(person) || proposal.words.proposers.contains(person) else { return }
      throw StrategyError(
        .refused, message: "\(person) may not reject '\(proposal.id)'",
        help: ["These may: \(asked.subtracting(proposal.words.proposers).sorted().joined(separator: ", "))."])
    }
  }
}

extension BranchedProposal {
  /// Its record on the branch; `nil` when there is no record.
  func recordText(for target: TargetBranch) throws -> [UInt8]? {
    let path = StrategyPath(inside: "proposals/\(id).yaml", of: target.strategy.folder)
    guard let file = try target.repository.file(TreePath(path.full), in: tip.tree) else { return nil }
    return try target.repository.contents(of: file)
  }

  /// Removes the branch, unless it is checked out somewhere; its commits stay reachable.
  func archiving(in repository: Repository) throws -> [ReferenceUpdate] {
    let archive = CloseProposal.archive + id
    let kept = try ReferenceUpdate(archive, from: repository.referenceTarget(archive), to: tip.id)
    return try repository.mayDelete(reference) ? [kept, ReferenceUpdate(reference, from: tip.id, to: nil)] : [kept]
  }
}

extension Repository {
  /// Whether a branch exists here and no working tree has it checked out.
  func mayDelete(_ reference: String) throws -> Bool {
    guard try referenceTarget(reference) != nil else { return false }
    let answer = try git(["worktree", "list", "--porcelain"])
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
      .allSatisfy { $0 != "branch \(reference)" }
  }
}
