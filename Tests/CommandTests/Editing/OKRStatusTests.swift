import Foundation
import Presentation
import TestSupport
import Testing

@testable import northstar

@Suite struct OKRStatusTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-27")
  }

  private func keyResult(_ id: String, _ arguments: String..., today: String = "2026-01-28") throws -> [String: Any] {
    let outcome = try sandbox.northstar(["okr", "status", "--format", "json"] + arguments, today: today)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["formatVersion"] as? String == "1.1")
    let teams = object?["teams"] as? [[String: Any]] ?? []
    let objectives = teams.flatMap { $0["objectives"] as? [[String: Any]] ?? [] }
    let all = objectives.flatMap { $0["keyResults"] as? [[String: Any]] ?? [] }
    return try #require(all.first { $0["id"] as? String == id })
  }

  @Test func `each key result has its progress, confidence, status and forecast`() throws {
    let outcome = try sandbox.northstar("okr", "status")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(outcome.output.hasPrefix("2026-q1: day 28 of 90, 30 % expected\n"))
    // (45 − 41) / (55 − 41); the line through day 26 of 90 ends at 55.24.
    #expect(lines.contains(["completion", "29", "%", "0.7", "on-track", "45", "55.24", "2026-01-26", "grace"]))
    #expect(
      lines.contains([
        "activation", "17", "%", "0.6", "at-risk,", "trending", "off", "35", "37.56", "2026-01-26", "ada",
      ]))
    #expect(lines.contains(["invitations", "100", "%", "0.7", "reached", "1", "2026-01-26", "omar"]))
    #expect(outcome.output.contains("first-meeting-obvious  23 %, weakest activation"))
  }

  @Test func `a decrease from 200 to 0 that is half way shows 50 percent`() throws {
    try sandbox.replace(
      "type: increase\n        baseline: 900\n        target: 1200",
      "type: decrease\n        baseline: 200\n        target: 0", in: "okrs/2026-q1/growth.yaml")
    try sandbox.replace("value: 955", "value: 100", in: "checkins/2026-q1/growth.yaml")
    #expect(try keyResult("workspaces")["progress"] as? Double == 0.5)
    #expect(try sandbox.northstar("okr", "status", "--team", "growth").output.contains("workspaces   50 %"))
  }

  @Test func `below the baseline and beyond the target both numbers are shown`() throws {
    try sandbox.replace("value: 45,", "value: 62,", in: "checkins/2026-q1/onboarding.yaml")
    try sandbox.replace("value: 35,", "value: 31,", in: "checkins/2026-q1/onboarding.yaml")
    let text = try sandbox.northstar("okr", "status").output
    #expect(text.contains("100 % (150 %)"))
    #expect(text.contains("0 % (-50 %)"))
  }

  @Test func `a target that equals the baseline is no number and says so`() throws {
    try sandbox.replace("target: 55", "target: 41", in: "okrs/2026-q1/onboarding.yaml")
    #expect(try sandbox.northstar("okr", "status").output.contains("! no number: target equals baseline"))
    let one = try keyResult("completion")
    #expect(one["progress"] is NSNull)
    #expect(one["problem"] as? String == "target equals baseline")
  }

  @Test func `without a check-in it is pending and unknown, later outdated`() throws {
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/checkins/2026-q1/onboarding.yaml")
    let early = try keyResult("completion", today: "2026-01-08")
    #expect(early["status"] as? String == "pending")
    #expect(early["progress"] is NSNull)
    #expect(early["lastCheckIn"] is NSNull)
    let late = try keyResult("completion", today: "2026-01-28")
    #expect(late["status"] as? String == "outdated")
    #expect(late["overdueDays"] as? Double == 16)
    #expect(try sandbox.northstar("okr", "status").output.contains("none, 16 days late"))
  }

  @Test func `closed cycles are shown only when named`() throws {
    try sandbox.replace("state: active", "state: closed", in: "cycles/2026-q1.yaml")
    let daily = try sandbox.northstar("okr", "status")
    #expect(daily.output.isEmpty)
    #expect(daily.errors.contains("There are these cycles: 2026-q1 (closed)"))
    #expect(daily.status == 0)
    #expect(try sandbox.northstar("okr", "status", "--cycle", "2026-q1").output.contains("completion"))
  }

  @Test func `a moment before shows what was known then`() throws {
    try sandbox.replace("value: 45,", "value: 55,", in: "checkins/2026-q1/onboarding.yaml")
    try sandbox.commit("Check in", on: "2026-01-29")
    #expect(
      try sandbox.northstar("okr", "status", "--at", "2026-01-27", today: "2026-02-20").output.contains(
        "completion  29 %"))
    #expect(
      try sandbox.northstar("okr", "status", "--at", "2026-01-30", today: "2026-02-20").output.contains(
        "completion  100 %"))
  }

  @Test(arguments: [40, 60, 80, 100])
  func `lines fit the terminal`(width: Int) throws {
    let outcome = try sandbox.northstar(["okr", "status"], width: width, variables: ["GIT_PAGER": "cat"], answers: [])
    for line in outcome.output.split(separator: "\n") where !line.hasPrefix("2026-q1") {
      #expect(line.count <= width, "\(line)")
    }
    #expect(outcome.output.contains("complet"))
  }

  @Test func `Markdown has a row for each, and nothing breaks out of a cell`() throws {
    try sandbox.replace("title: Raise onboarding", "title: Raise | `onboarding`", in: "okrs/2026-q1/onboarding.yaml")
    let text = try sandbox.northstar("okr", "status", "--team", "onboarding", "--format", "markdown").output
    #expect(text.contains("| Raise \\| \\`onboarding\\` completion from 41 % to 55 % | 29 % | 0.7 | on-track | 45 |"))
    #expect(!text.contains("growth"))
  }

  @Test func `what is not there is named, and an empty strategy has no report`() throws {
    #expect(try sandbox.northstar("okr", "status", "--team", "onbording").errors.contains("Did you mean 'onboarding'?"))
    #expect(try sandbox.northstar("okr", "status", "--cycle", "2026-q9").status == 128)
    let bare = try Sandbox()
    #expect(try bare.northstar("okr", "status").status != 0)
    try bare.write("northstar.yaml", "kind: strategy\nid: s\nproduct: P\nnorth_star: n\n")
    #expect(try bare.northstar("okr", "status").errors.contains("There is no cycle yet."))
    #expect(try bare.northstar("okr", "status", "--format", "json").output.contains("\"teams\" : ["))
  }

  @Test func `a broken guardrail makes it achieved at cost`() throws {
    try sandbox.write(
      "readings/support-load.csv", "period,value,known_on,source\n2026-W04,14,2026-01-26,desk\n")
    try sandbox.replace("value: 45,", "value: 56,", in: "checkins/2026-q1/onboarding.yaml")
    let text = try sandbox.northstar("okr", "status").output
    // It guards activation-rate, the input of the objective: of both key results, and one of them is reached.
    #expect(text.contains("achieved at cost"))
    #expect(text.contains("! achieved at cost: support-load at 14 in 2026-W04, at most 12"))
    #expect(text.contains("! guardrail broken: support-load at 14 in 2026-W04, at most 12"))
    let one = try keyResult("completion")
    #expect(one["achievedAtCost"] as? Bool == true)
    #expect(one["breaches"] as? [String] == ["support-load"])
    #expect(try keyResult("activation")["achievedAtCost"] as? Bool == false)
    #expect(try keyResult("completion", today: "2026-01-25")["breaches"] as? [String] == [])
  }

  @Test func `a low confidence escalates`() throws {
    try sandbox.replace(
      "value: 45, confidence: 0.7", "value: 45, confidence: 0.3", in: "checkins/2026-q1/onboarding.yaml")
    let text = try sandbox.northstar("okr", "status").output
    #expect(text.contains("! confidence 0.3: ask who can help"))
    #expect(text.contains("off-track"))
  }

  @Test(arguments: [
    (0.0, "0"), (45, "45"), (52.4567, "52.46"), (0.0866667, "0.087"), (-3.456, "-3.46"), (1e300, "1e+300"),
  ])
  func `numbers are short`(value: Double, text: String) {
    #expect(value.short == text)
  }

  @Test(arguments: [(0.0, "0 %"), (0.004, "<1 %"), (0.999, "99 %"), (1, "100 %"), (-0.5, "-50 %"), (1e300, "1e+302 %")])
  func `percent says all and nothing only of what is`(value: Double, text: String) {
    #expect(value.percent == text)
  }
}
