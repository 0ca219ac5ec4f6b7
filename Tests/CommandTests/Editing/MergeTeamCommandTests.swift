import TestSupport
import Testing

/// `merge-team`: one team takes another over.
@Suite struct MergeTeamCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @Test func leversPeopleAndOpenGoalsGoAlong() throws {
    let okrs = "okrs/2026-q1/onboarding.yaml"
    try sandbox.replace("  - id: first-meeting", "  # agreed in December\n  - id: first-meeting", in: okrs)
    try sandbox.replace("target: 55", "target: 55   # was 60", in: okrs)
    try sandbox.commit()
    let outcome = try sandbox.northstar("merge-team", "onboarding", "growth")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("Levers handed over: activation-rate.\nOpen OKRs handed over: 2026-q1.\n"))
    #expect(try sandbox.text("teams/onboarding.yaml").hasSuffix("merged_into: growth\nended: 2026-01-28\n"))
    #expect(try sandbox.text("teams/growth.yaml").contains("members: [lin, omar, ada, grace]\n"))
    #expect(
      try sandbox.text("metrics/activation-rate.yaml").hasSuffix("team: growth\n  person: ada\n  since: 2026-01-28\n"))
    #expect(!sandbox.exists(okrs) && !sandbox.exists("checkins/2026-q1/onboarding.yaml"))
    let joined = try sandbox.text("okrs/2026-q1/growth.yaml")
    #expect(joined.contains("    owner: omar\n  # agreed in December\n  - id: first-meeting-obvious\n"))
    #expect(joined.contains("target: 55   # was 60\n"))
    let days = try sandbox.text("checkins/2026-q1/growth.yaml").matches(of: /on: (\S+),/).map { String($0.1) }
    #expect(days.count == 10 && days == days.sorted())
    #expect(try sandbox.northstar("check", today: "2026-01-29").status == 0)
    #expect(try sandbox.git("status", "--porcelain") == "")
    // Only additions in the existing file.
    #expect(try sandbox.git("show", "--format=", "--numstat", "--", "okrs/2026-q1/growth.yaml").hasPrefix("20\t0\t"))
  }

  @Test func filesMoveWhereThereIsNoneYet() throws {
    try sandbox.git("rm", "-q", "okrs/2026-q1/growth.yaml", "checkins/2026-q1/growth.yaml")
    try sandbox.commit()
    let outcome = try sandbox.northstar("merge-team", "onboarding", "growth")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("okrs/2026-q1/growth.yaml").hasPrefix("kind: okrs\nteam: growth\n"))
    #expect(try sandbox.git("show", "--format=", "--numstat", "-M", "--", "okrs").hasPrefix("1\t1\t"))
  }

  @Test func otherIndentationFits() throws {
    let okrs = "okrs/2026-q1/onboarding.yaml"
    let lines = try sandbox.text(okrs).split(separator: "\n").map {
      $0.hasPrefix("  ") ? String($0.dropFirst(2)) : String($0)
    }
    try sandbox.write(okrs, lines.joined(separator: "\n") + "\n")
    try sandbox.commit()
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth").status == 0)
    #expect(try sandbox.text("okrs/2026-q1/growth.yaml").contains("\n  - id: first-meeting-obvious\n    title:"))
  }

  @Test func lineEndsAreThoseOfTheFile() throws {
    let okrs = "okrs/2026-q1/growth.yaml"
    try sandbox.git("config", "core.autocrlf", "false")
    try sandbox.write(okrs, try sandbox.text(okrs).replacing("\n", with: "\r\n"))
    try sandbox.commit()
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth").status == 0)
    let bytes = Array(try sandbox.text(okrs).utf8)
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    #expect(ends.count == 39 && ends.allSatisfy { bytes[$0 - 1] == UInt8(ascii: "\r") }, "\(ends.count)")
  }

  @Test func refusesWhatCannotBe() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    #expect(try sandbox.northstar("merge-team", "onboarding", "onboarding").errors.contains("itself"))
    #expect(try sandbox.northstar("merge-team", "onboarding", "grwth").errors.contains("Did you mean 'growth'?"))
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth", "--on", "x").status == 129)
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth").status == 0)
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth").errors.contains("already"))
    let later = try sandbox.northstar("merge-team", "growth", "onboarding", today: "2026-02-10")
    #expect(later.errors.contains("the team 'onboarding' ended on 2026-01-28"))
  }

  @Test func aPartBecomesThePartOfItsWhole() throws {
    try sandbox.replace("lead: lin", "parent: onboarding\nlead: lin", in: "teams/growth.yaml")
    try sandbox.commit()
    #expect(try sandbox.northstar("merge-team", "onboarding", "growth").status == 0)
    #expect(!(try sandbox.text("teams/growth.yaml").contains("parent:")))
  }
}
