import ArgumentParser
import Governance

struct ProposeLandCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "land",
    abstract: "Merge an approved proposal into the main branch, with the decision in the commit",
    discussion: """
      The proposal is merged by meaning onto the main branch as it is now, in memory; the merged strategy is checked, \
      and the approvals are checked against the main branch's own policy. Then one commit carries the change, the \
      record and the decision. If somebody else lands at the same moment, all of this is repeated.

      Example:
        northstar propose land count-long-meetings
      """)

  @Argument(help: "The proposal (default: the one that is checked out)")
  var id: String?

  @Flag(help: "Leave the proposal's branch where it is")
  var keepBranch = false

  @OptionGroup var writing: ProposalOptions

  func run(in console: Console) throws -> ExitStatus {
    let because = writing.because.isEmpty ? nil : writing.because.paragraphs
    let landing = LandProposal(id: id, because: because, keepsBranch: keepBranch, request: writing.request)
    return try console.report(landing.run(in: console.session))
  }
}

struct ProposeRejectCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Reject a proposal, with the reason on the main branch",
    discussion: """
      The record goes to the main branch with its reason; the proposal's commits stay reachable below refs/northstar/. \
      Stewards and people who are asked for an approval may reject it.

      Example:
        northstar propose reject count-long-meetings \\
          --because "The recordings say otherwise"
      """)

  @Argument(help: "The proposal (default: the one that is checked out)")
  var id: String?

  @OptionGroup var writing: ProposalOptions

  func validate() throws { try writing.because.requireReason("a rejection needs its reason") }

  func run(in console: Console) throws -> ExitStatus {
    let closing = CloseProposal(
      id: id, outcome: .rejected, because: writing.because.paragraphs, request: writing.request)
    return try console.report(closing.run(in: console.session))
  }
}

struct ProposeWithdrawCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw your own proposal, with the reason on the main branch",
    discussion: """
      The record goes to the main branch; the proposal's commits stay reachable below refs/northstar/.

      Example:
        northstar propose withdraw count-long-meetings \\
          --because "Overtaken by the new recorder"
      """)

  @Argument(help: "The proposal (default: the one that is checked out)")
  var id: String?

  @OptionGroup var writing: ProposalOptions

  func validate() throws { try writing.because.requireReason("a withdrawal needs its reason") }

  func run(in console: Console) throws -> ExitStatus {
    let closing = CloseProposal(
      id: id, outcome: .withdrawn, because: writing.because.paragraphs, request: writing.request)
    return try console.report(closing.run(in: console.session))
  }
}
