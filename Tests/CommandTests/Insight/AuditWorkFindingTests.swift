import TestSupport
import Testing

/// Findings of an audit about who worked on what and who changed it: each kind, and cases that only look like it.
@Suite struct AuditWorkFindingTests {
  private typealias Finding = AuditedStrategy.Finding
  private let strategy: AuditedStrategy
  private let lever: String
  private let begin: String
  private let goals = "okrs/2026-q1/growth.yaml"

  init() throws {
    strategy = try AuditedStrategy()
    lever = strategy.lever
    begin = try strategy.sandbox.git("rev-parse", "HEAD")
  }

  // MARK: Paper owners

  private let initiative = """
    kind: initiative
    id: rounds
    name: Rounds
    team: growth
    input: meetings-per-workspace
    expected:
      change: 1
    state: running
    started: 2026-03-02

    """

  @Test func ownerWithoutGoalAndWorkIsAPaperOwner() throws {
    #expect(
      try strategy.findings("paper-owner") == [
        Finding(
          finding: "paper-owner", subject: "meetings-per-workspace", team: "growth", from: "2026-01-01",
          to: "2026-03-31", commit: begin)
      ])
  }

  @Test func workIsEnough() throws {
    try strategy.sandbox.write("initiatives/rounds.yaml", initiative)
    try strategy.land("Begin work", on: "2026-03-02")
    #expect(try strategy.findings("paper-owner") == [])
  }

  @Test func workAfterTheCycleIsNotEnough() throws {
    try strategy.sandbox.write(
      "initiatives/rounds.yaml", initiative.replacing("2026-03-02", with: "2026-04-02"))
    try strategy.land("Begin work", on: "2026-04-02")
    #expect(try strategy.findings("paper-owner").map(\.subject) == ["meetings-per-workspace"])
  }

  @Test func whoTookItOverInsideTheCycleIsNot() throws {
    try strategy.land(
      "team: growth\n  person: omar\n  since: 2025-12-01", "team: onboarding\n  person: ada\n  since: 2026-01-02",
      in: "metrics/meetings-per-workspace.yaml", on: "2026-01-02")
    #expect(try strategy.findings("paper-owner") == [])
  }

  /// A running cycle was judged as if it were over.
  @Test func cycleMustBeOver() throws {
    #expect(try strategy.findings("paper-owner", to: "2026-03-30") == [])
    #expect(try strategy.findings("paper-owner", to: "2026-03-31").count == 1)
  }

  // MARK: Shadow owners

  private let agreement = "\n    agreement:\n      team: onboarding\n      person: ada\n      on: 2026-01-07"

  @Test func goalOnAForeignLeverIsAShadowOwners() throws {
    let commit = try strategy.land("input: new-workspaces", "input: activation-rate", in: goals, on: "2026-01-12")
    let expected = Finding(
      finding: "shadow-owner", subject: "activation-rate", team: "growth", from: "2026-01-12", to: "2026-03-31",
      commit: commit)
    #expect(try strategy.findings("shadow-owner") == [expected])
    #expect(try strategy.findings("shadow-owner", to: "2026-06-30", "--team", "onboarding") == [expected])
  }

  @Test func agreementMakesItOneInTheOpen() throws {
    try strategy.land("input: new-workspaces", "input: activation-rate" + agreement, in: goals, on: "2026-01-12")
    #expect(try strategy.findings("shadow-owner") == [])
  }

  @Test func whoOwnedItForAPartOfTheCycleIsNone() throws {
    try strategy.sandbox.replace("input: new-workspaces", "input: activation-rate", in: goals)
    try strategy.land(
      "team: onboarding\n  person: ada\n  since: 2025-12-01", "team: growth\n  person: lin\n  since: 2026-03-30",
      in: lever, on: "2026-03-30")
    #expect(try strategy.findings("shadow-owner") == [])
  }

  /// The rule objective-on-foreign-lever allowed a part of a team, and the audit did not.
  @Test func partOfTheOwningTeamIsNone() throws {
    try strategy.sandbox.replace("lead: lin", "parent: onboarding\nlead: lin", in: "teams/growth.yaml")
    try strategy.land("input: new-workspaces", "input: activation-rate", in: goals, on: "2026-01-12")
    #expect(try strategy.findings("shadow-owner") == [])
  }

  // MARK: Who was not entitled

  private let takeOver = (
    "team: onboarding\n  person: ada\n  since: 2025-12-01", "team: growth\n  person: omar\n  since: 2026-02-02"
  )

  @Test func whoTakesALeverAloneIsNotEntitled() throws {
    let commit = try strategy.land(takeOver.0, takeOver.1, in: lever, on: "2026-02-02", by: "omar")
    let expected = Finding(
      finding: "not-entitled", subject: "activation-rate", team: "onboarding", from: "2026-02-02", to: "2026-02-02",
      commit: commit)
    #expect(try strategy.findings("not-entitled") == [expected])
    #expect(try strategy.findings("not-entitled", to: "2026-06-30", "--team", "onboarding") == [expected])
  }

  @Test(arguments: ["ada", "lin"])
  func ownerAndStewardMayHandItOver(_ handle: String) throws {
    try strategy.land(takeOver.0, takeOver.1, in: lever, on: "2026-02-02", by: handle)
    #expect(try strategy.findings("not-entitled") == [])
  }

  @Test func whoActsOnAStewardsDecisionIsEntitled() throws {
    try strategy.land(
      takeOver.0, takeOver.1, in: lever, on: "2026-02-02", by: "omar",
      message: "Take it\n\nNorthstar-Decision: approve\nNorthstar-Decided-By: lin")
    #expect(try strategy.findings("not-entitled") == [])
  }

  @Test func harmlessChangesAreAnybodys() throws {
    try strategy.land("name: Activation rate", "name: Rate of activation", in: lever, on: "2026-02-02", by: "omar")
    #expect(try strategy.findings("not-entitled") == [])
  }

  /// What counts is who was a steward before the commit.
  @Test func nobodyMakesThemselvesASteward() throws {
    let commit = try strategy.land(
      "stewards: [ada, lin]", "stewards: [ada, lin, omar]", in: "northstar.yaml", on: "2026-02-02", by: "omar")
    let found = try strategy.findings("not-entitled")
    #expect(found.map(\.subject) == ["huddle"])
    #expect(found.map(\.commit) == [commit])
    try strategy.land(takeOver.0, takeOver.1, in: lever, on: "2026-02-03", by: "omar")
    #expect(try strategy.findings("not-entitled") == found)
  }

  // MARK: Changes without a decision

  private func redefine(_ message: String) throws -> String {
    try strategy.land(
      "window: calendar week", "window: calendar month", in: lever, on: "2026-02-02", message: message)
  }

  @Test func definitionThatChangesWithoutADecisionIsFound() throws {
    let commit = try redefine("Count by month")
    #expect(
      try strategy.findings("undecided-change") == [
        Finding(
          finding: "undecided-change", subject: "activation-rate", team: "onboarding", from: "2026-02-02",
          to: "2026-02-02", commit: commit)
      ])
  }

  @Test func definitionThatChangesByADecisionIsNot() throws {
    _ = try redefine("Count by month\n\nNorthstar-Decision: approve\nNorthstar-Decided-By: ada")
    #expect(try strategy.findings("undecided-change") == [])
  }

  @Test func anotherSourceIsNoOtherDefinition() throws {
    try strategy.land("table workspaces", "table workspace_days", in: lever, on: "2026-02-02")
    #expect(try strategy.findings("undecided-change") == [])
  }

  /// Ids are permanent: a lever under another id is another lever, and the first one is gone.
  @Test func leverThatIsGoneIsLookedAtLikeAChange() throws {
    let other = "metrics/first-meeting-rate.yaml"
    try strategy.sandbox.git("mv", lever, other)
    try strategy.sandbox.replace("id: activation-rate", "id: first-meeting-rate", in: other)
    let commit = try strategy.land("Begin anew", on: "2026-02-02", by: "omar")
    for kind in ["not-entitled", "undecided-change"] {
      let found = try strategy.findings(kind)
      #expect(found.map(\.subject) == ["activation-rate"], "\(kind)")
      #expect(found.map(\.commit) == [commit])
    }
  }
}
