import TestSupport
import Testing

@testable import northstar

@Suite struct PagerTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin", on: "2026-01-05")
  }

  @Test func aPagerIsPagedThroughAndLeft() throws {
    let session = try sandbox.onTerminal(
      "northstar log okrs/2026-q1/onboarding; echo over", rows: 8, keys: " q", variables: ["GIT_PAGER": "less"])
    #expect(session.ended && session.screen.contains("over"), "\(session.screen)")
  }

  @Test func whoeverLeavesEarlyHasReadEnough() throws {
    let session = try sandbox.onTerminal(
      "northstar log okrs/2026-q1/onboarding; echo status $?", variables: ["GIT_PAGER": "head -n 1"])
    #expect(session.ended && session.screen.contains("status 0"), "\(session.screen)")
  }

  @Test(arguments: ["no-such-pager", "/etc/passwd"])
  func withoutAPagerTheAnswerIsPrinted(_ pager: String) throws {
    let session = try sandbox.onTerminal("northstar owners", variables: ["GIT_PAGER": pager])
    #expect(session.status == 0 && session.screen.contains("activation-rate"), "\(session.screen)")
  }

  @Test(arguments: ["northstar --no-pager owners", "northstar owners --no-pager"])
  func aPagerCanBeLeftOut(_ line: String) throws {
    let session = try sandbox.onTerminal(line, variables: ["GIT_PAGER": "echo paged"])
    #expect(session.status == 0 && session.screen.contains("activation-rate"))
    #expect(!session.screen.contains("paged"))
  }

  @Test(arguments: [("GIT_PAGER", "core.pager"), ("PAGER", "none")])
  func thePagerIsGits(_ variable: String, _ setting: String) throws {
    if setting != "none" { try sandbox.git("config", setting, "echo of the configuration") }
    let session = try sandbox.onTerminal("northstar owners", variables: [variable: "echo of the variable"])
    #expect(session.screen.contains("of the variable"))
  }

  @Test func whatStandsBehindTwoDashesIsNoOption() throws {
    let outcome = try sandbox.northstar("check", "--", "--no-pager")
    #expect(outcome.status == 128 && outcome.errors.contains("'--no-pager'"))
  }
}
