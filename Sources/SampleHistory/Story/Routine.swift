/// What happens every month, quarter and fortnight.
struct Routine {
  let measured: Measured
  let readings: ReadingsFiles
  /// The last day of the story.
  static let lastDay = Day(2026, 11, 16)

  init() {
    measured = Measured(AllSeries.all)
    readings = ReadingsFiles(measured)
  }

  func tell(_ story: inout Story) throws {
    try tellReadings(&story)
    for quarter in Quarter.all {
      try tellPlanning(&story, quarter)
      try tellCheckIns(&story, quarter)
      if let closed = quarter.closed { try tellClose(&story, quarter, closed) }
    }
  }

  /// A made-up time during office hours: `2026-01-05 09:41`.
  private func time(_ day: Day, _ seed: String, from first: Int = 8, to last: Int = 17) -> String {
    var chance = Chance("time/\(day)/\(seed)")
    return "\(day) \(twoDigits(first + chance.below(last - first))):\(twoDigits(chance.below(60)))"
  }
}

// MARK: - Readings

extension Routine {
  /// A batch on the first Monday of every month since the export exists, and one on the last day.
  private func tellReadings(_ story: inout Story) throws {
    var day = Day(2024, 9, 2)
    while day < Routine.lastDay {
      try tellReadings(&story, on: day)
      let (year, month, _) = day.civil
      day = Day(month == 12 ? year + 1 : year, month % 12 + 1, 1).next(weekday: 1)
    }
    try tellReadings(&story, on: Routine.lastDay)
    for fix in Correction.all { try tellCorrection(&story, fix) }
  }

  private func tellCorrection(_ story: inout Story, _ fix: Correction) throws {
    let who = fix.metric == "sales-led-teams" ? "lin" : "omar"
    let subject = "readings: \(fix.metric) of week \(fix.week.numberInYear), counted again"
    try story.commit(time(fix.known, fix.metric, from: 11), who, subject, wrapped(fix.reason)) { files in
      guard let text = readings.text(of: fix.metric, knownOn: fix.known) else { return }
      files.write("readings/\(fix.metric).csv", text)
    }
  }

  private func tellReadings(_ story: inout Story, on day: Day) throws {
    let months = [
      "December", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
    ]
    let subject =
      day == Routine.lastDay ? "readings: the first half of November" : "readings: \(months[day.civil.month - 1])"
    let who = day < Day(2025, 11, 1) || day.civil.month % 3 != 0 ? "omar" : "lin"
    try story.commit(time(day, "readings", from: 9, to: 11), who, subject) { files in
      for metric in readings.metrics where files["metrics/\(metric).yaml"] != nil {
        guard let text = readings.text(of: metric, knownOn: day) else { continue }
        files.write("readings/\(metric).csv", text)
      }
    }
  }
}

// MARK: - Goals

extension Routine {
  private func tellPlanning(_ story: inout Story, _ quarter: Quarter) throws {
    let branch = quarter.planningBranch ?? "main"
    if let branch = quarter.planningBranch { try story.begin(branch, "\(quarter.drafted) 07:30", "ada") }
    let subject = "cycles: a draft for \(quarter.id)"
    try story.commit(time(quarter.drafted, quarter.id), "ada", subject, "\(quarter.theme).", on: branch) {
      $0.write(quarter.path, quarter.draft)
    }
    for (index, plan) in quarter.plans.teams.enumerated() {
      var chance = Chance("plan/\(quarter.id)/\(plan.team)")
      var day = quarter.drafted + 1 + index % 4 + chance.below(3)
      if day.weekday > 5 { day = day.next(weekday: 1) }
      let habits = Habits.of(plan.team)
      let titles = plan.objectives.split(separator: "\n").filter { $0.hasPrefix("    title: ") }
      let body = titles.map { wrapped("- " + $0.dropFirst(11)).replacing("\n", with: "\n  ") }
      let text = Plans.file(plan.team, quarter.id, plan.objectives)
      try story.commit(
        time(day, plan.team), habits.lead(on: day), "okrs: \(habits.name) for \(quarter.id)",
        body.joined(separator: "\n"), on: branch
      ) { $0.write(quarter.okrs(plan.team), text) }
    }
    try tellActivation(&story, quarter)
  }

