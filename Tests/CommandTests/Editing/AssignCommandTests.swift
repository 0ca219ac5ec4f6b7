import TestSupport
import Testing

/// `assign`: a lever goes to another team.
@Suite struct AssignCommandTests {
  private let sandbox: Sandbox
  private let metric = "metrics/activation-rate.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func assign(_ arguments: String...) throws -> Outcome { try sandbox.northstar(["assign"] + arguments) }

  @Test func saysWhoHeldItBefore() throws {
    let outcome = try assign("activation-rate", "growth", "--person", "lin")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("activation-rate: growth takes over, lin answers for it\n"))
    #expect(outcome.output.contains("  owner.team: onboarding → growth\n"))
    #expect(outcome.output.hasSuffix("Held before by onboarding (ada) since 2026-01-05.\n"))
    #expect(try sandbox.git("log", "-1", "--format=%b").contains("Held before by onboarding (ada)"))
    #expect(try sandbox.text(metric).hasSuffix("owner:\n  team: growth\n  person: lin\n  since: 2026-01-28\n"))
    #expect(try sandbox.git("diff", "--numstat", "HEAD~").hasPrefix("3\t3\t"))
    let who = try sandbox.northstar("who", "activation-rate")
    #expect(who.output.contains("growth") && who.output.contains("2026-01-28"))
  }

  @Test func anOwnerIsAddedWhereThereWasNone() throws {
    let outcome = try assign("onboarding-completion", "onboarding", "--person", "grace", "--on", "2026-01-19")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.output.contains("It had no owner before."))
    let text = try sandbox.text("metrics/onboarding-completion.yaml")
    #expect(text.hasSuffix("owner:\n  team: onboarding\n  person: grace\n  since: 2026-01-19\n"))
  }

  @Test func whoeverHoldsItGoesOn() throws {
    #expect(try assign("activation-rate", "onboarding", "--person", "ada").output == "Nothing to change.\n")
    let day = try assign("metric/activation-rate", "onboarding", "--person", "ada", "--on", "2026-01-12")
    #expect(day.status == 0)
    #expect(try sandbox.text(metric).contains("since: 2026-01-12"))
  }

  @Test func namesWhoCannotTakeIt() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    try sandbox.write(
      "people/mara.yaml", "kind: person\nid: mara\nname: Mara\nemails: [m@huddle.example]\nleft: 2026-01-10\n")
    try sandbox.write(
      "teams/old.yaml", "kind: team\nid: old\nname: Old\nlead: ada\nended: 2025-12-31\nmerged_into: growth\n")
    try sandbox.commit()
    #expect(try sandbox.git("rev-parse", "HEAD") != before)
    let tip = try sandbox.git("rev-parse", "HEAD")
    #expect(try assign("activation-rat", "growth", "--person", "lin").errors.contains("'activation-rate'"))
    #expect(try assign("activation-rate", "grwth", "--person", "lin").errors.contains("Did you mean 'growth'?"))
    #expect(try assign("activation-rate", "growth", "--person", "lim").errors.contains("Did you mean 'lin'?"))
    #expect(try assign("activation-rate", "growth", "--person", "ada").errors.contains("is not in the team 'growth'"))
    #expect(try assign("activation-rate", "growth", "--person", "mara").errors.contains("left on 2026-01-10"))
    let ended = try assign("activation-rate", "old", "--person", "ada")
    #expect(ended.errors.contains("ended on 2025-12-31") && ended.errors.contains("went to 'growth'"))
    let early = try assign("activation-rate", "growth", "--person", "lin", "--on", "2026-01-04")
    #expect(early.errors.contains("has been with 'onboarding' since 2026-01-05"))
    #expect(try assign("activation-rate", "growth", "--person", "lin", "--on", "soon").status == 129)
    #expect(try assign("activation-rate", "growth").status == 129)
    #expect(try sandbox.git("rev-parse", "HEAD") == tip)
  }

  @Test func aWarningIsSaidAndNoHindrance() throws {
    let outcome = try assign("activation-rate", "growth", "--person", "lin", "--on", "2026-03-01")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("has no owner until 2026-03-01"))
  }
}
