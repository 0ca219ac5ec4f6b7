import TestSupport
import Testing

@testable import northstar

/// Open proposals that are fine on their own, and their combinations.
@Suite struct ProposeConflictsTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  /// Opens a proposal with one change and goes back to main.
  private func propose(_ id: String, _ change: String...) throws {
    let start = ["propose", "start", id, "--title", id, "--because", "To try"]
    #expect(try sandbox.northstar(start).status == 0)
    let changed = try sandbox.northstar(change)
    #expect(changed.status == 0, "\(changed.text)")
    try sandbox.git("switch", "-q", "main")
  }

  @Test func everyPairIsToldApart() throws {
    try propose("by-month", "set", "activation-rate.definition.window", "calendar month")
    try propose("by-day", "set", "activation-rate.definition.window", "calendar day")
    try propose("new-name", "set", "activation-rate.name", "Activation")
    try propose("without-grace", "set", "team/onboarding.members", "--remove", "grace")
    try propose("to-grace", "set", "activation-rate.owner.person", "grace")
    let found = try sandbox.northstar("propose", "conflicts")
    #expect(found.status == 1)
    #expect(found.output.hasPrefix("5 open proposals, 10 pairs: 8 clean, 1 textual, 1 semantic conflicts\n"))
    #expect(found.output.contains("by-day and by-month: textual"))
    #expect(found.output.contains("to-grace and without-grace: semantic"))
    #expect(found.output.contains("NS303 metric/activation-rate: "))
  }

  @Test func whatDoesNotLandOnMainIsSaid() throws {
    try propose("by-month", "set", "activation-rate.definition.window", "calendar month")
    #expect(try sandbox.northstar("set", "activation-rate.definition.window", "calendar day").status == 0)
    let found = try sandbox.northstar("propose", "conflicts", "--format", "json")
    #expect(found.status == 1 && found.output.contains("\"blocked\"") && found.output.contains("calendar month"))
  }

  @Test func nothingOpenIsClean() throws {
    let found = try sandbox.northstar("propose", "conflicts")
    #expect(
      found.status == 0 && found.output == "0 open proposals, 0 pairs: 0 clean, 0 textual, 0 semantic conflicts\n")
  }
}
