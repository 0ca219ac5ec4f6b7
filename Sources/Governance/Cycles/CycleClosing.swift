import Decisions
import Diagnostics
package import Editing
package import Git
package import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// Closes a cycle: scores, outcomes and retrospectives become final in one commit.
package struct CycleClosing {
  package let cycle: String
  package var answers: CloseAnswers
  /// Whether key results without a score get the computed one, with one decimal.
  package let acceptsComputed: Bool
  /// The handles of the people who decide; `nil` for the author of the commit.
  package let decidedBy: [String]
  /// Why the cycle is closed without scores; `nil` when it is closed with them.
  package var unscored: String?
  package let repository: Repository
  package let session: Session

  package init(
    cycle: String, answers: CloseAnswers, acceptsComputed: Bool, decidedBy: [String], repository: Repository,
    session: Session
  ) {
    (self.cycle, self.answers, self.acceptsComputed, self.decidedBy, self.repository, self.session) = (
      cycle, answers, acceptsComputed, decidedBy, repository, session
    )
  }

  /// - Returns: the commit's wording, and the resulting scores.
  package func apply(to draft: inout StrategyDraft) throws -> (wording: CommitWording, scores: CycleScores) {
    let promised = try session.withPromises(draft, of: cycle)
    let scores = try opened(promised, on: draft.today)
    let answers = completed(scores)
    if unscored == nil { try requireComplete(scores, answers) }
    let people = try deciders(draft)
    for team in scores.teams { try write(team, answers, to: &draft) }
    let path = try draft.path(of: .cycle, cycle)
    var closed: [(field: String, edit: FieldEdit)] = [
      ("state", .set(CycleState.closed.rawValue)), ("closed", .set(draft.today.description)),
    ]
    if let unscored { closed.append(("unscored", .set(unscored))) }
    try draft.edit(.cycle, at: path, closed)
    var changed = draft.changed()
    changed.promised = promised.promised
    let final = CycleScores(changed, cycle: cycle, on: draft.today)
    return (wording(final, people), final)
  }

  /// The scores of a cycle that may be closed.
  package func opened(_ strategy: Strategy, on today: Day) throws(StrategyError) -> CycleScores {
    let cycle = try strategy.requiredCycle(cycle)
    switch cycle.state?.value {
    case .grading: break
    // A past that was taken over: what was never started cannot be graded either.
    case .draft where isPast(cycle, today), .active where isPast(cycle, today): break
    case .closed:
      throw StrategyError(
        message: "'\(self.cycle)' is already closed\(cycle.closed.map { ", since \($0.value)" } ?? "")")
    default:
      throw StrategyError(
        message: "'\(self.cycle)' is \(cycle.state?.value.rawValue ?? "in no state"): grade it before you close it",
        help: ["Grade it first: \(run: .gradeCycle(self.cycle))."])
    }
    let scores = CycleScores(strategy, cycle: self.cycle, on: today)
    try scores.requireKnown(answers)
    return scores
  }

  /// Whether a cycle that ended may be closed as it is, because it is closed without scores.
  private func isPast(_ cycle: Cycle, _ today: Day) -> Bool {
    unscored != nil && cycle.ends.map { $0.value < today } ?? false
  }

  /// The answers, completed with computed scores where those are accepted and no other score exists.
  package func completed(_ scores: CycleScores) -> CloseAnswers {
    guard acceptsComputed else { return answers }
    var answers = answers
    for gap in scores.gaps(with: answers) {
      guard case .score(let computed) = gap.what, let score = try? computed.amended.get() else { continue }
      answers.set(CloseAnswers.Grade(score: ScoreBand.rounded(score)), for: gap.name)
    }
    return answers
  }

  private func requireComplete(_ scores: CycleScores, _ answers: CloseAnswers) throws(StrategyError) {
    let gaps = scores.gaps(with: answers)
    guard !gaps.isEmpty else { return }
    let rest = gaps.count > 20 ? ["… and \(gaps.count - 20) more"] : []
    throw StrategyError(
      .refused, message: "'\(cycle)' cannot be closed: \(counted(gaps.count, "answer")) missing",
      help: (gaps.prefix(20).map(\.sentence) + rest).remedies + [
        "Fill in a sheet: \(run: .closeCycleBySheet(cycle))."
      ])
  }

  /// Stewards decide on cycles, if there are any.
  private func deciders(_ draft: StrategyDraft) throws -> [String] {
    let source = Source.revision(draft.tip, in: repository, label: draft.tip.id.short)
    let snapshot = try LoadedMeaning(source, in: draft.strategy.folder).snapshot
    let deciders = try Deciders(decidedBy, on: .cycle(cycle), snapshot, draft, repository)
    if draft.strategy.settings?.stewards.isEmpty == false {
      try deciders.requireEntitled(isProposal: false, snapshot)
    }
    return deciders.people
  }

  private func write(_ team: CycleScores.Team, _ answers: CloseAnswers, to draft: inout StrategyDraft) throws {
    let okrs = draft.strategy.okrs.all[team.okrs]
    var edits: [(field: String, edit: FieldEdit)] = []
    for objective in okrs.objectives {
      guard let id = objective.id?.value else { continue }
      for keyResult in objective.keyResults {
        guard let own = keyResult.id?.value, let grade = answers.scores["\(team.team)/\(own)"] else { continue }
        let place = "objectives[\(id)].key_results[\(own)]"
        edits.append(("\(place).score", .set(grade.score.plain)))
        if let reason = grade.reason { edits.append(("\(place).score_reason", .set(reason))) }
      }
      guard let fate = answers.outcomes["\(team.team)/\(id)"] else { continue }
      edits.append(("objectives[\(id)].outcome.decision", .set(fate.decision.rawValue)))
      if let reason = fate.reason { edits.append(("objectives[\(id)].outcome.because", .set(reason))) }
    }
    if let text = answers.retrospectives[team.team] { edits.append(("retrospective", .set(text))) }
    let path = draft.innerPath(draft.strategy.path(of: okrs.file))
    try draft.edit(.okrs, at: path, edits)
  }

  private func wording(_ scores: CycleScores, _ people: [String]) -> CommitWording {
    let mean = scores.given
    let given =
      mean.value.map { "\($0.short), the mean of \(counted(mean.known, "key result"))" } ?? "nothing was scored"
    let teams = scores.teams.map { team in
      "\(team.team): \(team.committed.short) as committed, \(team.amended.short) as amended, given \(team.given.short)"
    }
    let moved = scores.moved.map(\.sentence)
    return CommitWording(
      topic: nil, what: unscored == nil ? "Close \(cycle): \(given)" : "Close \(cycle) without scores",
      remarks: ["\(cycle): \(scores.sentence)."],
      reasons: [unscored ?? teams.joined(separator: "\n")]
        + (moved.isEmpty ? [] : ["Amended after the start:\n" + moved.joined(separator: "\n")]),
      trailers: DecisionTrailer.trailers(for: cycle, "close", people))
  }
}
