import Foundation
import StrategyModel

/// Changes outside of metrics and teams.
extension ChangingCompany {
  /// The next change; `nil` when it is not possible at this moment. A merge consists of its commits.
  mutating func change(_ happening: Happening, at moment: Moment) -> Change? {
    switch happening {
    case .goals: changeGoals(moment)
    case .handOver: handOver(moment)
    case .metric: changeMetric(moment)
    case .formatting: reformat(moment)
    case .move: move(moment)
    case .team: changeTeam(moment)
    case .other: random.once(in: 2) ? noteInReadMe(moment) : changeInitiative()
    case .nothing, .merge: nil
    }
  }

  /// A check-in, or one time in three another target, of a team in the cycle of the day.
  private mutating func changeGoals(_ moment: Moment) -> Change? {
    let cycle = company.calendar.position(of: moment.day)
    for _ in 0..<50 {
      let position = cycle * teams.count + random.below(teams.count)
      guard goals[position].touched <= moment.base else { continue }
      let change =
        random.once(in: 3) ? goals[position].amend(&random) : goals[position].checkIn(on: moment.day, &random)
      guard let change else { continue }
      goals[position].touched = moment.number
      return change
    }
    return nil
  }

  private mutating func noteInReadMe(_ moment: Moment) -> Change {
    notes.append("- \(moment.day): \(random.pick(Words.notes))\n")
    return Change(message: "readme: the news of \(moment.day)", files: [readMe])
  }

  private mutating func changeInitiative() -> Change? {
    let i = random.below(initiatives.count)
    let (path, text) = (initiatives[i].path, initiatives[i].text)
    guard let start = text.range(of: "  change: ")?.upperBound, let end = text[start...].firstIndex(of: "\n")
    else { return nil }
    let changed = text.replacingCharacters(in: start..<end, with: "\(1 + random.below(30))")
    initiatives[i] = Company.Document(path: path, text: changed)
    return Change(message: "initiatives: expect something else", files: [Change.write(initiatives[i])])
  }
}
