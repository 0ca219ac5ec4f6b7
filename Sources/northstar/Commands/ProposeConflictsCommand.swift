import ArgumentParser
import Git
import Governance
import Presentation

struct ProposeConflictsCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Find open proposals that conflict",
    discussion: """
      Merges every pair of open proposals in memory and checks the result: 'textual' when both change the same thing, \
      'semantic' when each alone keeps the rules but both together break one. Exits with 1 when there is any conflict.

      Example:
        northstar propose conflicts
      """)

  @Option(help: "The output format")
  var format = AnswerFormat.text

  @Option(help: "The strategy's id or folder, where a repository holds several", completion: .strategies)
  var strategy: String?

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let target = try TargetBranch(strategy, of: repository, in: console.session)
    let ground = try TargetStrategy(target, choosing: strategy)
    let found = try target.openProposals().map { id, tip in
      try OpenChange(id, at: try repository.commit(tip), onto: ground)
    }
    let open = sideBySide(found) { change in
      var change = change
      change.check(on: ground)
      return change
    }
    let interference = ProposalConflicts(open, on: ground)
    console.show(format == .json ? try encodeJSON(interference.json, notes: console.limits) : interference.text)
    return interference.isClean ? .clean : .findings
  }
}
