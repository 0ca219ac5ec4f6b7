/// What a team writes at a check-in.
struct CheckIns {
  let measured: Measured

  /// One round's entries; empty when nobody said anything.
  func entries(_ quarter: Quarter, _ team: String, _ goals: [Goal], on day: Day, round: Int, of rounds: Int) -> String {
    goals.compactMap { goal -> String? in
      let note = quarter.notes.note(team, goal.id, round: round)
      guard note?.isSkipped != true else { return nil }
      return entry(quarter, team, goal, note, on: day, round: round, of: rounds)
    }.joined()
  }

  private func entry(
    _ quarter: Quarter, _ team: String, _ goal: Goal, _ note: Notes.Note?, on day: Day, round: Int, of rounds: Int
  ) -> String? {
    guard let value = note?.value ?? value(quarter, team, goal, on: day, round: round) else { return nil }
    let confidence = note?.confidence ?? confidence(quarter, team, goal, value, round: round, of: rounds)
    var lines = ["  - on: \(day)", "    key_result: \(goal.id)", "    value: \(plain(value, 2))"]
    lines.append("    confidence: \(plain(confidence, 1))")
    let said = note?.text ?? SmallTalk.note(quarter.id, team, goal, value, round: round)
    if let said, !said.isEmpty {
      lines.append("    note: \(prose(said.replacing("{value}", with: plain(value, 2)), indent: 6))")
    }
    lines.append("    by: \(goal["owner"] ?? "")")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The metric's last value known that morning; a milestone is 0 until it is reached.
  func value(_ quarter: Quarter, _ team: String, _ goal: Goal, on day: Day, round: Int) -> Double? {
    if let metric = goal["metric"] { return measured.value(of: metric, knownOn: day) }
    if let reached = quarter.notes.reached(team, goal.id) { return round >= reached ? 1 : 0 }
    guard quarter.closed != nil, quarter.closings[team].score(goal.id)?.score == 1 else { return 0 }
    var chance = Chance("milestone/\(quarter.id)/\(team)/\(goal.id)")
    return round >= 4 + chance.below(3) ? 1 : 0
  }

  /// People start with their hopes and end with what they see, a little late.
  private func confidence(
    _ quarter: Quarter, _ team: String, _ goal: Goal, _ value: Double, round: Int, of rounds: Int
  ) -> Double {
    var chance = Chance("confidence/\(quarter.id)/\(team)/\(goal.id)/\(round)")
    let hope = goal.ambition == "committed" ? 0.7 : goal.ambition == "learning" ? 0.6 : 0.5
    if goal["type"] == "milestone" {
      return value == 1 ? 1 : rounded(hope - 0.05 * Double(round) + chance.unit() * 0.2, 1)
    }
    if goal["type"] == "maintain" { return rounded(goal.progress(value) == 1 ? 0.75 + chance.unit() * 0.2 : 0.4, 1) }
    let elapsed = max(Double(round) / Double(rounds), 0.15)
    let pace = min(max(goal.progress(value) / elapsed, 0), 1.4)
    let seen = 0.15 + 0.6 * pace * pace / (0.5 + pace * pace) + 0.1 * chance.bell() * 0.5
    return min(max(rounded(hope + (seen - hope) * elapsed, 1), 0.1), 0.9)
  }

  /// The score according to the figures: the share of the way, or of the checks that were inside the band.
  func score(_ quarter: Quarter, _ team: String, _ goal: Goal) -> Double {
    let days = quarter.checkInDays(team, until: quarter.ends)
    if goal["type"] == "maintain" {
      let inside = days.indices.filter { index in
        goal.progress(value(quarter, team, goal, on: days[index], round: index + 1) ?? .infinity) == 1
      }
      return rounded(Double(inside.count) / Double(max(days.count, 1)), 1)
    }
    let last = goal["metric"].flatMap { measured.value(of: $0, knownOn: quarter.ends) } ?? 0
    return rounded(min(max(goal.progress(last), 0), 1), 1)
  }
}
