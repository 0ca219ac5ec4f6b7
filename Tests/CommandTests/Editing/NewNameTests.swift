import Foundation
import TestSupport
import Testing

/// What a team has continues under its new id.
@Suite struct NewNameTests {
  private let sandbox: Sandbox
  private let target = "objectives[first-meeting-obvious].key_results[completion].target"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-02")
  }

  private func run(_ words: String...) throws {
    let outcome = try sandbox.northstar(words)
    try #require(outcome.status == 0, "\(words): \(outcome.text)")
  }

  private func rename() throws {
    try run("set", "2026-q1/onboarding.\(target)", "47", "-m", "A flood")
    try run("rename-team", "onboarding", "first-steps")
  }

  @Test func historyGoesOn() throws {
    try rename()
    try run("set", "2026-q1/first-steps.\(target)", "45")
    let log = try sandbox.northstar("log", "okrs/2026-q1/first-steps")
    #expect(
      ["added okrs/2026-q1/onboarding", "55 → 47", "renamed okrs/2026-q1/onboarding to okrs/2026-q1/first-steps"]
        .allSatisfy(log.output.contains), "\(log.text)")
    let blame = try sandbox.northstar("blame", "okrs/2026-q1/first-steps")
    let begun = try sandbox.git("rev-parse", "--short=7", "main~3")
    let line = blame.output.split(separator: "\n").first { $0.contains("completion].baseline") }
    #expect(line?.hasPrefix(begun) == true, "\(blame.text)")
    let goalposts = try sandbox.northstar("goalposts", "2026-q1", "--format", "csv")
    #expect(goalposts.output.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",2026-q1/first-steps,") })
    #expect(goalposts.output.split(separator: "\n").count == 3, "\(goalposts.text)")
    #expect(goalposts.output.contains(",A flood"))
  }

  @Test func aNewIdRemovesAndHandsOverNothing() throws {
    try rename()
    let diff = try sandbox.northstar("diff", "main~1..main", "--format", "json")
    #expect(!diff.output.contains("\"removed\"") && !diff.output.contains("\"added\""), "\(diff.text)")
    #expect(!diff.output.contains("risky") && !diff.output.contains("breaking"))
    let plan = try sandbox.northstar("propose", "plan", "main~1..main")
    #expect(plan.output.contains("the lead of onboarding") && !plan.output.contains("gives it"), "\(plan.text)")
  }

  @Test func anotherTeamsAgreementIsNoMovedGoalpost() throws {
    try sandbox.replace(
      "    input: activation-rate",
      "    input: activation-rate\n    agreement: { team: growth, person: lin, on: 2026-01-20 }",
      in: "okrs/2026-q1/onboarding.yaml")
    try sandbox.commit("Growth agrees")
    try run("rename-team", "growth", "reach")
    let goalposts = try sandbox.northstar("goalposts", "2026-q1", "--format", "csv")
    #expect(goalposts.output.split(separator: "\n").count == 1, "\(goalposts.text)")
  }

  @Test func goalsThatGoToAnotherTeamAreMovedOnce() throws {
    try run("merge-team", "onboarding", "growth")
    let changes = try sandbox.northstar("diff", "main~1..main")
    #expect(changes.output.contains("moved okrs/2026-q1/onboarding to okrs/2026-q1/growth"), "\(changes.text)")
    #expect(!changes.output.contains("removed"))
    let goalposts = try sandbox.northstar("goalposts", "2026-q1", "--format", "csv")
    #expect(goalposts.output.contains(",2026-q1/growth,first-meeting-obvious,team,onboarding,growth,neither,"))
    #expect(goalposts.output.split(separator: "\n").count == 2, "\(goalposts.text)")
  }

  @Test func goalsOfACycleThatIsOverStay() throws {
    try sandbox.replace("state: active", "state: grading", in: "cycles/2026-q1.yaml")
    try sandbox.commit("Grade it")
    let outcome = try sandbox.northstar("merge-team", "onboarding", "growth", today: "2026-04-20")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(sandbox.exists("okrs/2026-q1/onboarding.yaml") && sandbox.exists("checkins/2026-q1/onboarding.yaml"))
  }

  @Test func oldErrorsMoveAlongAndNewOnesDoNot() throws {
    let okrs = "okrs/2026-q1/onboarding.yaml"
    try sandbox.replace("        target: 55\n", "", in: okrs)
    try sandbox.commit("Not known yet")
    try run("rename-team", "onboarding", "first-steps")
    #expect(try sandbox.northstar("check", "--since", "main~1").status == 0)
    let moved = "okrs/2026-q1/first-steps.yaml"
    try sandbox.replace("        target: 40\n", "", in: moved)
    let check = try sandbox.northstar("check", "--since", "main~1")
    #expect(check.status == 1 && check.output.contains("'activation' has no target"), "\(check.text)")
    #expect(!check.output.contains("'completion'"))
  }

  @Test func twoFieldsOfOneFileHaveTwoSubjects() throws {
    try run("set", "2026-q1/onboarding.\(target)", "47")
    try run(
      "set", "2026-q1/onboarding.objectives[first-meeting-obvious].key_results[activation].title",
      "Raise the rate a lot")
    let subjects = try sandbox.git("log", "-2", "--format=%s").split(separator: "\n").map(String.init)
    #expect(
      subjects == [
        "2026-q1/onboarding: set activation.title to Raise the rate a lot",
        "2026-q1/onboarding: set completion.target to 47",
      ])
  }
}
