import Numbers
import StrategyModel

/// The scores of one cycle: given ones, and computed ones as committed and as amended.
struct CycleScores {
  struct Team {
    let team: String
    /// The position in `Strategy.okrs`.
    let okrs: Int
    let numbers: TeamNumbers

    /// Of the objectives, those without a number left out.
    var committed: [Double] { numbers.objectives.compactMap(\.committedScore) }
    var amended: [Double] { numbers.objectives.compactMap(\.amendedScore) }
    /// `nil` unless every objective has been scored.
    var given: [Double]? {
      let scores = numbers.objectives.compactMap(\.score)
      return scores.count == numbers.objectives.count ? scores : nil
    }

    /// Of the key results: what was given, else what is computed with every amendment.
    var keyResults: [Double] {
      numbers.objectives.flatMap(\.keyResults).compactMap { $0.score ?? (try? $0.computed.amended.get()) }
    }
  }

  let strategy: Strategy
  let cycle: String
  /// By name.
  let teams: [Team]

  /// - Parameter day: check-ins of later days are left out.
  init(_ strategy: Strategy, cycle: String, on day: Day) {
    self.strategy = strategy
    self.cycle = cycle
    teams = strategy.okrs.all.indices.filter { strategy.okrs.all[$0].cycle?.id == cycle }.map { i in
      Team(team: strategy.okrs.all[i].team?.id ?? "?", okrs: i, numbers: strategy.numbers(ofOKRs: i, on: day))
    }.sorted { $0.team < $1.team }
  }

  var committed: Double? { Mean.of(teams.flatMap(\.committed)) }
  var amended: Double? { Mean.of(teams.flatMap(\.amended)) }
  var given: Double? {
    let scores = teams.compactMap(\.given)
    return scores.count == teams.count ? Mean.of(scores.flatMap(\.self)) : nil
  }

  /// `0.55 as committed, 0.62 as amended`
  var sentence: String {
    guard let committed, let amended else { return "no score can be computed" }
    return "\(committed.short) as committed, \(amended.short) as amended"
  }
}

/// A promise that somebody moved.
struct MovedPromise {
  let team: String
  let keyResult: String
  let amendment: Amendment
  /// Of the cycle, on the day of the change.
  let daysLeft: Int?

  /// `onboarding/completion: target 60 to 50, by grace on 2026-02-02, 57 days left: The tour came late`
  var sentence: String {
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
  var moved: [MovedPromise] {
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

extension Strategy {
  /// A cycle that somebody named.
  func requiredCycle(_ id: String) throws(CommandFailure) -> Cycle {
    guard let cycle = cycles[id] else { throw .unknown(id, among: ids(of: .cycle).sorted(), "cycle") }
    return cycle
  }
}
