import Decisions
import Git
import StrategyStore

/// The authors of a proposal, and what others have said about it in commits on its branch.
package struct ProposalActivity {
  /// Handles of everybody who wrote part of it.
  package let proposers: Set<String>
  /// Addresses of authors whom the target does not know.
  let strangers: [String]
  /// Commits not signed by their authors, if the target requires signatures; in commit order.
  let unproven: [Commit]
  /// In the order of the commits.
  let approvals: [Approval]

  init(_ id: String, from base: Commit, to tip: Commit, for target: TargetBranch) throws {
    let repository = target.repository
    let commits = try repository.commits(reachedBy: tip, notBy: [base, target.tip])
    let authors = try Proposers(of: commits, among: target.snapshot, in: repository)
    (proposers, strangers) = (authors.people, authors.strangers)
    let needsProof = ApprovalPolicy(target.snapshot, on: target.today, proposers: []).requiresSignatures
    let signatures =
      try needsProof ? KeyRing(target.snapshot).signatures(of: commits, in: repository) : Signatures()
    unproven =
      try !needsProof
      ? []
      : commits.reversed().filter { commit in
        let author = target.handle(of: commit.author.email)
        return try !repository.isJudgement(commit) && signatures.signature(of: commit, by: author) != .good
      }
    approvals = try commits.reversed().compactMap { commit in
      let author = target.handle(of: commit.author.email)
      return try StatementCommit(commit, about: id, in: repository)?
        .approval(by: author, signature: signatures.signature(of: commit, by: author))
    }
  }
}

/// A commit that states somebody's verdict on a proposal and changes no file.
struct StatementCommit {
  private let commit: Commit
  private let verdict: Approval.Verdict
  private let claimed: String
  private let digest: ChangeDigest?

  /// `nil` for a commit that says nothing about the proposal or also changes files.
  init?(_ commit: Commit, about id: String, in repository: Repository) throws {
    guard commit.parents.count == 1, let parent = commit.parents.first else { return nil }
    let trailers = Trailers(commit.message)
    guard trailers[DecisionTrailer.proposal] == [id], let word = trailers[DecisionTrailer.decision].only,
      let verdict = Approval.Verdict(rawValue: word), let claimed = trailers[DecisionTrailer.decidedBy].only,
      try repository.commit(parent).tree == commit.tree
    else { return nil }
    self.commit = commit
    self.verdict = verdict
    self.claimed = claimed
    digest = trailers[DecisionTrailer.digest].only.flatMap { ChangeDigest($0) }
  }

  /// The statement, attributed to the commit's author: nobody can speak for somebody else.
  func approval(by author: String?, signature: Approval.Signature) -> Approval {
    let own = author == claimed
    let flaw = "the commit is by \(author ?? commit.author.email), not by \(claimed)"
    return Approval(
      person: claimed, verdict: verdict, digest: digest, commit: commit.id.description,
      signature: own ? signature : .bad(flaw))
  }
}
