import TestSupport
import Testing

/// `initiative`: how far work on an input has come.
@Suite struct InitiativeTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    let added = try sandbox.northstar(
      "add", "initiative", "tour", "name=Guided tour", "team=onboarding", "input=activation-rate", "state=proposed",
      "expected.change=2")
    try #require(added.status == 0, "\(added.text)")
  }

  private func initiative(_ arguments: String...) throws -> Outcome {
    try sandbox.northstar(["initiative"] + arguments)
  }

  @Test func goesFromProposedToShipped() throws {
    #expect(try initiative("start", "tour", "--on", "2026-01-12").status == 0)
    #expect(try sandbox.text("initiatives/tour.yaml").hasSuffix("state: running\nstarted: 2026-01-12\n"))
    #expect(try initiative("ship", "initiative/tour").status == 0)
    #expect(
      try sandbox.text("initiatives/tour.yaml").hasSuffix("state: shipped\nstarted: 2026-01-12\nended: 2026-01-28\n"))
    #expect(
      try sandbox.git("log", "-1", "--format=%B").contains(
        "tour: shipped on 2026-01-28\n\nExpected of activation-rate: +2."))
    let late = try sandbox.northstar(
      ["initiative", "ship", "tour", "--outcome", "One point"], today: "2026-02-20")
    #expect(late.status == 0, "\(late.text)")
    #expect(try sandbox.text("initiatives/tour.yaml").hasSuffix("ended: 2026-01-28\noutcome: One point\n"))
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func isStoppedWithAReason() throws {
    #expect(try initiative("stop", "tour").status == 129)
    #expect(try initiative("stop", "tour", "--outcome", " ").status == 129)
    let outcome = try initiative("stop", "tour", "--outcome", "Nobody finished it", "-m", "Two tests")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("initiatives/tour.yaml").contains("state: stopped\n"))
    #expect(try sandbox.git("log", "-1", "--format=%B").contains("Nobody finished it"))
  }

  @Test func refusesStepsThatMakeNoSense() throws {
    #expect(try initiative("ship", "tour").errors.contains("has not begun"))
    #expect(try initiative("start", "tuor").errors.contains("tour"))
    #expect(try initiative("start", "tour", "--on", "2026-01-12").status == 0)
    #expect(try initiative("start", "tour").errors.contains("'tour' is running already"))
    #expect(try initiative("ship", "tour", "--on", "2026-01-11").errors.contains("began on 2026-01-12"))
    #expect(try initiative("ship", "tour").status == 0)
    #expect(try initiative("ship", "tour").errors.contains("shipped already"))
    #expect(try initiative("start", "tour").errors.contains("Record further work as a new initiative"))
  }

  /// What nobody uses is found, whatever its role.
  @Test(arguments: [
    ("driver", "NS411"), ("result", "NS411"), ("guardrail", "NS407"), ("input", "NS210"),
  ])
  func aMetricThatServesNothingIsFound(role: String, rule: String) throws {
    try sandbox.write(
      "metrics/lonely.yaml",
      """
      kind: metric
      id: lonely
      name: Length of the tour
      role: \(role)
      lifecycle: active
      definition:
        counts: Minutes
        excludes: Tours of our own staff
        window: calendar week
        aggregation: median
        unit: minutes
        source: warehouse
      direction: decrease
      threshold: { at_most: 9 }

      """)
    let found = try sandbox.northstar("check")
    #expect(
      found.output.split(separator: "\n").contains { $0.contains("metrics/lonely.yaml") && $0.contains(rule) },
      "\(found.output)")
  }
}
