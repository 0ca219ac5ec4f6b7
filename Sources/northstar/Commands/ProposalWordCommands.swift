import ArgumentParser
import Decisions
import Editing
import Governance

/// The options of commands that give an opinion on a proposal.
struct ProposalWordOptions: ParsableArguments {
  @Argument(help: "The proposal (default: the one that is checked out)")
  var id: String?

  @OptionGroup var writing: ProposalOptions

  var request: CommitRequest {
    var request = writing.request
    request.message = writing.because
    return request
  }
}

struct ProposeApproveCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve a proposal as it is now, with a commit on its branch",
    discussion: """
      The approval is bound to the meaning of the change: when the meaning changes, the approval no longer counts; a \
      rebase or reformatting does not affect it.

      Example:
        northstar propose approve count-long-meetings -m "Seen with the recordings"
      """)

  @OptionGroup var options: ProposalWordOptions

  func run(in console: Console) throws -> ExitStatus {
    let verdict = VerdictCommit(id: options.id, verdict: .approve, request: options.request)
    return try console.report(verdict.run(in: console.session))
  }
}

struct ProposeRequestChangesCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "request-changes",
    abstract: "Request changes before a proposal may land, with a commit on its branch",
    discussion: """
      The request blocks the proposal until you approve it, even if the change is revised.

      Example:
        northstar propose request-changes count-long-meetings \\
          -m "Say what happens to the goals of this quarter"
      """)

  @OptionGroup var options: ProposalWordOptions

  func validate() throws {
    try options.writing.because.requireReason("say what has to change")
  }

  func run(in console: Console) throws -> ExitStatus {
    let verdict = VerdictCommit(id: options.id, verdict: .requestChanges, request: options.request)
    return try console.report(verdict.run(in: console.session))
  }
}
