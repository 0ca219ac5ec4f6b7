import Foundation
import TestSupport
import Testing

@testable import northstar

@Suite struct CheckInTests {
  private let sandbox: Sandbox
  private let file = "checkins/2026-q1/onboarding.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  @Test func `one line adds one entry and one commit, and touches nothing else`() throws {
    let before = try sandbox.text(file)
    let outcome = try sandbox.northstar("checkin", "onboarding/completion", "47", "-c", "0.6", "-m", "The tour is live")
    #expect(outcome.status == 0, "\(outcome.text)")
    let entry =
      "  - { on: 2026-01-28, key_result: completion, value: 47, confidence: 0.6, note: The tour is live, by: ada }\n"
    #expect(try sandbox.text(file) == before + entry)
    #expect(
      try sandbox.git("log", "--format=%s", "-2") == "onboarding: check in completion at 47, confidence 0.6\nBegin")
    #expect(try sandbox.git("log", "-1", "--format=%b").contains("The tour is live"))
    #expect(outcome.output.contains("completion: 43 %, 30 % expected, at-risk"))
    #expect(try sandbox.git("status", "--porcelain").isEmpty)
  }

  @Test(arguments: [
    ("7", "0.7"), ("0.6", "0.6"), ("1.0", "1"), ("100%", "1"), ("10", "1"), ("2", "0.2"), ("60%", "0.6"), ("0", "0"),
  ])
  func `confidence on a scale of ten is normalised`(typed: String, written: String) throws {
    #expect(try sandbox.northstar("checkin", "onboarding/completion", "47", "-c", typed).status == 0)
    #expect(try sandbox.text(file).hasSuffix("value: 47, confidence: \(written), by: ada }\n"))
  }

  @Test(arguments: [
    ("47,5", "has a comma"), ("1,200", "has a comma"), ("1'200", "between its digits"), ("1 200", "between its digits"),
    ("1_200", "between its digits"), ("47%", "has a unit"), ("nan", "is not a number"), ("inf", "is not a number"),
    ("1e999", "is not a number"), ("0x10", "is not a number"), ("", "is not a number"), ("−5", "minus"),
  ])
  func `what is no plain number is refused with a word`(typed: String, word: String) throws {
    let head = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar("checkin", "onboarding/completion", typed)
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
    #expect(try sandbox.git("rev-parse", "HEAD") == head)
  }

  @Test(arguments: ["11", "-0.1", "nan", "101%", "high", "1"])
  func `what is no confidence is refused`(typed: String) throws {
    #expect(try sandbox.northstar("checkin", "onboarding/completion", "47", "--confidence=\(typed)").status == 129)
  }

  @Test func `a correction names its day, keeps the confidence, and leaves the old entry`() throws {
    let before = try sandbox.text(file)
    let outcome = try sandbox.northstar("checkin", "onboarding/completion", "44.5", "--corrects", "2026-01-26")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      try sandbox.text(file) == before
        + "  - { on: 2026-01-28, key_result: completion, value: 44.5, confidence: 0.7, by: ada, corrects: 2026-01-26 }\n"
    )
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("okr", "status").output.contains("44.5"))
  }

  @Test func `a correction of a day without a check-in is refused with the days there are`() throws {
    let outcome = try sandbox.northstar("checkin", "onboarding/completion", "44", "--corrects", "2026-01-20")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("It was on: 2026-01-12, 2026-01-19, 2026-01-26."))
  }

  @Test func `a second check-in of a day is refused, an earlier day goes to its place`() throws {
    let again = try sandbox.northstar("checkin", "onboarding/completion", "46", "--on", "2026-01-26")
    #expect(again.status == 128)
    #expect(again.errors.contains("add --corrects 2026-01-26"))
    #expect(
      try sandbox.northstar("checkin", "onboarding/completion", "44", "--on", "2026-01-21", "--by", "grace").status == 0
    )
    let days = try sandbox.text(file).split(separator: "\n").compactMap { line -> String? in
      line.firstRange(of: "on: ").map { String(line[$0.upperBound...].prefix(10)) }
    }
    #expect(days == days.sorted())
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test(arguments: [
    ("2026-01-29", "is in the future"), ("2025-12-30", "before '2026-q1' starts"), ("tomorrow", "is not a date"),
  ])
  func `impossible days are refused`(day: String, word: String) throws {
    #expect(try sandbox.northstar("checkin", "onboarding/completion", "44", "--on", day).errors.contains(word))
  }

  @Test func `the file is made when there is none`() throws {
    try sandbox.git("rm", "-q", "-r", "checkins")
    try sandbox.commit("No check-ins", on: "2026-01-27")
    #expect(try sandbox.northstar("checkin", "growth/invitations", "done", "-c", "9").status == 0)
    #expect(try sandbox.northstar("checkin", "growth/workspaces", "960", "-c", "0.6").status == 0)
    let text = try sandbox.text("checkins/2026-q1/growth.yaml")
    #expect(text.hasPrefix("kind: checkins\nteam: growth\ncycle: 2026-q1\nentries:\n  - on: 2026-01-28\n"))
    #expect(text.contains("key_result: invitations\n    value: 1\n"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func `comments and line ends of the file stay`() throws {
    let windows = "# ours\r\n" + (try sandbox.text(file)).replacing("\n", with: "\r\n")
    try sandbox.write(file, windows)
    try sandbox.commit("Line ends", on: "2026-01-27")
    #expect(try sandbox.northstar("checkin", "onboarding/completion", "47").status == 0)
    let text = try sandbox.text(file)
    #expect(text.hasPrefix(windows))
    #expect(text.replacing("\r\n", with: "").contains("\n") == false)
  }

  @Test func `a person is asked for each open key result in turn`() throws {
    let answers = ["47,5", "47.5", "7", "Going well", "", "x"]
    let outcome = try sandbox.northstar(["checkin", "onboarding"], answers: answers)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(
      outcome.errors.contains(
        "completion: Raise onboarding completion from 41 % to 55 % "
          + "(owned by grace; 45 on 2026-01-26, confidence 0.7; target 55)"))
    #expect(outcome.errors.contains("has a comma"))
    let text = try sandbox.text(file)
    #expect(text.hasSuffix("value: 47.5, confidence: 0.7, note: Going well, by: ada }\n"))
    #expect(!text.contains("2026-01-28, key_result: activation"))
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
  }

  @Test func `several answers make one commit, the end of the input none`() throws {
    let outcome = try sandbox.northstar(["checkin", "growth"], answers: ["970", "", "", "1", "", ""])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.git("log", "-1", "--format=%s") == "growth: check in 2 key results")
    let stopped = try sandbox.northstar(["checkin", "onboarding"], answers: ["47", "0.5"])
    #expect(stopped.status == 128)
    #expect(stopped.errors.contains("nothing was written"))
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "2")
    let skipped = try sandbox.northstar(["checkin", "onboarding"], answers: ["", ""])
    #expect(skipped.output == "Nothing to check in.\n")
  }

  @Test func `what was checked in today is corrected by an answer`() throws {
    #expect(try sandbox.northstar("checkin", "onboarding/completion", "47").status == 0)
    #expect(try sandbox.northstar(["checkin", "onboarding/completion"], answers: ["48", "", ""]).status == 0)
    #expect(try sandbox.text(file).hasSuffix("value: 48, by: ada, corrects: 2026-01-28 }\n"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func `a measured value is offered`() throws {
    try sandbox.write(
      "readings/onboarding-completion.csv",
      "period,value,known_on,source\n2026-W03,46.5,2026-01-19,warehouse\n2026-W04,47.25,2026-01-26,warehouse\n")
    try sandbox.commit("Measure", on: "2026-01-27")
    let outcome = try sandbox.northstar(["checkin", "onboarding/completion"], answers: ["=", "0.6", ""])
    #expect(outcome.errors.contains("value, = for 47.25, measured in 2026-W04: "), "\(outcome.errors)")
    #expect(try sandbox.text(file).hasSuffix("value: 47.25, confidence: 0.6, by: ada }\n"))
  }

  @Test func `nobody there, no value: the lines to type are named`() throws {
    let outcome = try sandbox.northstar("checkin", "onboarding")
    #expect(outcome.status == 129)
    #expect(outcome.errors.contains("northstar checkin onboarding/completion <value>"))
  }

  @Test func `whoever checks in for somebody else is told`() throws {
    let ada = try sandbox.northstar("checkin", "onboarding/completion", "47")
    #expect(ada.output.contains("'completion' is owned by grace; ada checked it in."), "\(ada.output)")
    let grace = try sandbox.northstar(
      "checkin", "onboarding/completion", "48", "--corrects", "2026-01-28",
      variables: ["GIT_AUTHOR_EMAIL": "grace@huddle.example"])
    #expect(grace.status == 0 && !grace.output.contains("owned by"), "\(grace.text)")
  }

  /// A year beside the quarter, with one key result of its own and one of the same name.
  private func addYear() throws {
    try sandbox.write(
      "cycles/year.yaml", "kind: cycle\nid: year\nname: The year\nstarts: 2026-01-01\nends: 2026-12-31\nstate: active\n"
    )
    let text = try sandbox.text("okrs/2026-q1/onboarding.yaml")
    try sandbox.write(
      "okrs/year/onboarding.yaml",
      text.replacing("cycle: 2026-q1", with: "cycle: year").replacing("- id: activation\n", with: "- id: rate\n"))
    try sandbox.commit("The year", on: "2026-01-27")
  }

  @Test func `a key result of one cycle alone needs no cycle`() throws {
    try addYear()
    #expect(try sandbox.northstar("checkin", "onboarding/rate", "43").status == 0)
    #expect(try sandbox.text("checkins/year/onboarding.yaml").contains("key_result: rate"))
    let both = try sandbox.northstar("checkin", "onboarding/completion", "47")
    #expect(both.status == 129)
    #expect(both.errors.contains("Name it in full: 'northstar checkin year/onboarding/completion"), "\(both.errors)")
    #expect(try sandbox.northstar("checkin", "onboarding/ratte", "43").errors.contains("'rate'"))
    #expect(try sandbox.northstar("checkin", "year/onboarding/completion", "47").status == 0)
  }

  @Test func `what is owed in two cycles can be typed as it is printed`() throws {
    try addYear()
    let outcome = try sandbox.northstar("okr", "todo", "--as", "grace", "--format", "csv", today: "2026-02-02")
    let commands = outcome.output.split(separator: "\n").compactMap { line in
      line.firstRange(of: "northstar checkin ").map { line[$0.upperBound...].split(separator: " ")[0] }
    }
    #expect(commands.count == 2, "\(outcome.output)")
    for name in commands {
      #expect(try sandbox.northstar("checkin", String(name), "47", today: "2026-02-02").status == 0, "\(name)")
    }
  }

  @Test func `names are resolved, or near ones told`() throws {
    #expect(try sandbox.northstar("checkin", "2026-q1/onboarding/completion", "47").status == 0)
    #expect(try sandbox.northstar("checkin", "onbording/completion", "47").errors.contains("'onboarding'"))
    #expect(try sandbox.northstar("checkin", "onboarding/completed", "47").errors.contains("'completion'"))
    #expect(try sandbox.northstar("checkin", "onboarding", "47").errors.contains("a value needs one key result"))
    #expect(try sandbox.northstar("checkin", "onboarding/", "47").status == 129)
    #expect(try sandbox.northstar("checkin", "growth/invitations", "7").errors.contains("milestone"))
  }

  @Test(arguments: [("closed", "its numbers are final"), ("draft", "nothing is promised yet")])
  func `a cycle that is not running takes no check-in`(state: String, word: String) throws {
    try sandbox.replace("state: active", "state: \(state)", in: "cycles/2026-q1.yaml")
    try sandbox.commit("State", on: "2026-01-27")
    #expect(try sandbox.northstar("checkin", "2026-q1/onboarding/completion", "47").errors.contains(word))
  }

  @Test func `an unknown address checks in for nobody`() throws {
    let outcome = try sandbox.northstar(
      "checkin", "onboarding/completion", "47", variables: ["GIT_AUTHOR_EMAIL": "who@example.com"])
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text(file).hasSuffix("key_result: completion, value: 47 }\n"))
    #expect(try sandbox.northstar("checkin", "onboarding/activation", "36", "--by", "nobody").status == 128)
  }

  @Test func `two at once both count`() async throws {
    let sandbox = sandbox
    let lines = (21...24).flatMap { day in
      [("completion", "47"), ("activation", "36")].map { id, value in
        [Sandbox.program, "checkin", "onboarding/\(id)", value, "--on", "2026-01-\(day)"]
      }
    }
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for line in lines { group.addTask { try sandbox.run(line) } }
      for try await outcome in group { #expect(outcome.status == 0, "\(outcome.text)") }
    }
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "9")
    let entries = try sandbox.text(file).split(separator: "\n").filter { $0.contains("on: 2026-01-2") }
    #expect(entries.count { !$0.contains("2026-01-26") } == 8)
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func `a rehearsal writes nothing`() throws {
    let before = try sandbox.text(file)
    let outcome = try sandbox.northstar("checkin", "onboarding/completion", "47", "-n")
    #expect(outcome.output.contains("+  - { on: 2026-01-28, key_result: completion, value: 47, by: ada }"))
    #expect(try sandbox.text(file) == before)
  }
}
