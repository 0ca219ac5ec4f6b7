import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

/// Whose ownership is checked, and where a fault elsewhere explains it.
@Suite struct OwnershipTests {
  private let input = "metrics/activation-rate.yaml"

  @Test func anEndedTeamsSuccessorIsTheOneThatStillExists() throws {
    let found = checked(
      Example(
        [team("first-mile", "merged_into: welcome"), team("welcome", "merged_into: onboarding")],
        replacing: [(input, "team: onboarding", "team: first-mile")]))
    let fault = try #require(found.first)
    #expect(found.names == ["owner-team-ended"])
    #expect(
      fault.help == ["Hand it to 'onboarding', which took 'first-mile' over, with the day of the change in 'since:'."])
    #expect(fault.fixes.first?.edits.first?.replacement == Array("onboarding".utf8))
  }

  @Test func teamsThatWereMergedIntoEachOtherHaveNoSuccessor() throws {
    let found = checked(
      Example(
        [team("first-mile", "merged_into: welcome"), team("welcome", "merged_into: first-mile")],
        replacing: [(input, "team: onboarding", "team: first-mile")]))
    let fault = try #require(found.first { $0.ruleName == "owner-team-ended" })
    #expect(fault.fixes.isEmpty)
  }

  @Test func aTeamEndsAfterItsLastDay() {
    let ending = { (day: String) in
      checked([("teams/onboarding.yaml", "started: 2025-01-06", "started: 2025-01-06\nended: \(day)")]).names
    }
    #expect(!ending("2026-01-28").contains("owner-team-ended"))
    #expect(ending("2026-01-27").contains("owner-team-ended"))
  }

  @Test func aTeamThatListsNobodyMayHaveAnybody() {
    let found = checked([
      (input, "person: ada", "person: lin"), ("teams/onboarding.yaml", "members: [ada, grace]\n", ""),
    ])
    #expect(found.names == [])
  }

  @Test func aTeamWorksOnTheLeversOfTheTeamThatItIsPartOf() {
    let foreign = (input, "  team: onboarding\n  person: ada", "  team: growth\n  person: lin")
    #expect(checked([foreign]).names == ["objective-on-foreign-lever"])
    #expect(checked([foreign, ("teams/onboarding.yaml", "lead: ada", "parent: growth\nlead: ada")]).names == [])
  }

  @Test func teamsThatArePartOfEachOtherDoNotHang() {
    let names = checked([
      (input, "  team: onboarding\n  person: ada", "  team: growth\n  person: lin"),
      ("teams/onboarding.yaml", "lead: ada", "parent: growth\nlead: ada"),
      ("teams/growth.yaml", "lead: lin", "parent: onboarding\nlead: lin"),
    ]).names
    #expect(names.contains("circular-teams"))
  }

  @Test func aMisspeltOwnerIsOneFault() {
    #expect(checked([(input, "owner:", "onwer:")]).names == ["unknown-field"])
  }

  @Test func anOwnerWithoutAPersonIsOneFault() {
    #expect(checked([(input, "\n  person: ada", "")]).names == ["missing-field"])
  }

  @Test func whatADamagedFileMayHoldIsNotMissed() {
    let misspelt = checked([("metrics/support-load.yaml", "new-workspaces]", "new_workspaces]")])
    #expect(misspelt.names == ["invalid-id"])
    let guardrail = checked([("metrics/support-load.yaml", "role: guardrail", "role guardrail")])
    #expect(Set(guardrail.names) == ["invalid-syntax"])
    let okrs = checked([("okrs/2026-q1/growth.yaml", "ambition: aspirational", "ambition aspirational")])
    #expect(Set(okrs.names) == ["invalid-syntax"])
  }

  private func team(_ id: String, _ end: String) -> (path: String, text: String) {
    ("teams/\(id).yaml", "kind: team\nid: \(id)\nname: A team of old\nlead: ada\nstarted: 2024-10-01\n\(end)")
  }
}
