import Git
import StrategyModel

/// Puts a decision on a separate branch, where the others approve it.
struct ProposedDecision {
  let deciding: ReviewDeciding
  let options: WritingOptions

  func run(in environment: CommandEnvironment) throws -> ExitStatus {
    let id = deciding.words.review
    try ProposalOpening.requireName(id)
    let target = try LandingTarget(options.strategy, of: deciding.repository, in: environment)
    let proposer = try Proposer(target).handle
    let opening = ProposalOpening(id: id, title: "Decide \(id)", why: deciding.words.because, target: target)
    try opening.requireNew()
    let writing = try StrategyWriting(
      options, branch: target.reference, of: deciding.repository, in: environment)
    let edit: (inout StrategyDraft) throws -> CommitWording = { draft in
      var wording = try deciding.apply(to: &draft)
      _ = try opening.apply(by: proposer, to: &draft)
      wording.trailers.insert((ProposalWord.proposal, id), at: 0)
      return wording
    }
    do {
      if options.dryRun { return try writing.rehearse(edit) }
      guard try opening.commit(writing, edit) else { return .clean }
    } catch let refused as RefusedDraft {
      try refused.report(in: environment)
      return .findings
    }
    environment.print("Opened proposal '\(id)' on the branch 'proposal/\(id)', from '\(target.name)'.")
    environment.print(
      environment.commands.naming(
        "The others run 'northstar propose approve \(id)', then somebody runs 'northstar propose land \(id)'."))
    return .clean
  }
}
