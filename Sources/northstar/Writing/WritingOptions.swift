import ArgumentParser
import Git

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
  /// The defaults where the user was not asked.
  static func standard() throws -> WritingOptions { try WritingOptions.parse([]) }
}

extension Repository {
  /// The full name of the branch to commit on, which exists.
  func branchToWrite(_ name: String?) throws -> String {
    if let name { return try existing(name) }
    switch try head() {
    case .branch(let branch): return "refs/heads/\(branch)"
    case .unborn(let branch):
      throw StrategyError(
        message: "the branch '\(branch)' has no commits yet", help: ["Commit the strategy first, with 'git commit'."])
    case .detached:
      throw StrategyError(
        message: "no branch is checked out",
        help: ["Name a branch with --branch, or check one out with 'git switch'."])
    }
  }

  private func existing(_ name: String) throws -> String {
    let prefix = "refs/heads/"
    let full = name.hasPrefix(prefix) ? name : prefix + name
    // An invalid branch name cannot be an existing branch.
    if (try? referenceTarget(full)) != nil { return full }
    throw StrategyError.unknown(String(full.dropFirst(prefix.count)), among: try branchNames(), "branch")
  }

  private func branchNames() throws -> [String] {
    let answer = try git(["for-each-ref", "--format=%(refname:short)", "refs/heads/"])
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
