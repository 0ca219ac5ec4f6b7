import Git
import Governance
import Presentation
import StrategyStore

extension Console {
  /// Prints what became of the end of a proposal.
  func report(_ outcome: ProposalOutcome) throws -> ExitStatus {
    let status = try report(outcome.writing)
    for line in outcome.branch { report(line) }
    remindToPush(outcome.unpublished)
    return status
  }

  /// Prints what became of the beginning of a proposal.
  func report(_ outcome: OpenProposal.Outcome) throws -> ExitStatus {
    switch outcome {
    case .opened(let id, let target):
      print("Opened proposal '\(id)' on the branch 'proposal/\(id)', from '\(target)'.")
      return .clean
    case .notOpened(let writing): return try report(writing)
    }
  }

  /// Prints what became of a statement on a proposal.
  func report(_ outcome: StatementOutcome) -> ExitStatus {
    switch outcome {
    case .rehearsed(let preview):
      show(preview)
      note("Nothing was committed (--dry-run).")
    case .stated(let statement):
      print("[\(statement.branch) \(statement.commit.id.short)] \(statement.commit.subject.visible)")
      if let void = statement.void { note("note: it does not count: \(void)") }
      if let id = statement.ready { print(commands.words("Nothing is missing: \(run: .landProposal(id)).")) }
      for line in statement.missing { print("Missing: \(line)") }
      remindToPush(statement.unpublished)
    }
    return .clean
  }

  private func report(_ note: EndedBranch.Note) {
    switch note {
    case .switched(let target): print("Checked out '\(target)'.")
    case .stillCheckedOut(let id, let target):
      self.note("note: 'proposal/\(id)' is still checked out; run 'git switch \(target)'")
    case .checkedOutElsewhere(let id):
      self.note("note: the branch 'proposal/\(id)' stays: another working tree has it checked out")
    }
  }

  private func remindToPush(_ branches: [String]) {
    guard !branches.isEmpty else { return }
    print("Others do not have it yet: git push origin \(branches.joined(separator: " "))")
  }
}
