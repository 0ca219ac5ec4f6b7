import Decisions
import Diagnostics
import Numbers
import Presentation
import StrategyModel

extension EvidenceSection {
  /// Overdue reviews and check-ins.
  static func overdue(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("overdue", "Overdue")
    let (strategy, day) = (context.strategy, context.day)
    let reviews = ReviewCalendar(strategy).all.filter { $0.day < day && $0.name != context.subject.name }
    if !reviews.isEmpty {
      section.say(
        "\(counted(reviews.count, "review")) overdue: " + String.few(reviews.map { "\($0.name) since \($0.day)" }) + "."
      )
    }
    let checkIns = context.lateCheckIns
    if !checkIns.isEmpty {
      section.say("\(counted(checkIns.count, "check-in")) overdue: \(String.few(checkIns)).")
    }
    if reviews.isEmpty, checkIns.isEmpty { section.say("Nothing is overdue.") }
    return section
  }

  /// What a cycle's scores say.
  static func scores(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("scores", "Scores")
    guard case .cycle(let id) = context.subject else { return section }
    let scores = CycleScores(context.strategy, cycle: id, on: context.day)
    guard !scores.teams.isEmpty else {
      section.lack("No team has OKRs in \(id).")
      return section
    }
    section.say("The mean: \(scores.sentence).")
    if let given = scores.given.value {
      let part = scores.given.complete == nil ? ", to \(scores.given.known) of \(scores.given.count) key results" : ""
      section.say("The average given score is \(given.short)\(part).")
    }
    section.show(
      .table(
        ["team", "objectives", "as committed", "as amended", "given"],
        cells: scores.teams.map { team in
          [
            .text(team.team), .count(team.numbers.objectives.count),
            .number(team.committed.value, shown: team.committed.short),
            .number(team.amended.value, shown: team.amended.short), .number(team.given.value, shown: team.given.short),
          ]
        }, numeric: [1, 2, 3, 4]))
    let moved = scores.moved
    section.say(moved.isEmpty ? "No promise was changed." : "\(counted(moved.count, "promise")) changed.")
    if !moved.isEmpty { section.show(.list(moved.map(\.sentence))) }
    return section
  }
}

extension EvidenceContext {
  /// Key results whose check-ins are late, of the goals that the subject is about.
  fileprivate var lateCheckIns: [String] {
    let wanted = Set(levers)
    return strategy.okrs.all.indices.flatMap { i -> [String] in
      let okrs = strategy.okrs.all[i]
      if case .cycle(let id) = subject, okrs.cycle?.id != id { return [] }
      return strategy.numbers(ofOKRs: i, on: day).objectives.flatMap { numbers -> [String] in
        let objective = okrs.objectives[numbers.position]
        guard objective.input.map({ wanted.contains($0.id) }) ?? true else { return [] }
        return numbers.keyResults.compactMap { keyResult in
          keyResult.overdue.map { late in
            let id = objective.keyResults[keyResult.position].id?.value ?? "?"
            return "\(okrs.team?.id ?? "?")/\(id) by \(counted(late, "day"))"
          }
        }
      }
    }
  }
}
