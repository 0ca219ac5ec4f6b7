import Decisions
package import Editing
import Git
import StrategyModel
package import StrategyStore
import StrictYAML

/// Opens a proposal: a branch whose first commit is its record.
package struct OpenProposal {
  package let id: String
  package let title: String
  package let why: String
  package let target: TargetBranch

  package init(id: String, title: String, why: String, target: TargetBranch) {
    (self.id, self.title, self.why, self.target) = (id, title, why, target)
  }

  /// The draft of the record.
  package func apply(by proposer: String, to draft: inout StrategyDraft) throws -> CommitWording {
    let path = "proposals/\(id).yaml"
    try draft.requireFree(path)
    let record: [YAMLValue.Entry] = [
      .init("kind", .scalar("proposal")), .init("id", .scalar(id)), .init("title", .scalar(title)),
      .init("why", .scalar(why)), .init("by", .scalar(proposer)),
      .init("opened", .scalar(draft.today.description)), .init("state", .scalar("open")),
    ]
    draft.write(YAMLWriter.text(of: .mapping(record)), to: path)
    return CommitWording(
      topic: "proposal", what: title, reasons: [why], trailers: [(DecisionTrailer.proposal, id)])
  }

  private var reference: String { BranchedProposal.prefix + id }

  /// Throws when there is already a branch of that name.
  package func requireNew() throws {
    guard try target.repository.referenceTarget(reference) == nil else { throw taken }
  }

  package enum Outcome {
    case opened(id: String, from: String)
    /// Nothing to change, errors, or a rehearsal.
    case notOpened(WritingOutcome)
  }

  /// Creates the branch with its first commit.
  ///
  /// - Parameter edit: as in `StrategyWriting.run`.
  package func run(
    _ request: CommitRequest, in session: Session, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> Outcome {
    let writing = StrategyWriting(request, branch: target.reference, of: target.repository, in: session)
    do {
      if request.isRehearsal { return .notOpened(try writing.rehearse(edit)) }
      return try commit(writing, edit) ? .opened(id: id, from: target.name) : .notOpened(.unchanged)
    } catch let refused as RefusedDraft {
      return .notOpened(.refused(refused.findings))
    }
  }

  /// False when the commit would change nothing.
  private func commit(
    _ writing: StrategyWriting, _ edit: (inout StrategyDraft) throws -> CommitWording
  ) throws -> Bool {
    guard let checked = try writing.draft(on: target.tip, edit) else { return false }
    let repository = target.repository
    let tree = try repository.writeTree(checked.draft.fileChanges(), onto: target.tip.tree)
    let commit = try repository.writeCommit(tree: tree, parents: [target.tip.id], message: checked.message)
    let update = try ReferenceUpdate(reference, from: nil, to: commit.id)
    guard case .done = try repository.update([update], message: "propose: start") else { throw taken }
    return true
  }

  private var taken: StrategyError {
    StrategyError(
      message: "there is already a proposal '\(id)'", help: ["Look at it with \(run: .showProposal(id))."])
  }

  package static func requireName(_ id: String) throws(StrategyError) {
    try Identifier.require(id, "a proposal")
  }
}
