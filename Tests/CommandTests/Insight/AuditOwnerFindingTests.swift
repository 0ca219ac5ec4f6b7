import TestSupport
import Testing

/// Findings of an audit about who owned what: each kind, and cases that only look like it.
@Suite struct AuditOwnerFindingTests {
  private typealias Finding = AuditedStrategy.Finding
  private let strategy: AuditedStrategy
  private let lever: String
  private let owner = "owner:\n  team: onboarding\n  person: ada\n  since: 2025-12-01\n"
  private let copied = "metrics/zz-copy.yaml"

  init() throws {
    strategy = try AuditedStrategy()
    lever = strategy.lever
  }

  private func owner(_ team: String, _ person: String, _ since: String) -> String {
    "owner:\n  team: \(team)\n  person: \(person)\n  since: \(since)\n"
  }

  private func handOver(since: String, on day: String) throws -> String {
    try strategy.land(owner, owner("growth", "lin", since), in: lever, on: day)
  }

  // MARK: Gaps

  @Test func leverWithoutOwnerIsAGap() throws {
    let left = try strategy.land(owner, "", in: lever, on: "2026-02-02")
    let text = try strategy.sandbox.text(lever)
    try strategy.sandbox.write(lever, text + owner("growth", "lin", "2026-02-16"))
    try strategy.land("Take it", on: "2026-02-16")
    #expect(
      try strategy.findings("gap") == [
        Finding(
          finding: "gap", subject: "activation-rate", team: nil, from: "2026-02-02", to: "2026-02-15", commit: left)
      ])
  }

  @Test func gapThatGoesOnEndsWithThePeriod() throws {
    let left = try strategy.land(owner, "", in: lever, on: "2026-02-02")
    let found = try strategy.findings("gap", to: "2026-02-10")
    #expect(found.map(\.to) == ["2026-02-10"])
    #expect(found.map(\.commit) == [left])
  }

  @Test func handOverIsNoGapAndADriverNeedsNoOwner() throws {
    _ = try handOver(since: "2026-02-02", on: "2026-02-02")
    #expect(try strategy.findings("gap") == [])
  }

  @Test func retiredLeverNeedsNoOwner() throws {
    try strategy.sandbox.replace(owner, "retired: 2026-02-02\n", in: lever)
    try strategy.land("lifecycle: active", "lifecycle: retired", in: lever, on: "2026-02-02")
    #expect(try strategy.findings("gap") == [])
  }

  // MARK: Double ownership

  private func copy(owner new: String, on day: String) throws -> String {
    try strategy.sandbox.write(copied, try strategy.sandbox.text(lever).replacing(owner, with: new))
    return try strategy.land("Copy it", on: day)
  }

  private func removeCopy(on day: String) throws {
    try strategy.sandbox.git("rm", "-q", copied)
    try strategy.land("Mend it", on: day)
  }

  @Test func copyForAnotherTeamIsADoubleOwner() throws {
    let commit = try copy(owner: owner("growth", "lin", "2026-03-02"), on: "2026-03-02")
    try removeCopy(on: "2026-03-09")
    let expected = Finding(
      finding: "double-ownership", subject: "activation-rate", team: "growth", from: "2026-03-02", to: "2026-03-08",
      commit: commit)
    #expect(try strategy.findings("double-ownership") == [expected])
    #expect(try strategy.findings("double-ownership", to: "2026-06-30", "--team", "onboarding") == [expected])
  }

  /// The file whose name is first counts; when that was the copy, removing it also removed the finding.
  @Test func copyWhoseNameIsFirstIsADoubleOwnerToo() throws {
    let first = "metrics/aa-copy.yaml"
    let text = try strategy.sandbox.text(lever)
    try strategy.sandbox.write(first, text.replacing(owner, with: owner("growth", "lin", "2026-03-02")))
    let commit = try strategy.land("Copy it", on: "2026-03-02")
    try strategy.sandbox.git("rm", "-q", first)
    try strategy.land("Mend it", on: "2026-03-09")
    #expect(
      try strategy.findings("double-ownership") == [
        Finding(
          finding: "double-ownership", subject: "activation-rate", team: "onboarding", from: "2026-03-02",
          to: "2026-03-08", commit: commit)
      ])
  }

  @Test func copyForTheSameOwnerIsNone() throws {
    _ = try copy(owner: owner, on: "2026-03-02")
    try removeCopy(on: "2026-03-09")
    #expect(try strategy.findings("double-ownership") == [])
  }

  /// The copy agreed when it was made; only the beginning was checked.
  @Test func copyThatIsForgottenAtAHandOverBecomesADoubleOwner() throws {
    _ = try copy(owner: owner, on: "2026-03-02")
    let commit = try handOver(since: "2026-03-05", on: "2026-03-05")
    try removeCopy(on: "2026-03-09")
    #expect(
      try strategy.findings("double-ownership") == [
        Finding(
          finding: "double-ownership", subject: "activation-rate", team: "onboarding", from: "2026-03-05",
          to: "2026-03-08", commit: commit)
      ])
  }

  /// A team's former name was mistaken for another team.
  @Test func copyUnderATeamsFormerNameIsTheSameOwner() throws {
    let team = "teams/onboarding.yaml"
    try strategy.sandbox.git("mv", team, "teams/starters.yaml")
    try strategy.sandbox.replace("id: onboarding", "id: starters\nformerly: [onboarding]", in: "teams/starters.yaml")
    try strategy.land("team: onboarding", "team: starters", in: lever, on: "2026-02-02")
    try strategy.sandbox.write(
      copied, try strategy.sandbox.text(lever).replacing("team: starters", with: "team: onboarding"))
    try strategy.land("Copy an old one", on: "2026-03-02")
    #expect(try strategy.findings("double-ownership") == [])
  }

  // MARK: Hand-overs

  @Test func handOverInsideACycleIsFound() throws {
    let commit = try handOver(since: "2026-02-02", on: "2026-02-02")
    let expected = Finding(
      finding: "mid-cycle-hand-over", subject: "activation-rate", team: "growth", from: "2026-02-02",
      to: "2026-02-02", commit: commit)
    #expect(try strategy.findings("mid-cycle-hand-over") == [expected])
    for team in ["growth", "onboarding"] {
      #expect(try strategy.findings("mid-cycle-hand-over", to: "2026-06-30", "--team", team) == [expected])
    }
  }

  @Test func handOverOnTheFirstDayOfACycleIsNone() throws {
    try strategy.land(owner, owner("growth", "lin", "2026-01-01"), in: lever, on: "2026-01-02")
    #expect(try strategy.findings("mid-cycle-hand-over") == [])
  }

  @Test func anotherPersonOfTheTeamIsNoHandOver() throws {
    try strategy.land(owner, owner("onboarding", "grace", "2026-02-02"), in: lever, on: "2026-02-02")
    #expect(try strategy.findings("mid-cycle-hand-over") == [])
  }

  // MARK: Back-dated records

  @Test func recordThatLandsLateIsBackDated() throws {
    let commit = try handOver(since: "2026-02-02", on: "2026-02-10")
    #expect(
      try strategy.findings("back-dated") == [
        Finding(
          finding: "back-dated", subject: "activation-rate", team: "growth", from: "2026-02-02", to: "2026-02-10",
          commit: commit)
      ])
  }

  @Test func recordThatLandsWithinAWeekIsNot() throws {
    _ = try handOver(since: "2026-02-02", on: "2026-02-09")
    #expect(try strategy.findings("back-dated") == [])
  }

  /// Moving the first day of the same owner was not checked. No finding is dated before the first commit.
  @Test func firstDayThatIsMovedToThePastIsBackDated() throws {
    let commit = try strategy.land("since: 2025-12-01", "since: 2025-10-01", in: lever, on: "2026-02-10")
    #expect(
      try strategy.findings("back-dated") == [
        Finding(
          finding: "back-dated", subject: "activation-rate", team: "onboarding", from: "2025-12-01",
          to: "2026-02-10", commit: commit)
      ])
  }

  @Test func firstDayThatIsMovedForwardIsNot() throws {
    try strategy.land("since: 2025-12-01", "since: 2026-02-01", in: lever, on: "2026-02-10")
    #expect(try strategy.findings("back-dated") == [])
  }

  // MARK: Teams that have ended

  private func end(on day: String) throws {
    let team = "teams/onboarding.yaml"
    try strategy.sandbox.write(team, try strategy.sandbox.text(team) + "ended: \(day)\n")
    try strategy.land("End the team", on: day)
  }

  @Test func leverOfAnEndedTeamIsFoundUntilItIsHandedOver() throws {
    try end(on: "2026-03-31")
    _ = try handOver(since: "2026-04-10", on: "2026-04-10")
    #expect(
      try strategy.findings("ended-team") == [
        Finding(
          finding: "ended-team", subject: "activation-rate", team: "onboarding", from: "2026-04-01",
          to: "2026-04-09", commit: try strategy.sandbox.git("rev-parse", "HEAD~2"))
      ])
  }

  @Test func leverThatIsHandedOverTheNextDayIsNot() throws {
    try end(on: "2026-03-31")
    _ = try handOver(since: "2026-04-01", on: "2026-04-01")
    #expect(try strategy.findings("ended-team") == [])
  }

  /// A retired driver's file may name its last owner for ever.
  @Test func retiredMetricOfAnEndedTeamIsNot() throws {
    let driver = "metrics/onboarding-completion.yaml"
    try strategy.sandbox.write(driver, try strategy.sandbox.text(driver) + owner)
    try strategy.land("Own the driver", on: "2026-01-12")
    try strategy.sandbox.write(driver, try strategy.sandbox.text(driver) + "retired: 2026-03-31\n")
    try strategy.land("lifecycle: active", "lifecycle: retired", in: driver, on: "2026-03-31")
    try end(on: "2026-03-31")
    _ = try handOver(since: "2026-04-01", on: "2026-04-01")
    #expect(try strategy.findings("ended-team") == [])
  }

  /// A team whose file was removed had no last day.
  @Test func leverOfATeamThatIsGoneIsFound() throws {
    try strategy.sandbox.git("rm", "-q", "teams/onboarding.yaml")
    try strategy.land("Remove the team", on: "2026-03-31")
    _ = try handOver(since: "2026-04-10", on: "2026-04-10")
    #expect(
      try strategy.findings("ended-team").map(\.description).map { $0.prefix(60) } == [
        "ended-team activation-rate onboarding 2026-04-01…2026-04-09 "
      ])
  }
}
