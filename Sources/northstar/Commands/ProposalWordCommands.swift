import ArgumentParser
import Decisions
import Diagnostics
import Git
import StrategyModel

/// What commands take that say something of a proposal.
struct ProposalWordOptions: ParsableArguments {
  @Argument(help: "The proposal; the one that is checked out unless given")
  var id: String?

  @Option(name: [.short, .long], help: "What you have to say, for the commit's message; may be given again")
  var message: [String] = []

  @Flag(name: [.customShort("n"), .long], help: "Show the commit that would be made, and change nothing")
  var dryRun = false

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @Flag(help: "Commit without asking the commit-msg hook")
  var noVerify = false
}

struct ProposeApproveCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve a proposal as it is now, with a commit on its branch",
    discussion: """
      The commit names the meaning of the change: when that changes, the approval does not count any more; a rebase or \
      another layout leaves it as it is.

      Example:
        northstar propose approve count-long-meetings -m "Seen with the recordings"
      """)

  @OptionGroup var options: ProposalWordOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    try ProposalSaying(verdict: .approve, options: options).run(in: environment)
  }
}

struct ProposeRequestChangesCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "request-changes",
    abstract: "Say what has to change before a proposal may land, with a commit on its branch",
    discussion: """
      It stands in the way until you approve the proposal, whatever becomes of the change.

      Example:
        northstar propose request-changes count-long-meetings \\
          -m "Say what becomes of the goals of this quarter"
      """)

  @OptionGroup var options: ProposalWordOptions

  func validate() throws {
    if options.message.isEmpty { throw ValidationError("say what has to change, with --message") }
  }

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    try ProposalSaying(verdict: .requestChanges, options: options).run(in: environment)
  }
}

/// A commit on a proposal's branch that changes nothing and says something.
struct ProposalSaying {
  let verdict: Approval.Verdict
  let options: ProposalWordOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let repository = try Repository.open(in: environment.git)
    let target = try LandingTarget(options.strategy, of: repository, in: environment)
    let person = try Proposer(target).handle
    let proposal = try BranchedProposal.named(options.id, for: target)
    guard try repository.referenceTarget(proposal.reference) != nil else {
      throw CommandFailure(
        message: "proposal '\(proposal.id)' has no branch of its own here",
        help: ["Run 'git switch \(proposal.reference.shortBranch)' first."])
    }
    guard !proposal.changes.isEmpty else {
      throw CommandFailure(status: .findings, message: "proposal '\(proposal.id)' changes nothing yet")
    }
    if options.dryRun { return try rehearse(proposal, person, in: repository, environment) }
    let digest = proposal.digest
    do {
      let commit = try repository.commit(on: proposal.reference, CommitOptions(runsHooks: !options.noVerify)) {
        tip throws(any Error) in
        guard let tip else { throw CommandFailure(message: "proposal '\(proposal.id)' is gone") }
        let now = try BranchedProposal(proposal.id, at: tip, for: target)
        // Whoever was faster may have changed what is judged.
        guard now.digest == digest else {
          throw CommandFailure(
            message: "proposal '\(proposal.id)' has changed meanwhile",
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

  /// Shows the commit; an object is written that nobody refers to.
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
      environment.print("Nothing is missing: 'northstar propose land \(now.id)'.")
    }
    for line in missing { environment.print("Missing: \(line)") }
    return .clean
  }
}
