import TestSupport
import Testing

/// `workshop choose`: the choice, the metric, and the inputs, in one commit.
@Suite struct WorkshopChoiceTests {
  private let sandbox: Sandbox
  private let choice = "weekly-workflow-users"

  init() throws { sandbox = try Sandbox() }

  private func workshop(_ arguments: String...) throws -> Outcome { try sandbox.northstar(["workshop"] + arguments) }

  /// A strategy with people but no metrics, with a workshop whose favourite passed the filters.
  private func writeBeginning(stewards: String = "stewards: [ada]") throws {
    try sandbox.write([
      "northstar.yaml": "kind: strategy\nid: huddle\nproduct: Huddle\n\(stewards)\napprovals: { north_star: 1 }\n",
      "people/ada.yaml": "kind: person\nid: ada\nname: Ada Okafor\nemails: [ada@huddle.example]\n",
      "people/lin.yaml": "kind: person\nid: lin\nname: Lin Wei\nemails: [lin@huddle.example]\n",
    ])
    try sandbox.commit()
    try openWorkshop()
  }

  private func writeSmallStrategy() throws {
    try sandbox.writeStrategy()
    try sandbox.commit()
    try openWorkshop()
  }

  private func openWorkshop() throws {
    _ = try workshop("new", "first-star", "--participants", "ada,lin", "--business", "saas")
    let scored = try workshop(
      "score", "first-star", choice, "--measurable", "--leads-revenue", "--positive-experience")
    try #require(scored.status == 0, "\(scored.text)")
  }

