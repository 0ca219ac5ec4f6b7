import ArgumentParser
import Editing

/// The options of every command that commits.
struct WritingOptions: ParsableArguments {
  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("The reason, for the commit's message; repeatable", valueName: "reason"))
  var because: [String] = []

  @Flag(name: [.customShort("n"), .long], help: "Show the commit that would be made, but change nothing")
  var dryRun = false

  @Option(help: "The branch to commit on (default: the current one)", completion: .revisions)
  var branch: String?

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @Flag(help: "Commit without running the commit-msg hook")
  var noVerify = false
}

extension WritingOptions {
  var request: CommitRequest {
    CommitRequest(message: because, isRehearsal: dryRun, branch: branch, strategy: strategy, runsHooks: !noVerify)
  }

  /// For a command whose record, and with it the message, has the reasons.
  var requestWithoutReasons: CommitRequest {
    var request = request
    request.message = []
    return request
  }
}

/// The options of commands that commit to a proposal, or end one.
struct ProposalOptions: ParsableArguments {
  @Option(
    name: [.customShort("m"), .long],
    help: ArgumentHelp("The reason, for the record; repeatable", valueName: "reason"))
  var because: [String] = []

  @Flag(name: [.customShort("n"), .long], help: "Show the commit that would be made, but change nothing")
  var dryRun = false

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @Flag(help: "Commit without running the commit-msg hook")
  var noVerify = false
}

extension ProposalOptions {
  /// Without the reasons.
  var request: CommitRequest { CommitRequest(isRehearsal: dryRun, strategy: strategy, runsHooks: !noVerify) }
}

extension [String] {
  /// Reasons as paragraphs.
  var paragraphs: String { joined(separator: "\n\n") }

  /// Throws when there is no reason among them.
  func requireReason(_ what: String) throws {
    guard allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else { return }
    throw ValidationError("\(what), with --because")
  }
}
