import Foundation
import TestSupport
import Testing

@testable import northstar

/// Goals as real companies write them: counts of their own, open numbers, support, company goals, shared goals.
@Suite struct RealGoalsTests {
  private let sandbox: Sandbox
  private let onboarding = "okrs/2026-q1/onboarding.yaml"
  private let growth = "okrs/2026-q1/growth.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  private func json(_ arguments: String..., today: String = "2026-01-28") throws -> [String: Any] {
    let outcome = try sandbox.northstar(arguments + ["--format", "json"], today: today)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func objectives() throws -> [[String: Any]] {
    (try json("okr", "status")["teams"] as? [[String: Any]] ?? []).flatMap {
      $0["objectives"] as? [[String: Any]] ?? []
    }
  }

  private func keyResult(_ id: String) throws -> [String: Any] {
    let all = try objectives().flatMap { $0["keyResults"] as? [[String: Any]] ?? [] }
    return try #require(all.first { $0["id"] as? String == id })
  }

  /// The rules that find something, each once.
  private func found(today: String = "2026-01-28") throws -> [String] {
    let all = try json("check", today: today)["diagnostics"] as? [[String: Any]] ?? []
    return Set(all.compactMap { $0["rule"] as? String }).sorted()
  }

  private func goal(_ name: String) throws -> [String: Any] {
    let rows = try json("okr", "tree")["rows"] as? [[String: Any]] ?? []
    return try #require(rows.first { ($0["objective"] as? String ?? "").hasSuffix(name) })
  }

  private func path(_ name: String) throws -> [String] { try goal(name)["path"] as? [String] ?? [] }

  @Test func aNumberOfItsOwnIsMeasuredAndRollsUp() throws {
    try sandbox.replace(
      "type: milestone", "type: increase\n        baseline: 0\n        target: 50\n        unit: calendars", in: growth)
    try sandbox.replace("value: 1, by: omar", "value: 23, by: omar", in: "checkins/2026-q1/growth.yaml")
    #expect(try found() == [])
    #expect(try keyResult("invitations")["progress"] as? Double == 0.46)
    #expect(try keyResult("invitations")["unit"] as? String == "calendars")
    #expect(try path("invited-by-colleagues") == ["new-workspaces", "weekly-hosted-meetings"])
    try sandbox.replace("\n        unit: calendars", "", in: growth)
    #expect(try found() == ["NS209"])
  }

  @Test func aNumberInAMilestonesTitleIsOfferedAsACount() throws {
    try sandbox.replace("An invitation can be sent from every calendar", "Update 50 pages of the guide", in: growth)
    try sandbox.commit()
    #expect(try found() == ["NS521"])
    let diagnostics = try json("check")["diagnostics"] as? [[String: Any]] ?? []
    let fix = (diagnostics.first?["fixes"] as? [[String: Any]])?.first
    let edit = (fix?["edits"] as? [[String: Any]])?.first
    let text = try #require(edit?["replacement"] as? String)
    #expect(text == "increase\n        baseline: 0\n        target: 50\n        unit: pages")
    try sandbox.replace("type: milestone", "type: \(text)", in: growth)
    #expect(try found() == [])
  }

  @Test(arguments: [
    ("60%", 0.6), ("0.25", 0.25), ("done", 1),
  ])
  func aMilestoneHasProgress(typed: String, share: Double) throws {
    #expect(try sandbox.northstar("checkin", "growth/invitations", typed).status == 0)
    #expect(try keyResult("invitations")["progress"] as? Double == share)
    #expect(try found() == [])
  }

  @Test func stepsThatAreDoneAreProgress() throws {
    try sandbox.replace(
      "type: milestone",
      """
      type: milestone
              steps:
                - { title: Calendars listed, due: 2026-01-20, done: 2026-01-19 }
                - { title: First three work, due: 2026-02-20 }
                - { title: The last ones work, due: 2026-03-20 }
                - { title: Announced, due: 2026-03-27 }
      """, in: growth)
    try sandbox.replace("  - { on: 2026-01-19, key_result: invitations", "  # {", in: "checkins/2026-q1/growth.yaml")
    try sandbox.replace("  - { on: 2026-01-26, key_result: invitations", "  # {", in: "checkins/2026-q1/growth.yaml")
    #expect(try keyResult("invitations")["progress"] as? Double == 0.25)
    #expect(try found(today: "2026-02-21").contains("NS524"))
  }

