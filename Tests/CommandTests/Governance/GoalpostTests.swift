import Foundation
import TestSupport
import Testing

/// `goalposts`: one row for each change of a commitment, with the reason that was given.
@Suite struct GoalpostTests {
  private let sandbox: Sandbox
  private let okrs = "okrs/2026-q1/onboarding.yaml"
  private let completion = "2026-q1/onboarding.objectives[first-meeting-obvious].key_results[completion]"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-02")
  }

  /// Rows without day, days left and commit.
  private func rows(_ cycle: String = "2026-q1") throws -> [[String]] {
    let answer = try sandbox.northstar("goalposts", cycle, "--format", "json")
    #expect(answer.status == 0, "\(answer.text)")
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    return rows.map { row in ["okrs", "item", "field", "from", "to", "goal", "reason"].map { row[$0] as? String ?? "" }
    }
  }

  private func change(_ old: String, _ new: String, _ message: String = "Change it") throws {
    try sandbox.replace(old, new, in: okrs)
    try sandbox.commit(message, on: "2026-02-20")
  }

  private func close() throws {
    try sandbox.replace("state: active", "state: closed\nclosed: 2026-02-19", in: "cycles/2026-q1.yaml")
    try sandbox.commit("Close", on: "2026-02-19")
  }

  @Test func theReasonOfACommandIsTheOneThatItWasGiven() throws {
    let set = try sandbox.northstar("set", "\(completion).target", "47", "-m", "Two weeks were lost\nto a flood")
    #expect(set.status == 0, "\(set.text)")
    #expect(
      try rows() == [
        [
          "2026-q1/onboarding", "first-meeting-obvious/completion", "target", "55", "47", "easier",
          "Two weeks were lost to a flood",
        ]
      ])
  }

  @Test func whatACommandSaysOfItselfIsNoReason() throws {
    #expect(try sandbox.northstar("set", "\(completion).target", "47").status == 0)
    #expect(try sandbox.northstar("set", "\(completion).title", "Raise onboarding completion a lot").status == 0)
    #expect(try rows().map(\.last) == ["", ""])
    #expect(try sandbox.northstar("goalposts", "2026-q1").output.contains("none given"))
  }

  @Test func aCommitOfSomebodysOwnHasItsWordsAsReason() throws {
    try change("target: 55", "target: 47", "Two weeks were lost")
    try change("target: 47", "target: 45", "Lower it\n\nTwo more weeks\nwere lost.\n\nReviewed-by: lin")
    #expect(try rows().map(\.last) == ["Two weeks were lost", "Two more weeks were lost."])
  }

  @Test func anAmendmentSaysMoreThanTheCommit() throws {
    let amendment = "{ on: 2026-02-20, field: target, from: 55, to: 47, by: ada, because: A flood }"
    try change("target: 55", "target: 47\n        amendments: [\(amendment)]", "Lower it")
    #expect(try rows().map(\.last) == ["A flood"])
  }

  @Test func aDroppedKeyResultIsOneRowThatMadeTheGoalEasier() throws {
    let text = try sandbox.text(okrs)
    let start = try #require(text.range(of: "      - id: activation\n") ?? text.range(of: "    - id: activation\n"))
    try sandbox.write(okrs, String(text[..<start.lowerBound]))
    try sandbox.commit("Drop it", on: "2026-02-20")
    #expect(
      try rows() == [
        [
          "2026-q1/onboarding", "first-meeting-obvious/activation", "key result",
          "Raise the activation rate from 34 % to 40 %", "", "easier", "Drop it",
        ]
      ])
  }

  @Test func goalsThatComeLateAreOneRowForEachObjective() throws {
    let text = try sandbox.text(okrs).replacing("team: onboarding", with: "team: platform")
      .replacing("first-meeting-obvious", with: "late")
    try sandbox.write("teams/platform.yaml", "kind: team\nid: platform\nname: Platform\nlead: ada\n")
    try sandbox.write("okrs/2026-q1/platform.yaml", text)
    try sandbox.commit("Goals for platform", on: "2026-02-20")
    #expect(
      try rows() == [
        [
          "2026-q1/platform", "late", "objective", "", "New teams host their first meeting without help", "unknown",
          "Goals for platform",
        ]
      ])
  }

  @Test func anotherTitleOfAMilestoneIsAnotherGoal() throws {
    try change(
      "metric: onboarding-completion\n        type: increase\n        baseline: 41\n        target: 55",
      "type: milestone")
    let before = try rows().count
    try change("title: Raise onboarding completion from 41 % to 55 %", "title: Begin with it")
    #expect(try rows().dropFirst(before).map { [$0[2], $0[5]] } == [["title", "unknown"]])
  }

  @Test func whatNoPromiseIsMadeOfMovesNothing() throws {
    try change("ambition: committed", "why: They leave early\n    ambition: committed")
    try change("owner: grace", "owner: grace\n        score: 0.5\n        score_reason: As it was")
    #expect(try rows().isEmpty)
  }

  @Test func gradesCountOnceTheCycleIsClosed() throws {
    try change("owner: grace", "owner: grace\n        score: 0.5")
    try close()
    try change("score: 0.5", "score: 1", "A better grade")
    try change("target: 55", "target: 47", "A lower target")
    #expect(try rows().map { Array($0[2...4]) } == [["score", "0.5", "1"], ["target", "55", "47"]])
    let audit = try sandbox.northstar("audit", "--format", "json", today: "2026-03-01")
    #expect(audit.output.contains("score of first-meeting-obvious/completion went from 0.5 to 1"), "\(audit.text)")
    #expect(audit.output.components(separatedBy: "\"after-the-close\"").count == 3)
  }

  @Test func aReportNamesMovedGoalsAndMeasures() throws {
    try change("target: 55", "target: 47", "Two weeks were lost")
    try sandbox.replace("window: calendar week", "window: calendar month", in: "metrics/activation-rate.yaml")
    try sandbox.commit("By month", on: "2026-02-20")
    let report = try sandbox.northstar("report", today: "2026-02-24")
    #expect(
      report.output.contains(
        "2026-02-20: 2026-q1/onboarding: target first-meeting-obvious/completion, 55 → 47, easier to reach"),
      "\(report.text)")
    #expect(
      report.output.contains(
        "activation-rate: definition.window, calendar week → calendar month, values before and after can't be compared")
    )
    let quiet = try sandbox.northstar("report", today: "2026-03-10")
    #expect(quiet.output.contains("No goal and no definition was changed."))
  }
}
