import ArgumentParser
import Git
import Governance
import Presentation
import StrategyStore

struct ProposeConflictsCommand: ReadingCommand {
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

  @OptionGroup var reading: MomentOptions

  func run(in console: Console) throws -> ExitStatus {
    let repository = try Repository.open(in: console.git)
    let target = try TargetBranch(reading, of: repository, in: console.session)
    let destination = try TargetStrategy(target, choosing: reading.strategy)
    let found = try target.openProposals().map { id, tip in
      try OpenChange(id, at: try repository.commit(tip), onto: destination)
    }
    let open = sideBySide(found) { change in
      var change = change
      change.check(on: destination)
      return change
    }
    let conflicts = ProposalConflicts(open, on: destination)
    console.show(format == .json ? try encodeJSON(conflicts.json, notes: console.limits) : conflicts.text)
    return conflicts.isClean ? .clean : .findings
  }
}
