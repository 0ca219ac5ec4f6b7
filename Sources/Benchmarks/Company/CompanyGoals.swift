import StrategyModel

/// One team's objectives in one cycle, with their check-ins.
struct CompanyGoals {
  struct KeyResult {
    let id: String
    let metric: String
    let shape: CompanyMetric.Shape
    let baseline: Int
    let target: Int
    let owner: String
    let score: Int
  }

  private let company: Company
  private let team: CompanyTeam
  private let cycle: CompanyCalendar.Cycle
  /// Two or four: one or two objectives of two key results.
  let keyResults: [KeyResult]
  private var random: SeededRandom

  init(_ team: CompanyTeam, _ cycle: CompanyCalendar.Cycle, in company: Company) {
    self.company = company
    self.team = team
    self.cycle = cycle
    var random = SeededRandom(seed: Company.seed, part: team.position * 4096 + cycle.starts.number, of: 2)
    let count = team.metrics.count >= 4 && random.once(in: 5) ? 4 : 2
    keyResults = (0..<count).map { position in
      let metric = team.metrics[position % team.metrics.count]
      return KeyResult(position, metric, ownedBy: team.people[position % team.people.count], &random)
    }
    self.random = random
  }

  var okrs: Company.Document {
    var random = random
    var text = "kind: okrs\nteam: \(team.id)\ncycle: \(cycle.id)\nobjectives:\n"
    for first in stride(from: 0, to: keyResults.count, by: 2) {
      appendObjective(keyResults[first..<first + 2], to: &text, &random)
    }
    if cycle.isClosed, random.once(in: 2) { text += "retrospective: >-\n  \(random.pick(Words.lessons))\n" }
    return Company.Document(path: "okrs/\(cycle.id)/\(team.id).yaml", text: text)
  }

  private func appendObjective(
    _ keyResults: ArraySlice<KeyResult>, to text: inout String, _ random: inout SeededRandom
  ) {
    let input = company.input(of: team).id
    let owner = company.owner(of: input)
    text += """
        - id: \(keyResults.startIndex == 0 ? "first" : "second")-\(random.pick(Words.qualities))
          title: \(random.pick(Words.goals))\(random.once(in: 3) ? "\n    why: \(random.pick(Words.reasons))" : "")
          ambition: aspirational
          input: \(input)

      """
    if owner.position != team.position {
      text += """
            agreement:
              team: \(owner.id)
              person: \(owner.people[0])
              on: \(cycle.starts + 2)

        """
    }
    text += "    key_results:\n"
    for keyResult in keyResults { append(keyResult, to: &text) }
    if cycle.isClosed {
      text += "    outcome:\n      decision: \(random.once(in: 4) ? "modify" : "keep")\n"
      text += "      because: What we learned still holds for the coming quarter\n"
    }
  }

  private func append(_ result: KeyResult, to text: inout String) {
    let verb = result.shape.direction == "increase" ? "Raise" : "Lower"
    text += """
            - id: \(result.id)
              title: \(verb) the \(result.shape.name.lowercased()) from \(result.baseline) to \(result.target) \(result.shape.unit)
              metric: \(result.metric)
              type: \(result.shape.direction)
              baseline: \(result.baseline)
              target: \(result.target)
              owner: \(result.owner)

      """
    if cycle.isClosed {
      text += "        score: 0.\(result.score)\n"
      if result.score < 7 { text += "        score_reason: The last step came too late to count in full\n" }
    }
  }

  var checkIns: Company.Document {
    var random = random
    _ = random.next()
    var text = "kind: checkins\nteam: \(team.id)\ncycle: \(cycle.id)\nentries:\n"
    for (round, day) in cycle.checkIns.enumerated() {
      for result in keyResults {
        let value = result.baseline + (result.target - result.baseline) * round * result.score / 70
        text +=
          "  - { on: \(day), key_result: \(result.id), value: \(value), confidence: 0.\(4 + random.below(5)), by: \(result.owner)"
        text += random.once(in: 16) ? ", note: \"\(random.pick(Words.notes))\" }\n" : " }\n"
      }
    }
    return Company.Document(path: "checkins/\(cycle.id)/\(team.id).yaml", text: text)
  }
}

extension CompanyGoals.KeyResult {
  fileprivate init(_ position: Int, _ metric: CompanyMetric, ownedBy owner: String, _ random: inout SeededRandom) {
    let rise = 3 + random.below(metric.shape.step)
    id = position < 3 ? metric.shape.word : "second-\(metric.shape.word)"
    self.metric = metric.id
    shape = metric.shape
    baseline = metric.shape.start + random.below(metric.shape.start)
    target = metric.shape.direction == "increase" ? baseline + rise : baseline - rise
    self.owner = owner
    score = 5 + random.below(4)
  }
}
