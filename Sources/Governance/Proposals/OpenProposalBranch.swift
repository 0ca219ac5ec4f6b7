package import Editing
import Git
package import StrategyStore

extension StrategyWriting {
  /// Commits on the chosen branch, or on the one that is checked out; throws on the branch of a proposal that has ended,
  /// since a commit there could not land.
  package init(_ request: CommitRequest, in session: Session) throws {
    let repository = try Repository.open(in: session.git)
    self.init(request, branch: try repository.branchToWrite(request.branch), of: repository, in: session)
    guard branch.hasPrefix(BranchedProposal.prefix) else { return }
    // Without a branch to land on, nothing has landed.
    guard let target = try? TargetBranch(request.strategy, of: repository, in: session) else { return }
    try target.requireOpen(String(branch.dropFirst(BranchedProposal.prefix.count)))
  }
}