  @Test func whatIsNotKnownIsNotZero() throws {
    try sandbox.replace("baseline: 41", "baseline: unknown", in: onboarding)
    try sandbox.replace("target: 40", "target: to-be-set\n        target_until: 2026-02-14", in: onboarding)
    try sandbox.replace("target: 1200", "target: undisclosed", in: growth)
    #expect(try found() == [])
    #expect(try found(today: "2026-02-15").contains("NS522"))
    for (id, problem) in [
      ("completion", "the baseline is unknown"), ("activation", "the target is to be set"),
      ("workspaces", "the target is undisclosed"),
    ] {
      let own = try keyResult(id)
      #expect(own["progress"] is NSNull)
      #expect(own["problem"] as? String == problem)
    }
    let objective = try #require(try objectives().first { $0["id"] as? String == "invited-by-colleagues" })
    // The milestone alone is known, and the unknown one is not counted as 0.
    #expect(objective["known"] as? Int == 1)
    #expect(objective["progress"] as? Double == 1)
  }

  @Test func aTargetThatIsToBeSetNeedsItsDay() throws {
    try sandbox.replace("target: 55", "target: to-be-set", in: onboarding)
    let outcome = try sandbox.northstar("check")
    #expect(outcome.output.contains("'completion' has no target_until"), "\(outcome.text)")
    try sandbox.replace("target: to-be-set", "target: soon", in: onboarding)
    let wrong = try sandbox.northstar("check").output
    #expect(wrong.contains("a number or 'to-be-set' or 'undisclosed'"), "\(wrong)")
  }

