import ArgumentParser
import Editing

/// The options of every command that commits.
struct WritingOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "A reason, for the commit's message; repeatable")
  var message: [String] = []

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
    CommitRequest(message: message, isRehearsal: dryRun, branch: branch, strategy: strategy, runsHooks: !noVerify)
  }
}

/// The options of commands that end a proposal.
struct EndingOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .long], help: "Show what would be committed, but change nothing")
  var dryRun = false

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  @Flag(help: "Commit without running the commit-msg hook")
  var noVerify = false
}

extension EndingOptions {
  var request: CommitRequest {
    CommitRequest(isRehearsal: dryRun, strategy: strategy, runsHooks: !noVerify)
  }
}
