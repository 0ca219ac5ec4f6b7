package import Numbers
import Presentation
import StrategyModel
package import StrategyStore

/// Something that a cycle needs before it can be closed.
package struct CloseGap {
  package enum What {
    case score(computed: ScorePair)
    case scoreReason(score: Double, expected: Double?)
    case outcome
    case outcomeReason
    case retrospective
  }

  package let what: What
  /// `onboarding/completion`, or a team.
  package let name: String
  package let title: String

  /// A clause that describes the gap.
  package var sentence: String {
    switch what {
    case .score: "\(name) has no score"
    case .scoreReason(let score, nil): "\(name) was committed and scored \(score.plain) without a reason"
    case .scoreReason(let score, let expected?):
      "\(name) is scored \(score.plain) instead of the computed \(expected.short), without a reason"
    case .outcome: "\(name) has no outcome: keep, modify or abandon"
    case .outcomeReason: "\(name) has an outcome without a reason"
    case .retrospective: "\(name) has no retrospective"
    }
  }

  /// A line of a sheet to fill in.
  package var sheetLine: String {
    switch what {
    case .score(let computed):
      "score \(name) = " + ((try? computed.amended.get()).map { "\(ScoreBand.rounded($0).plain): " } ?? "")
    case .scoreReason(let score, _): "score \(name) = \(score.plain): "
    case .outcome, .outcomeReason: "outcome \(name) = "
    case .retrospective: "retrospective \(name) = "
    }
  }
}

extension CycleScores {
  /// The gaps that remain when the answers are applied to the files.
  package func gaps(with answers: CloseAnswers) -> [CloseGap] {
    teams.flatMap { team -> [CloseGap] in
      let okrs = strategy.okrs.all[team.okrs]
      let inner = zip(okrs.objectives, team.numbers.objectives).flatMap { objective, numbers in
        zip(objective.keyResults, numbers.keyResults).compactMap { keyResult, numbers in
          gap(of: keyResult, numbers, team.team, objective.ambition?.value, answers)
        } + [gap(of: objective, team.team, answers)].compactMap(\.self)
      }
      let isTold = okrs.retrospective != nil || answers.retrospectives[team.team] != nil
      return inner + (isTold ? [] : [CloseGap(what: .retrospective, name: team.team, title: "")])
    }
  }

  private func gap(
    of keyResult: KeyResult, _ numbers: KeyResultNumbers, _ team: String, _ ambition: Ambition?,
    _ answers: CloseAnswers
  ) -> CloseGap? {
    let name = "\(team)/\(keyResult.id?.value ?? "?")"
    let title = keyResult.title?.value ?? ""
    let answer = answers.scores[name]
    guard let score = answer?.score ?? numbers.score else {
      return CloseGap(what: .score(computed: numbers.computed), name: name, title: title)
    }
    guard answer?.reason == nil, answer != nil || keyResult.scoreReason == nil else { return nil }
    if let computed = try? numbers.computed.amended.get(), abs(ScoreBand.rounded(computed) - score) > 0.099 {
      return CloseGap(what: .scoreReason(score: score, expected: computed), name: name, title: title)
    }
    return ambition == .committed && score < 1
      ? CloseGap(what: .scoreReason(score: score, expected: nil), name: name, title: title) : nil
  }

  private func gap(of objective: Objective, _ team: String, _ answers: CloseAnswers) -> CloseGap? {
    let name = "\(team)/\(objective.id?.value ?? "?")"
    let title = objective.title?.value ?? ""
    let answer = answers.outcomes[name]
    guard answer != nil || objective.outcome?.decision != nil else {
      return CloseGap(what: .outcome, name: name, title: title)
    }
    let hasReason = answer.map { $0.reason != nil } ?? (objective.outcome?.because != nil)
    return hasReason ? nil : CloseGap(what: .outcomeReason, name: name, title: title)
  }

  /// The names that answers may use.
  private var names: (scores: Set<String>, outcomes: Set<String>, teams: Set<String>) {
    var (scores, outcomes): (Set<String>, Set<String>) = ([], [])
    for team in teams {
      for objective in strategy.okrs.all[team.okrs].objectives {
        if let id = objective.id { outcomes.insert("\(team.team)/\(id.value)") }
        for keyResult in objective.keyResults { if let id = keyResult.id { scores.insert("\(team.team)/\(id.value)") } }
      }
    }
    return (scores, outcomes, Set(teams.map(\.team)))
  }

  /// Throws for an answer about what the cycle does not have.
  package func requireKnown(_ answers: CloseAnswers) throws(StrategyError) {
    let names = names
    for (given, known, what) in [
      (Array(answers.scores.keys), names.scores, "key result in '\(cycle)':"),
      (Array(answers.outcomes.keys), names.outcomes, "objective in '\(cycle)':"),
      (Array(answers.retrospectives.keys), names.teams, "team with OKRs in '\(cycle)':"),
    ] {
      if let unknown = given.sorted().first(where: { !known.contains($0) }) {
        throw .unknown(unknown, among: known.sorted(), what)
      }
    }
  }
}