  @Test func supportHasAWayOfItsOwn() throws {
    try sandbox.replace(
      "input: new-workspaces",
      """
      supports:
            - objective: 2026-q1/onboarding/first-meeting-obvious
              because: Whoever is invited by a colleague needs less help
      """, in: growth)
    #expect(try found() == [])
    let goal = try goal("invited-by-colleagues")
    #expect(goal["serves"] as? String == "supports")
    #expect(
      goal["path"] as? [String] == [
        "2026-q1/onboarding/first-meeting-obvious", "activation-rate", "weekly-hosted-meetings",
      ])
    #expect(goal["reaches"] as? Bool == true)
    let status = try sandbox.northstar("okr", "status").output
    #expect(status.contains("2 objectives: 1 moves an input, 1 supports others"))
    try sandbox.replace("first-meeting-obvious\n        because", "first-meting\n        because", in: growth)
    #expect(try found() == ["NS201"])
  }

  @Test func onlyTheCompanyAimsAtTheNorthStar() throws {
    try sandbox.replace("input: new-workspaces", "input: weekly-hosted-meetings", in: growth)
    #expect(try found() == ["NS206"])
    try sandbox.replace("name: Growth", "name: Growth\ncompany: true", in: "teams/growth.yaml")
    #expect(try found() == [])
    #expect(try sandbox.northstar("okr", "tree").output.contains("moves weekly-hosted-meetings, the North Star itself"))
  }

  @Test func theOwnerOfAResultMayPromiseIt() throws {
    try sandbox.replace("input: new-workspaces", "input: recurring-revenue", in: growth)
    #expect(try found() == ["NS207"])
    try sandbox.replace(
      "direction: increase", "direction: increase\nowner: { team: growth, person: lin, since: 2026-01-05 }",
      in: "metrics/recurring-revenue.yaml")
    #expect(try found() == [])
    let text = try sandbox.northstar("okr", "tree").output
    #expect(text.contains("promises the result recurring-revenue, which follows weekly-hosted-meetings with a delay"))
    #expect(try goal("invited-by-colleagues")["lags"] as? Bool == true)
  }

  @Test func childrenComeBelowTheirParents() throws {
    try sandbox.replace(
      "ambition: aspirational", "ambition: aspirational\n    parent: 2026-q1/onboarding/first-meeting-obvious",
      in: growth)
    try sandbox.commit()
    #expect(try found() == [])
    let lines = try sandbox.northstar("okr", "tree").output.split(separator: "\n")
    let parent = try #require(lines.firstIndex { $0.hasPrefix("2026-q1/onboarding/first-meeting-obvious") })
    let child = try #require(lines.firstIndex { $0.hasPrefix("  2026-q1/growth/invited-by-colleagues") })
    #expect(parent < child)
    #expect(try sandbox.northstar("rename-team", "onboarding", "first-steps").status == 0)
    #expect(try sandbox.text(growth).contains("parent: 2026-q1/first-steps/first-meeting-obvious"))
    #expect(try found() == [])
  }

  @Test func aSharedGoalIsCheckedInByEachTeamAndCountedOnce() throws {
    try sandbox.replace("ambition: aspirational", "ambition: aspirational\n    shared_with: [onboarding]", in: growth)
    try sandbox.commit()
    #expect(try found() == [])
    let outcome = try sandbox.northstar("checkin", "onboarding/workspaces", "990")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("checkins/2026-q1/growth.yaml").contains("key_result: workspaces, value: 990, by: ada"))
    let own = try sandbox.northstar("okr", "status", "--team", "onboarding").output
    #expect(own.contains("growth (shared)") && own.contains("workspaces"))
    let teams = try json("okr", "status")["teams"] as? [[String: Any]] ?? []
    #expect(teams.count == 2 && teams.allSatisfy { $0["shared"] as? Bool == false })
  }

  @Test func aSharedGoalOnTheOthersLeverNeedsNoAgreement() throws {
    try sandbox.replace("input: new-workspaces", "input: activation-rate", in: growth)
    try sandbox.replace("metric: new-workspaces", "metric: activation-rate", in: growth)
    #expect(try found().contains("NS307"))
    try sandbox.replace("ambition: aspirational", "ambition: aspirational\n    shared_with: [onboarding]", in: growth)
    #expect(try !found().contains("NS307"))
  }

  @Test func aChangedPromiseKeepsItsRecord() throws {
    let place = "okrs/2026-q1/onboarding.objectives[first-meeting-obvious].key_results[completion]"
    let outcome = try sandbox.northstar("set", "\(place).target", "50", "-m", "The tour came late", today: "2026-02-02")
    #expect(outcome.status == 0, "\(outcome.text)")
    for line in ["on: 2026-02-02", "field: target", "from: 55", "to: 50", "by: ada", "because: The tour came late"] {
      #expect(try sandbox.text(onboarding).contains(line), "\(line)")
    }
    #expect(try found(today: "2026-02-02").filter { !["NS607"].contains($0) } == [])
    // A grade and a note are no part of the promise.
    #expect(try sandbox.northstar("set", "\(place).notes", "Counted by hand", today: "2026-02-02").status == 0)
    #expect(try sandbox.text(onboarding).components(separatedBy: "amendments:").count == 2)
    #expect(try sandbox.northstar("set", "\(place).target", "48", today: "2026-02-03").status == 0)
    #expect(try found(today: "2026-02-03").contains("NS623"))
  }

  @Test func aPastQuarterIsClosedWithOneReason() throws {
    try sandbox.replace("state: active\nactivated: 2026-01-05", "state: draft", in: "cycles/2026-q1.yaml")
    try sandbox.commit()
    #expect(try sandbox.northstar("cycle", "close", "2026-q1", "--unscored", today: "2026-04-10").status == 129)
    let early = try sandbox.northstar("cycle", "close", "2026-q1", "--unscored", "-m", "Lost", today: "2026-02-10")
    #expect(early.status == 128)
    let outcome = try sandbox.northstar(
      "cycle", "close", "2026-q1", "--unscored", "-m", "Nobody kept scores", today: "2026-04-10")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("cycles/2026-q1.yaml").contains("unscored: Nobody kept scores"))
    #expect(try Set(found(today: "2026-04-10")).isDisjoint(with: ["NS614", "NS617"]))
    let report = try sandbox.northstar("report", "--cycle", "2026-q1", today: "2026-04-10").output
    #expect(report.contains("Closed without scores: Nobody kept scores"))
    #expect(try sandbox.northstar("decisions", today: "2026-04-10").output.contains("2026-q1"))
  }

  @Test func theNorthStarMayBeSought() throws {
    try sandbox.replace(
      "north_star: weekly-hosted-meetings", "north_star: undecided\nnorth_star_until: 2026-03-31", in: "northstar.yaml")
    try sandbox.replace("lifecycle: active", "lifecycle: draft", in: "metrics/weekly-hosted-meetings.yaml")
    let rules = try found()
    #expect(rules.contains("NS222") && Set(rules).isDisjoint(with: ["NS111", "NS202", "NS210"]), "\(rules)")
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("okr", "tree").output.contains("(the North Star is undecided)"))
    #expect(try found(today: "2026-04-01").contains("NS223"))
  }

  @Test func aTeamWithoutALeadSaysSinceWhen() throws {
    try sandbox.replace("lead: ada", "lead: vacant\nvacant_since: 2026-01-18", in: "teams/onboarding.yaml")
    let outcome = try sandbox.northstar("check")
    #expect(outcome.output.contains("nobody has led 'onboarding' for 10 days"), "\(outcome.text)")
    #expect(try found() == ["NS315"])
    #expect(try sandbox.northstar("list", "teams").output.contains("vacant"))
  }

  @Test func aCommandWritesAllOfIt() throws {
    let outcome = try sandbox.northstar(
      "okr", "new", "onboarding", "--cycle", "2026-q1", "--objective", "Somebody else can repair a call",
      "--supports", "new-workspaces: Whoever loses a call tells nobody about us",
      "--parent", "2026-q1/growth/invited-by-colleagues", "--shared-with", "growth",
      "--kr", "runbooks: Runbooks that others have followed 0..12 unit=runbooks owner=ada",
      "--kr", "second: Every alarm has a second person owner=ada")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try found() == [])
    #expect(try goal("somebody-else-can-repair-a")["serves"] as? String == "supports")
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
    let wrong = try sandbox.northstar(
      "okr", "new", "onboarding", "--cycle", "2026-q1", "--objective", "Another goal", "--supports", "new-workspaces",
      "--kr", "a: T owner=ada")
    #expect(wrong.status == 129 && wrong.errors.contains("and how"))
  }

  @Test func aQuarterWithoutOKRsIsNoGap() throws {
    try sandbox.write(
      growth, "kind: okrs\nteam: growth\ncycle: 2026-q1\nobjectives: []\nwithout_okrs: The team moves house\n")
    try sandbox.git("rm", "-q", "checkins/2026-q1/growth.yaml")
    #expect(try Set(found()).isDisjoint(with: ["NS507", "NS606"]))
  }

  @Test func yearsAreMeasured() throws {
    try sandbox.write(
      "readings/recurring-revenue.csv",
      "period,value,known_on,source,segment\n2024,100,2025-02-01,,\n2025,120,2026-01-20,,\n")
    try sandbox.replace(
      "window: calendar month", "window: fiscal year\n  grain: year", in: "metrics/recurring-revenue.yaml")
    try sandbox.commit()
    #expect(try found() == [])
    #expect(try sandbox.northstar("measure", "show", "recurring-revenue").output.contains("120 in 2025"))
    let add = try sandbox.northstar("measure", "add", "recurring-revenue", "2023", "90")
    #expect(add.status == 0, "\(add.text)")
  }

  @Test func annotationsAreToldWithTheValues() throws {
    try sandbox.write(
      "readings/activation-rate.csv",
      "period,value,known_on,source,segment\n2026-W03,34,2026-01-20,,\n2026-W04,35,2026-01-27,,\n")
    try sandbox.replace(
      "direction: increase",
      "direction: increase\nannotations:\n  - { on: 2026-01-21, text: The sign-up page was down }",
      in: "metrics/activation-rate.yaml")
    #expect(try found().filter { $0 != "NS516" } == [])
    let shown = try sandbox.northstar("measure", "show", "activation-rate").output
    #expect(shown.contains("2026-01-21: The sign-up page was down"), "\(shown)")
    #expect(try sandbox.northstar("report").output.contains("2026-01-21, Activation rate: The sign-up page was down"))
  }
}
