import Diagnostics
import Presentation
package import StrategyModel

/// The scores of one cycle: given ones, and computed ones as committed and as amended.
package struct CycleScores {
  package struct Team {
    package let team: String
    /// The position in `Strategy.okrs`.
    package let okrs: Int
    package let numbers: TeamNumbers

    /// Of the objectives.
    package var committed: KnownMean { KnownMean(of: numbers.objectives.map(\.committedScore)) }
    package var amended: KnownMean { KnownMean(of: numbers.objectives.map(\.amendedScore)) }
    package var given: KnownMean { KnownMean(of: numbers.objectives.map(\.givenScore)) }
  }

  package let strategy: Strategy
  package let cycle: String
  /// By name.
  package let teams: [Team]

  /// - Parameter day: check-ins of later days are left out.
  package init(_ strategy: Strategy, cycle: String, on day: Day) {
    self.strategy = strategy
    self.cycle = cycle
    teams = strategy.okrs.all.indices.filter { strategy.okrs.all[$0].cycle?.id == cycle }.map { i in
      Team(team: strategy.okrs.all[i].team?.id ?? "?", okrs: i, numbers: strategy.numbers(ofOKRs: i, on: day))
    }.sorted { $0.team < $1.team }
  }

  /// The mean over all objectives, equally weighted.
  package var committed: KnownMean { KnownMean(of: objectives.map(\.committedScore)) }
  package var amended: KnownMean { KnownMean(of: objectives.map(\.amendedScore)) }
  package var given: KnownMean { KnownMean(of: objectives.map(\.givenScore)) }

  private var objectives: [ObjectiveNumbers] { teams.flatMap(\.numbers.objectives) }

  /// `0.55 as committed, 0.62 as amended (of 5 of 6 key results)`
  package var sentence: String {
    guard let committed = committed.value, let amended = amended.value else {
      return self.committed.count == 0 ? "there are no key results" : "the scores of the key results are unknown"
    }
    let known = min(self.committed.known, self.amended.known)
    let part = known < self.amended.count ? " (of \(known) of \(counted(self.amended.count, "key result")))" : ""
    return "\(committed.short) as committed, \(amended.short) as amended\(part)"
  }

  /// For a team's key results: the given score, else the computed one with every amendment.
  package func scores(of team: Team) -> [Distribution.Score] {
    let objectives = strategy.okrs.all[team.okrs].objectives
    return team.numbers.objectives.flatMap { numbers in
      numbers.keyResults.map { keyResult in
        Distribution.Score(
          keyResult.score ?? (try? keyResult.computed.amended.get()), objectives[numbers.position].ambition?.value)
      }
    }
  }

  /// Whether the cycle is over, so that its scores show whether the goals were too safe or too wild.
  package var isOver: Bool { [.grading, .closed].contains(strategy.cycles[cycle]?.state?.value) }
}

/// A promise that somebody changed.
package struct MovedPromise {
  package let team: String
  package let keyResult: String
  package let amendment: Amendment
  /// Of the cycle, on the day of the change.
  package let daysLeft: Int?

  /// `onboarding/completion: target 60 to 50, by grace on 2026-02-02, 57 days left: The tour came late`
  package var sentence: String {
    let from = amendment.from?.value ?? "nothing"
    let to = amendment.to?.value ?? "nothing"
    let day = amendment.on.map { " on \($0.value)" } ?? ""
    let left = daysLeft.map { ", \($0) days left" } ?? ""
    let name = "\(team)/\(keyResult): \(amendment.field?.value ?? "?")"
    return "\(name) \(from) to \(to), by \(amendment.by?.id ?? "?")\(day)\(left): \(amendment.because?.value ?? "")"
  }
}

extension CycleScores {
  /// Every amendment, by team and then in the order of the files.
  package var moved: [MovedPromise] {
    teams.flatMap { team -> [MovedPromise] in
      let objectives = strategy.okrs.all[team.okrs].objectives
      return objectives.indices.flatMap { moved(of: objectives[$0].keyResults, team) }
    }
  }

  private func moved(of keyResults: [KeyResult], _ team: Team) -> [MovedPromise] {
    keyResults.indices.filter { !keyResults[$0].amendments.isEmpty }.flatMap { i in
      keyResults[i].amendments.map { amendment in
        MovedPromise(
          team: team.team, keyResult: keyResults[i].id?.value ?? "?", amendment: amendment,
          daysLeft: team.numbers.cycle.flatMap { cycle in amendment.on.map { cycle.ends - $0.value } })
      }
    }
  }
}
