package import Decisions
package import Git
import History
import StrategyModel
import StrategyStore

/// A proposal on its branch: its record, its changes, and what people have said about it.
package struct BranchedProposal {
  static let prefix = "refs/heads/proposal/"
  /// The references of proposals that others have pushed.
  static let remotePrefix = "refs/remotes/origin/proposal/"

  package let id: String
  let tip: Commit
  /// The commit where it left the branch on which it would land.
  let base: Commit
  /// Its own record; `nil` when the branch has no record.
  let record: EntityVersion?
  /// What it changes besides its own record.
  let changes: [EntityChange]
  let digest: ChangeDigest
  package let words: ProposalActivity
  /// The person who opened it: the author of the commit that brought the record, if the record says so too.
  let opener: String?
  package let state: ApprovalState

  var reference: String { BranchedProposal.prefix + id }

  package init(_ id: String, at tip: Commit, for target: TargetBranch) throws {
    let repository = target.repository
    guard let baseID = try repository.mergeBase(target.tip.id, tip.id) else {
      throw StrategyError(message: "proposal '\(id)' and '\(target.name)' have no commit in common")
    }
    self.id = id
    self.tip = tip
    base = try repository.commit(baseID)
    let all = try repository.changes(from: base, to: tip, in: target.strategy.folder)
    let key = EntityKey(.proposal, id)
    record = all.first { $0.key == key }?.new
    changes = all.withoutRecord(of: id)
    digest = ChangeDigest(changes, of: target.snapshot.strategyID)
    words = try ProposalActivity(id, from: base, to: tip, for: target)
    opener = try target.opener(of: id, from: base, to: tip)
    let policy = ApprovalPolicy(target.snapshot, on: target.today, proposers: words.proposers)
    state = ApprovalState(policy.requirements(for: changes), words.approvals, digest: digest, under: policy)
  }

  /// The proposal of that name (default: the one that is checked out).
  package static func named(_ name: String?, for target: TargetBranch) throws -> BranchedProposal {
    let id = try name ?? target.currentProposal()
    let short = id.hasPrefix("proposal/") ? String(id.dropFirst("proposal/".count)) : id
    guard let tip = try target.proposalTip(short) else {
      throw StrategyError.unknown(short, among: try target.openProposals().map(\.id), "open proposal")
    }
    return try BranchedProposal(short, at: try target.repository.commit(tip), for: target)
  }
}

extension Repository {
  /// The proposals that have a local or a fetched branch, sorted.
  package func proposals() throws -> [(id: String, tip: ObjectID)] {
    let prefixes = [BranchedProposal.prefix, BranchedProposal.remotePrefix]
    let ids = Set(
      try allReferences().compactMap { name in
        prefixes.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
      })
    return try ids.sorted().compactMap { id in try proposalTip(id).map { (id, $0) } }
  }

  /// The last commit of a proposal: of the local branch, else of the fetched one.
  func proposalTip(_ id: String) throws -> ObjectID? {
    try referenceTarget(BranchedProposal.prefix + id) ?? referenceTarget(BranchedProposal.remotePrefix + id)
  }

}

extension TargetBranch {
  fileprivate func opener(of id: String, from base: Commit, to tip: Commit) throws -> String? {
    let path = try TreePath(StrategyPath(inside: Kind.proposal.home(of: id), of: strategy.folder).full)
    for commit in try repository.commits(reachedBy: tip, notBy: [base, self.tip]).reversed() {
      guard let file = try repository.file(path, in: commit.tree) else { continue }
      let record = FileMeaning(path: path.description, text: try repository.contents(of: file)).entity
      let author = handle(of: commit.author.email)
      return record?["by"] == author ? author : nil
    }
    return nil
  }

  fileprivate func currentProposal() throws -> String {
    if case .branch(let branch) = try repository.head(), branch.hasPrefix("proposal/") { return branch }
    let open = try openProposals().map(\.id)
    throw StrategyError(
      .badRequest, message: "no proposal is checked out",
      help: [
        open.isEmpty
          ? "Start one: \(run: .startProposal(id: nil))."
          : "Name one of: \(open.joined(separator: ", "))."
      ])
  }
}
