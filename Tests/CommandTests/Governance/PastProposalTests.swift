import TestSupport
import Testing

@testable import northstar

/// Which proposals were open on a day, what they said then, and who was still to approve them.
@Suite struct PastProposalTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-05")
  }

  @discardableResult
  private func run(_ person: String, on day: String, _ words: String...) throws -> Outcome {
    let variables = [
      "GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_NAME": person,
      "GIT_AUTHOR_DATE": "\(day)T12:00:00Z", "GIT_COMMITTER_DATE": "\(day)T12:00:00Z",
    ]
    let outcome = try sandbox.northstar(words, today: day, variables: variables)
    #expect(outcome.status == 0, "\(words): \(outcome.text)")
    return outcome
  }

  private func start(_ id: String, on day: String) throws {
    try run("grace", on: day, "propose", "start", id, "--title", "A mission", "--because", "None")
    try run("grace", on: day, "set", "team/onboarding.mission", "New users succeed")
  }

  /// The ids of the proposals that were open.
  private func open(at day: String) throws -> [String] {
    let list = try run("ada", on: "2026-03-01", "propose", "list", "--format", "csv", "--at", day)
    return list.output.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
  }

  @Test(arguments: ["land", "reject", "withdraw"])
  func openProposalsAreThoseOfTheDay(_ end: String) throws {
    try start("mission", on: "2026-02-01")
    try run("grace", on: "2026-02-03", "set", "team/onboarding.mission", "New users succeed soon")
    let person = end == "reject" ? "lin" : "grace"
    try run(person, on: "2026-02-10", "propose", end, "mission", "--because", "Seen")
    #expect(try open(at: "2026-01-31") == [])
    #expect(try open(at: "2026-02-01") == ["mission"])
    #expect(try open(at: "2026-02-09") == ["mission"])
    #expect(try open(at: "2026-02-10") == [])
    #expect(try open(at: "main") == [])
    let early = try run("ada", on: "2026-03-01", "propose", "show", "mission", "--at", "2026-02-02").output
    #expect(early.contains("New users succeed") && !early.contains("soon"), "\(early)")
    #expect(early.contains("open for 1 day"))
    let plan = try run("ada", on: "2026-03-01", "propose", "plan", "mission", "--at", "2026-02-04").output
    #expect(plan.contains("soon"), "\(plan)")
    let conflicts = try run("ada", on: "2026-03-01", "propose", "conflicts", "--at", "2026-02-04")
    #expect(!conflicts.output.isEmpty)
    let refused = try sandbox.northstar("propose", "show", "mission", "--at", "2026-01-31", today: "2026-03-01")
    #expect(refused.status == 128 && refused.errors.contains("mission"), "\(refused.text)")
  }

  @Test func whatIsGoneIsSaidToBeUnknown() throws {
    try start("mission", on: "2026-02-01")
    try run("grace", on: "2026-02-10", "propose", "withdraw", "mission", "--because", "Seen")
    try sandbox.git("update-ref", "-d", "refs/northstar/proposals/mission")
    let list = try run("ada", on: "2026-03-01", "propose", "list", "--at", "2026-02-05")
    #expect(list.errors.contains("'mission' has ended since, and its commits are not here: it may have been open"))
  }

  @Test func dutiesAreThoseOfTheDay() throws {
    try run("grace", on: "2026-02-01", "propose", "start", "rate", "--title", "Rate", "--because", "None")
    try run("grace", on: "2026-02-01", "set", "activation-rate.definition.counts", "somebody who comes back twice")
    let waits = try run("ada", on: "2026-02-02", "propose", "show", "rate").output
    let person = try #require(waits.firstMatch(of: /from ([a-z]+)/)).1
    try run("grace", on: "2026-02-10", "propose", "withdraw", "rate", "--because", "Seen")
    func duties(_ day: String) throws -> String {
      try run("ada", on: "2026-03-01", "okr", "todo", "--as", String(person), "--at", day).output
    }
    #expect(try duties("2026-02-05").contains("rate"))
    #expect(try !duties("2026-02-11").contains("propose approve rate"))
  }

  @Test func differencesEndAtTheMoment() throws {
    try run("grace", on: "2026-02-01", "set", "team/onboarding.mission", "New users succeed")
    try run("grace", on: "2026-02-03", "set", "team/onboarding.mission", "New users succeed soon")
    func diff(_ words: String...) throws -> String {
      try sandbox.northstar(["diff"] + words, today: "2026-03-01").output
    }
    #expect(try diff("--at", "2026-02-02").contains("mission: New users succeed (new)"))
    #expect(try diff("HEAD~2", "--at", "2026-02-04").contains("mission: New users succeed soon (new)"))
    #expect(try diff("--at", "2026-02-04").contains("New users succeed → New users succeed soon"))
    let first = try sandbox.northstar("diff", "--at", "2026-01-10", today: "2026-03-01")
    #expect(first.status == 1 && first.errors.contains("nothing was committed before"), "\(first.text)")
  }
}
