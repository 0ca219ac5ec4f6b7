import Foundation
import TestSupport
import Testing

@testable import northstar

@Suite struct CycleTests {
  private let sandbox: Sandbox
  private let okrs = "okrs/2026-q1/onboarding.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    // 60 was promised; five weeks before the end it became 50.
    try sandbox.replace(
      "baseline: 41\n        target: 55\n        owner: grace",
      "baseline: 41\n        target: 50\n        owner: grace\n        amendments:\n          - { on: 2026-01-20, field: target, from: 61, to: 50, by: grace, because: The tour came late }",
      in: okrs)
    try sandbox.replace("value: 45,", "value: 51,", in: "checkins/2026-q1/onboarding.yaml")
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  private func grade() throws {
    let outcome = try sandbox.northstar("cycle", "grade", "2026-q1", today: "2026-04-02")
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  private let answers = [
    "--score", "onboarding/completion=1", "--score", "onboarding/activation=0.2: Sign-ups changed",
    "--score", "growth/workspaces=0.2", "--score", "growth/invitations=1",
    "--outcome", "onboarding/first-meeting-obvious=keep: Half way", "--outcome",
    "growth/invited-by-colleagues=abandon: Nobody invites", "--retrospective", "onboarding=We start too much",
    "--retrospective", "growth=Calendars matter",
  ]

  @Test func `a draft becomes active on the day it is started`() throws {
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft  # soon\n")
    try sandbox.commit("Draft", on: "2026-01-27")
    let early = try sandbox.northstar("cycle", "start", "2026-q2", today: "2026-03-01")
    #expect(early.status == 128)
    #expect(early.errors.contains("begins on 2026-04-01"))
    let outcome = try sandbox.northstar("cycle", "start", "2026-q2", today: "2026-03-30")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("cycles/2026-q2.yaml").contains("state: active  # soon\nactivated: 2026-03-30\n"))
    #expect(
      try sandbox.git(
        "log", "-1",
        "--format=%(trailers:key=Northstar-Cycle,valueonly)%(trailers:key=Northstar-Decision,valueonly)%(trailers:key=Northstar-Decided-By,valueonly)"
      ) == "2026-q2\nstart\nada\n")
    #expect(try sandbox.northstar("cycle", "start", "2026-q2", today: "2026-03-30").errors.contains("only a draft"))
  }

  @Test func `grading waits for the end and shows both scores`() throws {
    let early = try sandbox.northstar("cycle", "grade", "2026-q1")
    #expect(early.errors.contains("runs until 2026-03-31"))
    let outcome = try sandbox.northstar("cycle", "grade", "2026-q1", today: "2026-04-02")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // (51 − 41) / (61 − 41) as committed; beyond 50 as amended.
    #expect(lines.contains(["completion", "0.5", "1", "-", "green"]))
    #expect(outcome.output.contains("onboarding/completion: target 61 to 50, by grace on 2026-01-20, 70 days left"))
    #expect(try sandbox.text("cycles/2026-q1.yaml").contains("state: grading"))
    #expect(
      try sandbox.northstar("cycle", "grade", "2026-q1", "--early", today: "2026-04-02").errors.contains("is grading"))
  }

  @Test func `the close refuses with what is missing`() throws {
    #expect(try sandbox.northstar("cycle", "close", "2026-q1").errors.contains("'northstar cycle grade 2026-q1'"))
    try grade()
    let outcome = try sandbox.northstar("cycle", "close", "2026-q1", today: "2026-04-02")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("8 answers missing"))
    #expect(outcome.errors.contains("onboarding/completion has no score"))
    #expect(outcome.errors.contains("onboarding/first-meeting-obvious has no outcome"))
    #expect(outcome.errors.contains("growth has no retrospective"))
    // A committed miss, and a score that differs from the check-ins, need a reason.
    let bare = answers.map {
      $0.replacing(": Sign-ups changed", with: "").replacing("workspaces=0.2", with: "workspaces=0.9")
    }
    let reasons = try sandbox.northstar(["cycle", "close", "2026-q1"] + bare, today: "2026-04-02")
    #expect(reasons.errors.contains("onboarding/activation was committed and scored 0.2 without a reason"))
    #expect(reasons.errors.contains("growth/workspaces is scored 0.9 instead of the computed 0.18, without a reason"))
    #expect(try sandbox.git("log", "-1", "--format=%s") == "Grade 2026-q1")
  }

  @Test func `a close is one decision with both scores and who moved what`() throws {
    try grade()
    let outcome = try sandbox.northstar(["cycle", "close", "2026-q1"] + answers, today: "2026-04-02")
    #expect(outcome.status == 0, "\(outcome.text)")
    let message = try sandbox.git("log", "-1", "--format=%B")
    // Objectives as amended: (1 + 1/6) / 2 and (0.1833 + 1) / 2; as committed (0.5 + 1/6) / 2 for the first.
    #expect(message.contains("2026-q1: 0.46 as committed, 0.59 as amended."))
    #expect(message.hasPrefix("Close 2026-q1: 0.6, the mean of 4 key results\n"))
    #expect(message.contains("onboarding: 0.33 as committed, 0.58 as amended, given 0.6"))
    #expect(message.contains("target 61 to 50"))
    let trailers = ["Cycle: 2026-q1", "Decision: close", "Subject: cycle/2026-q1", "Decided-By: ada"]
    #expect(message.contains(trailers.map { "Northstar-\($0)" }.joined(separator: "\n")))
    let text = try sandbox.text(okrs)
    #expect(text.contains("        score: 0.2\n        score_reason: Sign-ups changed\n"))
    #expect(text.contains("    outcome:\n      decision: keep\n      because: Half way\n"))
    #expect(text.contains("retrospective: We start too much\n"))
    #expect(
      try sandbox.text("cycles/2026-q1.yaml").contains("state: closed\nactivated: 2026-01-05\nclosed: 2026-04-02\n"))
    #expect(try sandbox.northstar("check", today: "2026-04-02").status == 0)
    #expect(try sandbox.northstar("decisions", today: "2026-04-02").output.contains("closed"))
    #expect(
      try sandbox.northstar("cycle", "close", "2026-q1", today: "2026-04-02").errors.contains(
        "is already closed, since 2026-04-02"))
  }

  /// The old scores were shown.
  @Test func `the close shows the scores that it gave`() throws {
    try grade()
    let outcome = try sandbox.northstar(["cycle", "close", "2026-q1"] + answers, today: "2026-04-02")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.contains(["activation", "0.17", "0.17", "0.2", "red"]))
  }

  @Test func `a sheet needs no branch`() throws {
    try grade()
    let sheet = try sandbox.northstar("cycle", "close", "2026-q1", "--sheet", today: "2026-04-02")
    try sandbox.git("checkout", "-q", "--detach")
    let detached = try sandbox.northstar("cycle", "close", "2026-q1", "--sheet", today: "2026-04-02")
    #expect(detached.status == 0, "\(detached.text)")
    #expect(detached.output == sheet.output)
  }

  /// Everything came out as 0, red and too wild.
  @Test func `a cycle without check-ins and scores is unknown`() throws {
    try sandbox.git("rm", "-q", "-r", "checkins")
    try sandbox.replace("state: active", "state: closed\nclosed: 2026-04-10", in: "cycles/2026-q1.yaml")
    try sandbox.commit("Take it over", on: "2026-04-10")
    let text = try sandbox.northstar("cycle", "show", "2026-q1", today: "2026-05-01").output
    #expect(text.hasPrefix("2026-q1: the scores of the key results are unknown\n"))
    #expect(!text.contains(#/ +(completion|activation) .*red/#) && !text.contains("too wild"))
    let json = try sandbox.northstar("cycle", "show", "2026-q1", "--format", "json", today: "2026-05-01").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    for field in ["scoreAsCommitted", "scoreAsAmended", "score"] { #expect(object[field] is NSNull, "\(field)") }
    #expect((object["teams"] as? [[String: Any]])?.allSatisfy { $0["reads"] is NSNull } == true)
    let status = ["okr", "status", "--cycle", "2026-q1", "--format"]
    let markdown = try sandbox.northstar(status + ["markdown"], today: "2026-05-01").output
    #expect(!markdown.contains("| 0 %"))
    let evidence = try sandbox.northstar("review", "evidence", "cycle/2026-q1", today: "2026-05-01").output
    #expect(!evidence.contains("0 as committed"))
  }

  @Test func `a mean says of how much it is`() throws {
    let file = "checkins/2026-q1/onboarding.yaml"
    let lines = try sandbox.text(file).split(separator: "\n").filter { !$0.contains("key_result: completion") }
    try sandbox.write(file, lines.joined(separator: "\n") + "\n")
    try sandbox.commit("Forget them", on: "2026-01-28")
    try grade()
    let text = try sandbox.northstar("cycle", "show", "2026-q1", today: "2026-04-02").output
    #expect(text.contains("(of 3 of 4 key results)"))
    let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["completion", "-", "-", "-"]))
  }

  @Test func `a sheet can be filled in`() throws {
    try grade()
    let sheet = try sandbox.northstar("cycle", "close", "2026-q1", "--sheet", today: "2026-04-02")
    #expect(sheet.output.contains("# onboarding/completion has no score\nscore onboarding/completion = 1: \n"))
    let filled = sheet.output.split(separator: "\n").map { line in
      line.hasPrefix("outcome")
        ? line + "keep: Go on"
        : line.hasPrefix("retro") ? line + "Less" : line.hasPrefix("score") ? line + "As read" : line
    }
    try sandbox.write("sheet", filled.joined(separator: "\n"), in: "")
    let outcome = try sandbox.northstar("cycle", "close", "2026-q1", "--answers", "../sheet", today: "2026-04-02")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(okrs).contains("score: 1\n        score_reason: As read\n"))
    #expect(
      try sandbox.northstar("cycle", "close", "2026-q1", "--answers", "../none").errors.contains(
        "cannot read '../none'"))
  }

  @Test func `a person is asked for what is missing`() throws {
    try grade()
    let typed = [
      "", "1,0", "0.2", "Sign-ups", "hold", "keep", "Half way", "Too much",
    ]
    let growth = [
      "--score", "growth/workspaces=0.2", "--score", "growth/invitations=1", "--outcome",
      "growth/invited-by-colleagues=abandon: Nobody", "--retrospective", "growth=Calendars",
    ]
    let outcome = try sandbox.northstar(["cycle", "close", "2026-q1"] + growth, today: "2026-04-02", answers: typed)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.contains("1 as amended, 0.5 as committed\n  score [1]: "))
    #expect(outcome.errors.contains("has a comma"))
    #expect(outcome.errors.contains("'hold' is not an outcome"))
    #expect(try sandbox.text(okrs).contains("score_reason: Sign-ups"))
  }

  @Test func `stewards close, and nobody else`() throws {
    try grade()
    let outcome = try sandbox.northstar(
      ["cycle", "close", "2026-q1"] + answers, today: "2026-04-02",
      variables: ["GIT_AUTHOR_EMAIL": "grace@huddle.example"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("grace may not decide on cycle/2026-q1"))
  }

  @Test(arguments: [
    ["--score", "onboarding/nothing=1"], ["--score", "onboarding/completion=1.2"],
    ["--score", "onboarding/completion"],
    ["--score", "onboarding/completion=0,7"], ["--outcome", "onboarding/first-meeting-obvious=hold: x"],
    ["--retrospective", "platform=x"], ["--retrospective", "onboarding"],
  ])
  func `answers that mean nothing are refused`(extra: [String]) throws {
    try grade()
    let outcome = try sandbox.northstar(["cycle", "close", "2026-q1"] + answers + extra, today: "2026-04-02")
    #expect(outcome.status == 128 || outcome.status == 129, "\(outcome.text)")
    #expect(try sandbox.git("log", "-1", "--format=%s") == "Grade 2026-q1")
  }

  @Test func `carrying on copies what is not reached, from where it has come to`() throws {
    try sandbox.write(
      "cycles/2026-q2.yaml", "kind: cycle\nid: 2026-q2\nstarts: 2026-04-01\nends: 2026-06-30\nstate: draft\n")
    try grade()
    try sandbox.commit("Draft", on: "2026-04-02")
    #expect(try sandbox.northstar(["cycle", "close", "2026-q1"] + answers, today: "2026-04-02").status == 0)
    let outcome = try sandbox.northstar(
      "cycle", "carry", "2026-q1/onboarding/first-meeting-obvious", "--into", "2026-q2", today: "2026-04-02")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("onboarding/completion was reached and stays behind."))
    let text = try sandbox.text("okrs/2026-q2/onboarding.yaml")
    #expect(
      text.contains(
        "id: activation\n        title: Raise the activation rate from 34 % to 40 %\n        metric: activation-rate\n        type: increase\n        baseline: 35\n        target: 40\n        owner: ada\n"
      ))
    for word in ["score", "outcome", "amendments", "completion", "retrospective"] { #expect(!text.contains(word)) }
    #expect(!sandbox.exists("checkins/2026-q2/onboarding.yaml"))
    #expect(
      try sandbox.northstar(
        "cycle", "carry", "2026-q1/onboarding/first-meeting-obvious", "--into", "2026-q2", today: "2026-04-02"
      ).errors.contains("already"))
    #expect(
      try sandbox.northstar(
        "cycle", "carry", "2026-q1/onboarding/first-meeting", "--into", "2026-q2", today: "2026-04-02"
      ).errors.contains("Did you mean"))
    #expect(
      try sandbox.northstar(
        "cycle", "carry", "2026-q2/onboarding/first-meeting-obvious", "--into", "2026-q1", today: "2026-04-02"
      ).errors.contains("is closed"))
  }

  @Test func `show has distribution and calibration, for people and programs`() throws {
    try grade()
    #expect(try sandbox.northstar(["cycle", "close", "2026-q1"] + answers, today: "2026-04-02").status == 0)
    let text = try sandbox.northstar("cycle", "show", "2026-q1", today: "2026-04-03").output
    #expect(text.hasPrefix("2026-q1: 0.46 as committed, 0.59 as amended, given 0.6\n"))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    // Confidence 0.5, 0.6, 0.7 for what ended green, 0.5, 0.5, 0.6 for what did not.
    #expect(lines.contains(["onboarding", "2", "0.6", "less", "than", "committed", "1", "0", "1", "0.23", "0.23"]))
    let json = try sandbox.northstar("cycle", "show", "2026-q1", "--format", "json", today: "2026-04-03").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["amendments"] as? [[String: Any]])?.first?["from"] as? String == "61")
    let teams = object?["teams"] as? [[String: Any]] ?? []
    #expect(teams.map { $0["team"] as? String } == ["growth", "onboarding", "all teams"])
    #expect(try sandbox.northstar("cycle", "show", "2026-q9").status == 128)
  }
}
