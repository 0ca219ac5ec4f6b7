import TestSupport
import Testing

/// `retire`: a metric goes out of use.
@Suite struct RetireCommandTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @Test func whatGoalsAimAtStays() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar("retire", "activation-rate")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("objective 'first-meeting-obvious' of okrs/2026-q1/onboarding"))
    #expect(outcome.errors.contains("key result 'activation' of okrs/2026-q1/onboarding"))
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func retiresADriverWithItsEdges() throws {
    let okrs = "okrs/2026-q1/onboarding.yaml"
    try sandbox.replace("metric: onboarding-completion", "metric: activation-rate", in: okrs)
    try sandbox.commit()
    let outcome = try sandbox.northstar("retire", "onboarding-completion", "--on", "2026-01-20")
    #expect(outcome.status == 0, "\(outcome.text)")
    let text = try sandbox.text("metrics/onboarding-completion.yaml")
    #expect(
      text.contains("lifecycle: retired\n") && text.contains("retired: 2026-01-20\n") && !text.contains("drives:"))
    #expect(outcome.output.contains("It no longer drives activation-rate."))
    #expect(try sandbox.northstar("check").status == 0)
    #expect(try sandbox.northstar("retire", "onboarding-completion").errors.contains("is already retired"))
  }

  @Test func aDayToComeDeprecates() throws {
    let outcome = try sandbox.northstar("retire", "onboarding-completion", "--on", "2026-06-30")
    #expect(outcome.status == 0, "\(outcome.text)")
    let text = try sandbox.text("metrics/onboarding-completion.yaml")
    #expect(text.contains("lifecycle: deprecated\n") && text.contains("retired: 2026-06-30\n"))
    #expect(text.contains("drives:"))
  }

  @Test func theNorthStarIsNotRetiredByTheWay() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    #expect(try sandbox.northstar("retire", "weekly-hosted-meetings").status == 1)
    #expect(try sandbox.northstar("retire", "nothing").status == 128)
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }
}
