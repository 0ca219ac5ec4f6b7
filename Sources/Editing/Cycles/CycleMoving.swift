import Decisions
import Diagnostics
package import Git
import Numbers
import StrategyModel
import StrategyStore

/// Takes a cycle from one state to the next.
package struct CycleMoving {
  package let cycle: String
  package let repository: Repository

  package init(cycle: String, repository: Repository) {
    (self.cycle, self.repository) = (cycle, repository)
  }

  /// Turns its key results into the commitment.
  package func start(in draft: inout StrategyDraft) throws -> CommitWording {
    let found = try draft.strategy.requiredCycle(cycle)
    try require(found, .draft, "only a draft can be started")
    if let starts = found.starts?.value, starts - draft.today > 14 {
      throw StrategyError(
        message: "'\(cycle)' begins on \(starts), in \(counted(starts - draft.today, "day"))",
        help: ["Start it two weeks before that at the earliest: from then on every change is an amendment."])
    }
    let edits: [(field: String, edit: FieldEdit)] = [
      ("state", .set(CycleState.active.rawValue)), ("activated", .set(draft.today.description)),
    ]
    try draft.edit(.cycle, at: draft.path(of: .cycle, cycle), edits)
    return CommitWording(
      topic: nil, what: "Start \(cycle)", remarks: [promised(in: draft.strategy)],
      trailers: DecisionTrailer.trailers(for: cycle, "start", try people(draft)))
  }

  /// Ends its period; scores are given from now on.
  package func grade(in draft: inout StrategyDraft, isEarly: Bool) throws -> CommitWording {
    let found = try draft.strategy.requiredCycle(cycle)
    try require(found, .active, "only an active cycle can be graded")
    if let ends = found.ends?.value, ends >= draft.today, !isEarly {
      throw StrategyError(
        message: "'\(cycle)' runs until \(ends)", help: ["Grade it after that day, or give \(give: .early)."])
    }
    try draft.edit(.cycle, at: draft.path(of: .cycle, cycle), [("state", .set(CycleState.grading.rawValue))])
    let scores = CycleScores(draft.strategy, cycle: cycle, on: draft.today)
    return CommitWording(
      topic: nil, what: "Grade \(cycle)", reasons: ["It comes to \(scores.sentence)."],
      trailers: [(DecisionTrailer.cycle, cycle)])
  }

  private func require(_ found: Cycle, _ state: CycleState, _ rule: String) throws(StrategyError) {
    guard found.state?.value != state else { return }
    throw StrategyError(message: "'\(cycle)' is \(found.state?.value.rawValue ?? "in no state"): \(rule)")
  }

  /// `12 key results of 3 teams are promised.`
  private func promised(in strategy: Strategy) -> String {
    let own = strategy.okrs.all.filter { $0.cycle?.id == cycle }
    let count = own.reduce(0) { $0 + $1.objectives.reduce(0) { $0 + $1.keyResults.count } }
    return "Promised: \(counted(count, "key result")) of \(counted(own.count, "team"))."
  }

  private func people(_ draft: StrategyDraft) throws -> [String] {
    try repository.handle(in: draft.strategy).map { [$0] } ?? []
  }
}
