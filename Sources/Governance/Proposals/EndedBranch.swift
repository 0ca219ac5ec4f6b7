import Git
import History
import StrategyModel
import StrategyStore

/// The branch of a proposal that has just ended, and what publishes the end to others.
package struct EndedBranch {
  /// What became of the branch.
  package enum Note {
    /// The branch was checked out; the target is now.
    case switched(to: String)
    /// The branch could not be left, because changes are in the way.
    case stillCheckedOut(proposal: String, target: String)
    /// The branch stays: another working tree has it checked out.
    case checkedOutElsewhere(proposal: String)
  }

  let proposal: BranchedProposal
  let target: TargetBranch
  /// Whether the branch stays, here and on the server.
  let isKept: Bool

  /// Checks out the target where the branch was checked out: a commit on the branch could no longer land.
  func leave() throws -> [Note] {
    let repository = target.repository
    var notes: [Note] = []
    if try isCheckedOut {
      let answer = try repository.switchBranch(to: target.name)
      guard answer.succeeded else { return [.stillCheckedOut(proposal: proposal.id, target: target.name)] }
      notes.append(.switched(to: target.name))
    }
    guard !isKept, try repository.referenceTarget(proposal.reference) == proposal.tip.id else { return notes }
    guard try repository.mayDelete(proposal.reference) else {
      return notes + [.checkedOutElsewhere(proposal: proposal.id)]
    }
    let removal = try ReferenceUpdate(proposal.reference, from: proposal.tip.id, to: nil)
    _ = try repository.update([removal], message: "propose: end")
    return notes
  }

  private var isCheckedOut: Bool {
    get throws {
      guard case .branch(let branch) = try target.repository.head() else { return false }
      return target.repository.workTree != nil && "refs/heads/\(branch)" == proposal.reference
    }
  }

  /// What others need, as `git push` takes it: a branch to delete has a colon before it. Empty without a server.
  var unpublished: [String] {
    get throws {
      let dead = "proposal/\(proposal.id)"
      let isOnServer = try target.repository.referenceTarget(BranchedProposal.remotePrefix + proposal.id) != nil
      return try target.repository.unpublished([target.name] + (isOnServer && !isKept ? [":\(dead)"] : []))
    }
  }
}

extension Repository {
  /// The branches if there is a server named origin to push them to, else none.
  func unpublished(_ branches: [String]) throws -> [String] {
    let answer = try git(["remote"])
    let remotes = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
    return answer.succeeded && remotes.contains("origin") ? branches : []
  }
}

extension TargetBranch {
  /// How a proposal has ended, according to the target's record of it; `nil` while it is open.
  func ending(of proposal: String) -> ProposalState? {
    let state = snapshot.entities[EntityKey(.proposal, proposal)]?["state"].flatMap { ProposalState(rawValue: $0) }
    return state == .open ? nil : state
  }

  /// Throws for a proposal that has ended.
  func requireOpen(_ proposal: String) throws(StrategyError) {
    guard let ending = ending(of: proposal) else { return }
    let how = ending == .landed ? "has landed" : "was \(ending.rawValue)"
    throw StrategyError(
      .refused, message: "proposal '\(proposal)' \(how) already",
      help: [
        "Go on with 'git switch \(name)', or start another: \(run: .startProposal(id: nil))."
      ])
  }
}
