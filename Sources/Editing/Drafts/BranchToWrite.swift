import Git
import StrategyStore

extension Repository {
  /// The full name of the branch to commit on, which exists.
  package func branchToWrite(_ name: String?) throws -> String {
    if let name { return try existing(name) }
    switch try head() {
    case .branch(let branch): return "refs/heads/\(branch)"
    case .unborn(let branch):
      throw StrategyError(
        message: "the branch '\(branch)' has no commits yet", help: ["Commit the strategy first, with 'git commit'."])
    case .detached:
      throw StrategyError(
        message: "no branch is checked out",
        help: ["Name a branch with \(give: .branch), or check one out with 'git switch'."])
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