  private func tellActivation(_ story: inout Story, _ quarter: Quarter) throws {
    if let branch = quarter.planningBranch {
      let day = quarter.activated + -1
      try story.commit(
        time(day, "merge", from: 15), "helen", "Merge \(branch)",
        "Read in the company meeting, with two changes while we read.", merging: .taking(branch)
      ) { _ in }
    }
    try story.commit(
      time(quarter.activated, "activate"), "ada", "cycles: \(quarter.id) begins",
      "From here on a change of a goal is an amendment and says why."
    ) {
      try $0.replace(quarter.path, "state: draft", with: "state: active")
      try $0.append(quarter.path, "activated: \(quarter.activated)\n")
    }
  }

  private func tellCheckIns(_ story: inout Story, _ quarter: Quarter) throws {
    for plan in quarter.plans.teams {
      let days = quarter.checkInDays(plan.team, until: Routine.lastDay)
      let rounds = quarter.checkInDays(plan.team, until: quarter.ends).count
      for (index, day) in days.enumerated() {
        try tellCheckIn(&story, quarter, plan.team, on: day, round: index + 1, of: rounds)
      }
    }
  }

  private func tellCheckIn(
    _ story: inout Story, _ quarter: Quarter, _ team: String, on day: Day, round: Int, of rounds: Int
  ) throws {
    let habits = Habits.of(team)
    var chance = Chance("check-in/\(quarter.id)/\(team)/\(round)")
    let others = habits.others.filter { _ in chance.below(3) == 0 }
    let who = others.first ?? habits.lead(on: day)
    let forms = [
      "checkins: \(habits.name), \(day.spoken)", "checkins: \(habits.name) on \(day.spoken)",
      "checkins: \(habits.name), week \(Week(of: day).numberInYear)",
    ]
    let body = quarter.notes.first(team, round: round).map(wrapped) ?? ""
    try story.commit(time(day, team), who, forms[chance.below(forms.count)], body) { files in
      let path = quarter.checkIns(team)
      let head = "kind: checkins\nteam: \(team)\ncycle: \(quarter.id)\nentries:\n"
      let goals = Goal.all(in: try files.read(quarter.okrs(team)))
      let entries = CheckIns(measured: measured).entries(quarter, team, goals, on: day, round: round, of: rounds)
      files.write(path, (files[path] ?? head) + entries)
    }
  }

  private func tellClose(_ story: inout Story, _ quarter: Quarter, _ closed: Day) throws {
    let begun = max(quarter.ends + 1, closed + -9)
    let grading = begun.weekday > 5 ? begun.next(weekday: 1) : begun
    let subject = "cycles: \(quarter.id) is being graded"
    try story.commit(time(grading, "grade", from: 7, to: 8), "ada", subject) {
      try $0.replace(quarter.path, "state: active", with: "state: grading")
    }
    for (index, plan) in quarter.plans.teams.enumerated() {
      var day = grading + 1 + index % 6
      if day.weekday > 5 { day = day.next(weekday: 1) }
      let habits = Habits.of(plan.team)
      let subject = "okrs: scores of \(habits.name) for \(quarter.id)"
      try story.commit(
        time(day, "score" + plan.team), habits.lead(on: day), subject,
        wrapped(quarter.closings[plan.team].retrospective)
      ) { files in
        try files.change(quarter.okrs(plan.team)) { try grade(&$0, quarter, plan.team) }
      }
    }
    try story.commit(time(closed, "close", from: 13), "ada", "cycles: close \(quarter.id)", "The scores are final.") {
      try $0.replace(quarter.path, "state: grading", with: "state: closed")
      try $0.append(quarter.path, "closed: \(closed)\n")
    }
    try story.tag(
      quarter.id, time(closed, "tag", from: 17, to: 18), "ada", "\(quarter.name), closed\n\n\(quarter.theme).")
  }

  private func grade(_ text: inout String, _ quarter: Quarter, _ team: String) throws {
    let closing = quarter.closings[team]
    for goal in Goal.all(in: text) {
      let said = closing.score(goal.id)
      guard said?.score != nil || goal["metric"] != nil else { throw StoryFault("\(goal.id) needs a score") }
      let score = said?.score ?? CheckIns(measured: measured).score(quarter, team, goal)
      try Amending.score(&text, goal.id, score, said?.reason ?? "")
    }
    for outcome in closing.outcomes {
      try Amending.outcome(&text, outcome.objective, outcome.decision, outcome.reason)
    }
    if !closing.retrospective.isEmpty {
      text += "retrospective: " + folded(closing.retrospective, indent: 2) + "\n"
    }
  }
}
