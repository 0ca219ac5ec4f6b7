import Decisions
import Git
import History
import StrategyModel

/// The branch of a proposal that has just ended, and the steps that publish the end to others.
struct EndedBranch {
  let proposal: BranchedProposal
  let target: LandingTarget
  /// Whether the branch stays, here and on the server.
  let isKept: Bool

  /// Checks out the target where the branch was checked out: a commit on the branch could no longer land.
  func leave(in environment: CommandEnvironment) throws {
    let repository = target.repository
    if try isCheckedOut {
      let answer = try repository.switchBranch(to: target.name)
      guard answer.succeeded else {
        environment.note("note: 'proposal/\(proposal.id)' is still checked out; run 'git switch \(target.name)'")
        return
      }
      environment.print("Checked out '\(target.name)'.")
    }
    guard !isKept, try repository.referenceTarget(proposal.reference) == proposal.tip.id else { return }
    guard try repository.mayDelete(proposal.reference) else {
      environment.note("note: the branch 'proposal/\(proposal.id)' stays: another working tree has it checked out")
      return
    }
    let removal = try ReferenceUpdate(proposal.reference, from: proposal.tip.id, to: nil)
    _ = try repository.update([removal], message: "propose: end")
  }

  private var isCheckedOut: Bool {
    get throws {
      guard case .branch(let branch) = try target.repository.head() else { return false }
      return target.repository.workTree != nil && "refs/heads/\(branch)" == proposal.reference
    }
  }

  /// Prints how others get the commit that ended it, if there is a server.
  func remindToPush(in environment: CommandEnvironment) throws {
    let dead = "proposal/\(proposal.id)"
    let isOnServer = try target.repository.referenceTarget(BranchedProposal.remotePrefix + proposal.id) != nil
    let branches = [target.name] + (isOnServer && !isKept ? [":\(dead)"] : [])
    try target.repository.remindToPush(branches, in: environment)
  }
}

extension Repository {
  /// - Parameter branches: as git push takes them, with a colon before those to delete.
  func remindToPush(_ branches: [String], in environment: CommandEnvironment) throws {
    let answer = try git(["remote"])
    let remotes = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
    guard answer.succeeded, remotes.contains("origin") else { return }
    environment.print("Others do not have it yet: git push origin \(branches.joined(separator: " "))")
  }
}

extension LandingTarget {
  /// How a proposal has ended, according to the target's record of it; `nil` while it is open.
  func ending(of proposal: String) -> ProposalState? {
    let state = snapshot.entities[EntityKey(.proposal, proposal)]?["state"].flatMap { ProposalState(rawValue: $0) }
    return state == .open ? nil : state
  }

  /// The proposals that have a branch here and have not ended, sorted.
  func openProposals() throws -> [(id: String, tip: ObjectID)] {
    try repository.proposals().filter { ending(of: $0.id) == nil }
  }

  /// Throws for a proposal that has ended.
  func requireOpen(_ proposal: String) throws(StrategyError) {
    guard let ending = ending(of: proposal) else { return }
    let how = ending == .landed ? "has landed" : "was \(ending.rawValue)"
    throw StrategyError(
      .refused, message: "proposal '\(proposal)' \(how) already",
      help: [
        "Go on with 'git switch \(name)', or start another: northstar propose start <id> --title <title> --why <why>"
      ])
  }
}
