import ArgumentParser
import Decisions

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
