import Numbers
import StrategyModel
import StrategyStore

/// The key results of the open cycles, or of one, that are least likely to be met, the worst first.
struct WeakKeyResults {
  struct Entry {
    let cycle: String
    let team: String
    let teamName: String
    let id: String
    let title: String
    let owner: String?
    let numbers: KeyResultNumbers
    /// Remarks that need a sentence of their own.
    let remarks: [String]
    /// How far the cycle should have come, 0…1.
    let expected: Double?

    var progress: Double? { (try? numbers.progress.get())?.raw }

    /// Progress by what is expected, below 0 when behind.
    var lead: Double? { progress.flatMap { progress in expected.map { min(progress, 1) - $0 } } }

    /// Whether it has reached its target, regardless of the stated confidence.
    var isReached: Bool { numbers.promise.type != .maintain && progress.map { $0 >= 1 } ?? false }

    /// Whether it needs attention: late, at risk, without a check-in, heading for a low score, or already there.
    var isWeak: Bool {
      switch numbers.status {
      case .scored: numbers.score.map { ScoreBand($0) != .green } ?? false
      case .abandoned, .reached: false
      case .outdated, .pending: true
      case .atRisk, .offTrack: !isReached || numbers.isAtCost
      case .onTrack, .reported: numbers.isTrendingOff || numbers.isAtCost
      }
    }
  }

  /// All key results of those cycles, the weakest first.
  let all: [Entry]
  let cycles: [String]

  var weak: [Entry] { all.filter(\.isWeak) }

  /// - Parameter cycle: `nil` for all that are open.
  init(_ strategy: Strategy, on today: Day, cycle: String?) throws(StrategyError) {
    let report = try StatusReport(strategy, on: today, cycle: cycle)
    cycles = Set(report.teams.map(\.cycle)).sorted()
    let entries = report.teams.flatMap { team in
      team.numbers.objectives.flatMap { objective in
        let keyResults = strategy.okrs.all[team.okrs].objectives[objective.position].keyResults
        return objective.keyResults.map { numbers in
          let keyResult = keyResults[numbers.position]
          let id = keyResult.id?.value ?? "?"
          return Entry(
            cycle: team.cycle, team: team.team, teamName: strategy.teams[team.team]?.name?.value ?? team.team, id: id,
            title: keyResult.title?.value ?? id,
            owner: keyResult.owner.map { strategy.people[$0]?.name?.value ?? $0.id }, numbers: numbers,
            remarks: report.row(numbers, keyResults).remarks,
            expected: team.numbers.cycle?.expected)
        }
      }
    }
    all = entries.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }
}

extension WeakKeyResults.Entry {
  /// Lower is weaker: first by what people report, then by how far it is behind.
  fileprivate var rank: Rank {
    let isDone = isReached && !numbers.isAtCost
    let urgency =
      switch numbers.status {
      case .offTrack where isDone, .outdated where isDone, .atRisk where isDone: 6
      case .offTrack: 0
      case .outdated: 1
      case .atRisk: 2
      case .pending: 3
      case .onTrack, .reported: numbers.isAtCost || numbers.isTrendingOff ? 4 : 5
      case .scored: 6
      case .reached, .abandoned: 7
      }
    // An unknown result counts as the weakest.
    return Rank(
      urgency: urgency, lead: numbers.score ?? lead ?? -.infinity, confidence: numbers.confidence ?? -.infinity)
  }

  fileprivate struct Rank: Comparable {
    let urgency: Int
    let lead: Double
    let confidence: Double

    static func < (a: Rank, b: Rank) -> Bool {
      (a.urgency, a.lead, a.confidence) < (b.urgency, b.lead, b.confidence)
    }
  }
}
