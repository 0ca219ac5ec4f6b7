import TestSupport
import Testing

/// `rename-team`: another id in every file.
@Suite struct RenameTeamCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @Test func everyFileNamesTheNewId() throws {
    try sandbox.replace(
      "  team: onboarding", "  team: 'onboarding' # since the start", in: "metrics/activation-rate.yaml")
    try sandbox.replace("lead: lin", "parent: \"onboarding\"\nlead: lin", in: "teams/growth.yaml")
    try sandbox.commit()
    let outcome = try sandbox.northstar("rename-team", "onboarding", "first-steps", "--name", "First steps")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("renamed team/onboarding to team/first-steps"))
    #expect(
      try sandbox.text("teams/first-steps.yaml") == """
        kind: team
        id: first-steps
        name: First steps
        lead: ada
        members: [ada, grace]
        started: 2025-01-06
        formerly: [onboarding]

        """)
    #expect(try sandbox.text("metrics/activation-rate.yaml").contains("team: 'first-steps' # since the start"))
    #expect(try sandbox.text("teams/growth.yaml").contains("parent: \"first-steps\""))
    let moved = try sandbox.git("show", "--format=", "--name-status", "-M").split(separator: "\n").map(String.init)
    #expect(moved.count == 5)
    #expect(moved.count { $0.hasPrefix("R") } == 3)
    #expect(sandbox.exists("okrs/2026-q1/first-steps.yaml") && sandbox.exists("checkins/2026-q1/first-steps.yaml"))
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.git("show", "--format=", "--numstat", "-M", "--", "okrs").hasPrefix("1\t1\t"))
  }

  @Test func backAgainLeavesOneFormerName() throws {
    #expect(try sandbox.northstar("rename-team", "onboarding", "first-steps").status == 0)
    let outcome = try sandbox.northstar("rename-team", "first-steps", "onboarding")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("teams/onboarding.yaml").contains("formerly: [first-steps]"))
  }

  @Test func references() throws {
    try sandbox.write(
      "waivers/late.yaml",
      """
      kind: waiver
      id: late
      rule: overdue-check-in
      entity: checkins/2026-q1/onboarding
      approved_by: ada
      because: They are on holiday
      expires: 2026-03-01

      """)
    try sandbox.commit()
    let outcome = try sandbox.northstar("rename-team", "onboarding", "first-steps")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("waivers/late.yaml").contains("entity: checkins/2026-q1/first-steps\n"))
  }

  @Test(arguments: ["../x", "First", "growth", "onboarding", "", "größer", "a/b"])
  func onlyFreeIds(_ id: String) throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    #expect(try sandbox.northstar("rename-team", "onboarding", id).status >= 128)
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func anUnknownTeam() throws {
    #expect(try sandbox.northstar("rename-team", "onbording", "x").errors.contains("Did you mean 'onboarding'?"))
  }

  @Test func aDirtyFileStopsAllOfIt() throws {
    try sandbox.write("okrs/2026-q1/onboarding.yaml", try sandbox.text("okrs/2026-q1/onboarding.yaml") + "# mine\n")
    let outcome = try sandbox.northstar("rename-team", "onboarding", "first-steps")
    #expect(outcome.status == 128 && outcome.errors.contains("okrs/2026-q1/onboarding.yaml"))
    #expect(sandbox.exists("teams/onboarding.yaml") && !sandbox.exists("teams/first-steps.yaml"))
  }
}
