import Decisions
package import Editing
package import StrategyStore

/// Puts a decision on a separate branch, where the others approve it.
package struct ProposedDecision {
  package let deciding: ReviewDeciding
  package let request: CommitRequest

  package init(deciding: ReviewDeciding, request: CommitRequest) {
    (self.deciding, self.request) = (deciding, request)
  }

  package func run(in session: Session) throws -> OpenProposal.Outcome {
    let id = deciding.request.review
    try OpenProposal.requireName(id)
    let target = try TargetBranch(request.strategy, of: deciding.repository, in: session)
    let proposer = try Proposer(target).handle
    let opening = OpenProposal(id: id, title: "Decide \(id)", why: deciding.request.because, target: target)
    try opening.requireNew()
    return try opening.run(request, in: session) { draft in
      var wording = try deciding.apply(to: &draft)
      _ = try opening.apply(by: proposer, to: &draft)
      wording.trailers.insert((DecisionTrailer.proposal, id), at: 0)
      return wording
    }
  }
}
