import Editing
import Numbers
import Presentation
import StrategyModel
import StrategyStore

/// What a cycle came to: scores, what becomes of its objectives, and what the teams learned.
struct CycleResults {
  struct Entry {
    let team: String
    let title: String
    let numbers: ObjectiveNumbers
    let outcome: ObjectiveOutcome?
  }

  let scores: CycleScores
  let entries: [Entry]
  let retrospectives: [(team: String, text: String)]
  /// Why the cycle was closed without scores.
  let unscored: String?

  /// `nil` for a period that is not a cycle, and for a cycle that runs and has no score yet.
  init?(_ strategy: Strategy, _ period: ReportPeriod, _ moment: Moment, in session: Session) throws {
    guard period.span == .cycle else { return nil }
    let promised = try session.withPromises(strategy, of: [period.name], moment)
    let scores = CycleScores(promised, cycle: period.name, on: period.today)
    guard scores.isOver || scores.given.known > 0 else { return nil }
    self.scores = scores
    unscored = strategy.cycles[period.name]?.unscored?.value
    let teams = scores.teams.map { (team: $0, okrs: strategy.okrs.all[$0.okrs]) }
    entries = teams.flatMap { team, okrs in
      team.numbers.objectives.map { numbers in
        let own = okrs.objectives[numbers.position]
        return Entry(
          team: strategy.teams[team.team]?.name?.value ?? team.team, title: own.title?.value ?? own.id?.value ?? "?",
          numbers: numbers, outcome: own.outcome)
      }
    }
    retrospectives = teams.compactMap { team, okrs in
      okrs.retrospective.map { (strategy.teams[team.team]?.name?.value ?? team.team, $0.value) }
    }
  }

  /// `0.75 given; 0.7 as committed, 0.75 as amended (of 5 of 6 key results)`
  var sentence: String {
    if let unscored { return "Closed without scores: \(unscored)" }
    return "\(scores.given.value == nil ? "not scored" : "\(scores.given.short) given"); \(scores.sentence)"
  }

  /// For a message.
  var lines: [String] {
    let goals = entries.map { entry in
      let given = entry.numbers.givenScore
      return ["\(entry.title) (\(entry.team)): \(given.value == nil ? "not scored" : given.short)", entry.fate]
        .compactMap(\.self).joined(separator: "; ")
    }
    return [sentence] + goals + retrospectives.map { "\($0.team) learned: \($0.text)" }
  }

  /// For a page.
  var blocks: [PageBlock] {
    let table = PageBlock.table(
      ["objective", "team", "committed", "amended", "given", "outcome"],
      entries.map { entry in
        [
          entry.title, entry.team, entry.numbers.committedScore.short, entry.numbers.amendedScore.short,
          entry.numbers.givenScore.short, entry.fate ?? "",
        ]
      }, numeric: [2, 3, 4])
    return [.paragraph(sentence), table]
      + (retrospectives.isEmpty ? [] : [.list(retrospectives.map { "\($0.team) learned: \($0.text)" })])
  }

  var json: JSONValue {
    [
      "unscored": .orNull(unscored), "score": .orNull(scores.given.value),
      "scoreAsCommitted": .orNull(scores.committed.value), "scoreAsAmended": .orNull(scores.amended.value),
      "known": .number(Double(scores.given.known)), "keyResults": .number(Double(scores.given.count)),
      "objectives": .array(
        entries.map { entry in
          [
            "title": .string(entry.title), "team": .string(entry.team),
            "score": .orNull(entry.numbers.givenScore.value),
            "scoreAsCommitted": .orNull(entry.numbers.committedScore.value),
            "scoreAsAmended": .orNull(entry.numbers.amendedScore.value),
            "outcome": .orNull(entry.outcome?.decision?.value.rawValue),
            "because": .orNull(entry.outcome?.because?.value),
          ]
        }),
      "retrospectives": .array(retrospectives.map { ["team": .string($0.team), "text": .string($0.text)] }),
    ]
  }
}

extension CycleResults.Entry {
  /// `modify: Smaller steps`
  fileprivate var fate: String? {
    guard let decision = outcome?.decision?.value.rawValue else { return nil }
    return outcome?.because.map { "\(decision): \($0.value)" } ?? decision
  }
}
