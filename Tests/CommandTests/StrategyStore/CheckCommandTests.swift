import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  /// Writes one fault: a team leader who does not exist.
  private func breakTeam(_ leader: String = "adda") throws {
    let text = try sandbox.text("teams/onboarding.yaml")
    try sandbox.write("teams/onboarding.yaml", text.replacing("lead: ada", with: "lead: \(leader)"))
  }

  @Test func cleanStrategyEndsWithNoughtAndSaysSo() throws {
    let outcome = try sandbox.northstar("check")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "checked 21 files: no faults\n")
    #expect(try sandbox.northstar("check", "--quiet").text.isEmpty)
  }

  @Test func faultIsShownWithItsLineAndEndsWithOne() throws {
    try breakTeam()
    let outcome = try sandbox.northstar("check")
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        teams/onboarding.yaml:4:7: error[NS201]: there is no person 'adda'
          |
        4 | lead: adda
          |       ^^^^
        help: Did you mean 'ada'?


        """)
    #expect(outcome.errors.hasPrefix("found 1 error in 21 files"))
  }

  @Test func workingTreeIndexAndRevisionsAreDifferentSources() throws {
    try breakTeam()
    #expect(try sandbox.northstar("check").status == 1)
    #expect(try sandbox.northstar("check", "--staged").status == 0)
    #expect(try sandbox.northstar("check", "HEAD").status == 0)
    try sandbox.git("add", "-A")
    #expect(try sandbox.northstar("check", "--staged").status == 1)
    try sandbox.commit()
    #expect(try sandbox.northstar("check", "HEAD").status == 1)
    #expect(try sandbox.northstar("check", "HEAD~1").status == 0)
  }

  @Test func sinceReportsOnlyWhatIsNew() throws {
    try breakTeam()
    try sandbox.commit()
    let moved = try sandbox.text("teams/onboarding.yaml").replacing("kind: team", with: "# moved down\n\nkind: team")
    try sandbox.write("teams/onboarding.yaml", moved)
    #expect(try sandbox.northstar("check", "--since", "HEAD").status == 0)
    let growth = try sandbox.text("teams/growth.yaml").replacing("lead: lin", with: "lead: linn")
    try sandbox.write("teams/growth.yaml", growth)
    let outcome = try sandbox.northstar("check", "--since", "HEAD")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("'linn'") && !outcome.output.contains("'adda'"))
  }

  @Test func sinceARevisionWithoutStrategyReportsEverything() throws {
    try sandbox.git("switch", "-q", "--orphan", "empty")
    try sandbox.git("commit", "-q", "--allow-empty", "-m", "Nothing yet")
    try sandbox.git("switch", "-q", "main")
    try breakTeam()
    #expect(try sandbox.northstar("check", "--since", "empty").status == 1)
  }

  @Test func atJudgesByTheDayOfThatMoment() throws {
    #expect(try sandbox.northstar("check", "HEAD", today: "2026-03-01").output.contains("overdue"))
    #expect(try sandbox.northstar("check", "--at", "2026-01-28", today: "2026-03-01").output.isEmpty)
    #expect(try sandbox.northstar("check", "--at", "HEAD", today: "2026-03-01").output.isEmpty)
    #expect(try sandbox.northstar("check", "HEAD", "--at", "HEAD").status == 129)
  }

  @Test func bareRepositoryAndSubfolder() throws {
    try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
    #expect(try sandbox.northstar("check", "main", in: "bare.git").status == 0)
    try breakTeam()
    let outcome = try sandbox.northstar("check", in: "repo/teams")
    #expect(outcome.output.hasPrefix("teams/onboarding.yaml:4:7: error"))
  }

  @Test func severalStrategiesAreCheckedAndOneCanBeChosen() throws {
    let both = try Sandbox()
    try both.writeStrategy(in: "repo/europe")
    try both.writeStrategy(in: "repo/asia")
    let settings = try both.text("asia/northstar.yaml").replacing("id: huddle", with: "id: asia")
    try both.write("asia/northstar.yaml", settings.replacing("[ada, lin]", with: "[adda, lin]"))
    try both.commit()
    #expect(try both.northstar("check").output.contains("asia/northstar.yaml:"))
    #expect(try both.northstar("check", "HEAD").status == 1)
    #expect(try both.northstar("check", "--strategy", "europe").status == 0)
    #expect(try both.northstar("check", "--strategy", "asia").status == 1)
    #expect(try both.northstar("check", in: "repo/europe/teams").status == 0)
    let unknown = try both.northstar("check", "--strategy", "afrika")
    #expect(unknown.status == 128)
    #expect(unknown.errors.contains("there is no strategy 'afrika'"))
    #expect(try both.northstar("list", "teams").status == 129)
  }

  @Test func nothingToCheckIsNoSuccess() throws {
    let empty = try Sandbox()
    let outcome = try empty.northstar("check")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("northstar init"))
    #expect(try empty.northstar("check", "HEAD").status == 128)
    #expect(try Sandbox(isRepository: false).northstar("check").status == 1)
  }

  @Test func whatCanNotRunSaysWhyAndWhatToTry() throws {
    let unknown = try sandbox.northstar("check", "no-such-branch")
    #expect(unknown.status == 128)
    #expect(unknown.errors.contains("no-such-branch"))
    let outside = try Sandbox(isRepository: false)
    #expect(try outside.northstar("check", "HEAD").status == 128)
    #expect(try sandbox.northstar("check", "HEAD", "--staged").status == 129)
    #expect(try sandbox.northstar("check", "--format", "yaml").status == 129)
  }

  @Test(arguments: ["json", "sarif", "gitlab"])
  func formatsForMachinesAreJSON(_ format: String) throws {
    try breakTeam()
    let outcome = try sandbox.northstar("check", "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect(String(describing: value).contains("onboarding.yaml"))
  }

  @Test func severityThatFailsCanBeChosen() throws {
    let okrs = try sandbox.text("okrs/2026-q1/onboarding.yaml")
    let title = "New teams host their first meeting without help"
    try sandbox.write("okrs/2026-q1/onboarding.yaml", okrs.replacing(title, with: "Host more"))
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("check", "--fail-on", "warning").status == 1)
  }

  @Test func rulesAndWaiversOfTheStrategyCount() throws {
    try breakTeam()
    let settings = try sandbox.text("northstar.yaml")
    try sandbox.write("northstar.yaml", settings + "rules:\n  - rule: unknown-reference\n    severity: warning\n")
    #expect(try sandbox.northstar("check").status == 0)
    try sandbox.write("northstar.yaml", settings)
    try sandbox.write(
      "waivers/new-leader.yaml",
      """
      kind: waiver
      id: new-leader
      rule: NS201
      entity: team/onboarding
      because: She starts in February
      approved_by: ada
      expires: 2026-02-15

      """)
    let waived = try sandbox.northstar("check")
    #expect(waived.status == 0)
    #expect(waived.errors.contains("1 waived"))
    #expect(try sandbox.northstar("check", today: "2026-02-16").status == 1)
  }

  @Test func orderDoesNotChangeFromRunToRun() throws {
    for file in ["teams/onboarding.yaml", "teams/growth.yaml", "cycles/2026-q1.yaml", "metrics/activation-rate.yaml"] {
      try sandbox.write(file, try sandbox.text(file).replacing("id: ", with: "idd: "))
    }
    let first = try sandbox.northstar("check").output
    for _ in 0..<5 { #expect(try sandbox.northstar("check").output == first) }
  }

  @Test func linksAndPipesAreNamedAndNotFollowed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(sandbox.path)/repo/teams/link.yaml", withDestinationPath: "/etc/passwd")
    _ = try sandbox.run(["mkfifo", "teams/pipe.yaml"])
    let outcome = try sandbox.northstar("check")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("teams/link.yaml:1:1: error[NS107]"))
    #expect(outcome.output.contains("teams/pipe.yaml:1:1: error[NS107]"))
    #expect(!outcome.text.contains("root:"))
  }
}