  @Test func withoutANorthStarTheChoiceBecomesIt() throws {
    try writeBeginning()
    #expect(try sandbox.northstar("check").status == 1)
    let outcome = try workshop(
      "choose", "first-star", choice, "--because", "It is what customers come for", "--dissent", "lin: Too slow",
      "--input", "setup-rate:efficiency:Setups: finished", "--input", "weekly-active-accounts:breadth:Active accounts")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("northstar.yaml").contains("product: Huddle\nnorth_star: weekly-workflow-users\n"))
    let metric = try sandbox.text("metrics/weekly-workflow-users.yaml")
    #expect(metric.contains("role: north-star\nlifecycle: active\ndefinition:\n  counts: Users who complete"))
    let input = try sandbox.text("metrics/setup-rate.yaml")
    #expect(input.contains("name: \"Setups: finished\"\nrole: input\ndimension: efficiency\nlifecycle: draft\n"))
    #expect(input.contains("drives:\n  - metric: weekly-workflow-users\n    as: component\n"))
    #expect(try sandbox.text("metrics/weekly-active-accounts.yaml").contains("unit: accounts\n"))
    #expect(
      try sandbox.text("workshops/first-star.yaml").contains(
        """
        choice:
          candidate: weekly-workflow-users
          because: >-
            It is what customers come for
          decided_by: [ada]
          dissent:
            - person: lin
              because: Too slow
        sprint:

        """))
    #expect(outcome.output.contains("northstar assign setup-rate <team>"))
    #expect(!(try sandbox.northstar("check").output.contains("error[")))
    #expect(try sandbox.northstar("fmt", "--check").status == 0)
  }

  @Test func theDecisionIsInTheCommitAndInTheHistory() throws {
    try writeBeginning()
    _ = try workshop("choose", "first-star", choice, "--because", "It leads", "--dissent", "lin: Too slow")
    let trailers = try sandbox.git("log", "-1", "--format=%(trailers:only,unfold)")
    #expect(
      trailers == """
        Northstar-Workshop: first-star
        Northstar-Decision: choose
        Northstar-Subject: metric/weekly-workflow-users
        Northstar-Decided-By: ada
        Northstar-Dissent: lin: Too slow

        """)
    let listed = try sandbox.northstar("decisions", "--format", "json").output
    #expect(listed.contains("\"outcome\" : \"chosen\"") && listed.contains("workshop/first-star"))
    #expect(try sandbox.northstar("workshop", "show", "first-star").output.contains("weekly-workflow-users: It leads"))
  }

  @Test func beforeThereAreStewardsWhoeverWasThereDecides() throws {
    try writeBeginning(stewards: "game: attention")
    let outcome = try workshop("choose", "first-star", choice, "--because", "It leads", "--by", "lin")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.text("northstar.yaml").contains("game: attention\nnorth_star: weekly-workflow-users\n"))
  }

  @Test func besideANorthStarTheChoiceIsADraft() throws {
    try writeSmallStrategy()
    let lonely = try workshop("choose", "first-star", choice, "--because", "It leads")
    #expect(lonely.status == 1 && lonely.errors.contains("one more of the stewards must decide"))
    let outcome = try workshop(
      "choose", "first-star", choice, "--because", "It leads", "--by", "ada", "--by", "lin",
      "--unit", "people", "--excludes", "Robots")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("'weekly-hosted-meetings' stays the North Star until a review replaces it."))
    let metric = try sandbox.text("metrics/weekly-workflow-users.yaml")
    #expect(metric.contains("lifecycle: draft\n") && metric.contains("unit: people\n"))
    #expect(metric.contains("excludes: Robots\n"))
    #expect(try sandbox.text("northstar.yaml").contains("north_star: weekly-hosted-meetings\n"))
    #expect(try sandbox.northstar("check").status == 0)
  }

  @Test func theNorthStarOfTodayMayBeChosenAgain() throws {
    try writeSmallStrategy()
    _ = try workshop(
      "add-candidate", "first-star", "Hosted meetings", "--id", "weekly-hosted-meetings", "--measurable",
      "--leads-revenue", "--positive-experience")
    let before = try sandbox.text("metrics/weekly-hosted-meetings.yaml")
    let outcome = try workshop(
      "choose", "first-star", "weekly-hosted-meetings", "--because", "Still", "--by", "ada", "--by",
      "lin")
    #expect(outcome.status == 0 && outcome.output.contains("is already the North Star."), "\(outcome.text)")
    #expect(try sandbox.text("metrics/weekly-hosted-meetings.yaml") == before)
  }

  @Test func refusesAFavouriteAndASecondChoice() throws {
    try writeBeginning()
    let head = try sandbox.git("rev-parse", "HEAD")
    let favourite = try workshop("choose", "first-star", "weekly-shared-results", "--because", "I like it")
    #expect(favourite.status == 1 && favourite.errors.contains("has not been through the filters: measurable"))
    let outsider = try workshop("choose", "first-star", choice, "--because", "It leads", "--by", "lin")
    #expect(outsider.status == 1 && outsider.errors.contains("lin may not decide"))
    #expect(try workshop("choose", "first-star", "weekly-workflow-user", "--because", "x").errors.contains(choice))
    #expect(try workshop("choose", "first-star", choice, "--because", " ").status == 129)
    for input in ["a", "a:b", "a:breadth: ", "A b:breadth:X", "a:wide:X", "\(choice):breadth:X"] {
      let outcome = try workshop("choose", "first-star", choice, "--because", "x", "--input", input)
      #expect(outcome.status > 1, "\(input): \(outcome.text)")
    }
    #expect(try sandbox.git("rev-parse", "HEAD") == head)
    #expect(try workshop("choose", "first-star", choice, "--because", "It leads").status == 0)
    let again = try workshop("choose", "first-star", choice, "--because", "It leads")
    #expect(again.status == 128 && again.errors.contains("has already chosen 'weekly-workflow-users'"))
    #expect(try workshop("add-candidate", "first-star", "Another").status == 128)
    #expect(try workshop("score", "first-star", choice, "--leading").status == 128)
  }

  @Test func whatFailsAFilterIsChosenWithAWarning() throws {
    try writeBeginning()
    _ = try workshop("score", "first-star", choice, "--no-measurable")
    let outcome = try workshop("choose", "first-star", choice, "--because", "It leads")
    #expect(outcome.status == 0 && outcome.errors.contains("NS715"), "\(outcome.text)")
  }

  @Test func aRehearsalWritesNothing() throws {
    try writeBeginning()
    let head = try sandbox.git("rev-parse", "HEAD")
    let outcome = try workshop("choose", "first-star", choice, "--because", "It leads", "--dry-run")
    #expect(outcome.status == 0 && outcome.output.contains("Northstar-Decision: choose"), "\(outcome.text)")
    #expect(try sandbox.git("rev-parse", "HEAD") == head && !sandbox.exists("metrics/weekly-workflow-users.yaml"))
  }
}
