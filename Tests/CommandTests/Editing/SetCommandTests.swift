import ArgumentParser
import Foundation
import Git
import TestSupport
import Testing

@testable import northstar

/// `set`, and what is true of every command that commits.
@Suite struct SetCommandTests {
  private let sandbox: Sandbox
  private let metric = "metrics/activation-rate.yaml"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  /// The lines that the last commit removed and added.
  private func changedLines() throws -> [String] {
    try sandbox.git("show", "--format=", "-U0").split(separator: "\n").map(String.init).filter {
      ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
    }
  }

  /// `é` as one character and as two: equal to the eye and to Swift, but different texts to git.
  @Test func aTextInAnotherUnicodeFormIsAnotherText() throws {
    let (one, two) = ("Caf\u{E9}", "Cafe\u{301}")
    #expect(try sandbox.northstar("set", "activation-rate.name", two).status == 0)
    let outcome = try sandbox.northstar("set", "activation-rate.name", one)
    #expect(outcome.output.contains("changed metric/activation-rate"), "\(outcome.text)")
    let name = try #require(try sandbox.text(metric).split(separator: "\n").first { $0.hasPrefix("name") })
    #expect(name.utf8.elementsEqual("name: \(one)".utf8))
    for item in [two, one] {
      #expect(try sandbox.northstar("set", "activation-rate.external_factors", "--add", item).status == 0)
    }
    #expect(try sandbox.northstar("set", "activation-rate.external_factors", "--remove", one).status == 0)
    let left = try #require(try sandbox.text(metric).split(separator: "\n").first { $0.hasPrefix("external_factors") })
    #expect(left.utf8.elementsEqual("external_factors: [\(two)]".utf8))
  }

  @Test func changesOneLineAndSaysWhatItMeans() throws {
    let outcome = try sandbox.northstar("set", "activation-rate.owner.person", "grace", "-m", "Ada leads growth now")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try changedLines() == ["-  person: ada", "+  person: grace"])
    let id = try sandbox.git("rev-parse", "--short=7", "HEAD")
    #expect(
      outcome.output == """
        [main \(id)] activation-rate: set owner.person to grace
        changed metric/activation-rate  [risky: it decides who answers for it; approval: its owner]
          owner.person: ada → grace

        """)
    #expect(
      try sandbox.git("log", "-1", "--format=%B")
        == "activation-rate: set owner.person to grace\n\nAda leads growth now\n")
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.git("fsck", "--strict") == "")
  }

  @Test func keepsCommentsQuotesAndLineEnds() throws {
    let text = try sandbox.text(metric).replacing(
      "  person: ada", with: "  person: \"ada\"   # since the reorganisation"
    ).replacing("\n", with: "\r\n")
    try sandbox.git("config", "core.autocrlf", "false")
    try sandbox.write(metric, text)
    try sandbox.commit()
    #expect(try sandbox.northstar("set", "metric/activation-rate.owner.person", "grace").status == 0)
    #expect(try sandbox.text(metric) == text.replacing("\"ada\"", with: "\"grace\""))
  }

  @Test func reachesItemsOfLists() throws {
    let field = "okrs/2026-q1/onboarding.objectives"
    let blame = try sandbox.northstar("blame", "okrs/2026-q1/onboarding")
    let path = try #require(
      blame.output.split(separator: "\n").first { $0.contains(".target: ") }?.split(separator: "objectives").last?
        .prefix { $0 != ":" })
    let outcome = try sandbox.northstar("set", "\(field)\(path)", "57")
    #expect(outcome.status == 0, "\(outcome.text)")
    // What was promised stays on record beside the new value.
    let changed = try changedLines()
    #expect(changed.contains { $0.hasSuffix("target: 57") })
    #expect(changed.contains { $0.contains("amendments:") } && changed.contains { $0.contains("by: ") })
    // Check-ins have the same name, but no objectives.
    #expect(try sandbox.northstar("set", "2026-q1/onboarding.objectives\(path)", "58").status == 0)
    let unknown = try sandbox.northstar("set", "\(field)[nowhere].title", "Anything")
    #expect(unknown.status == 128)
    #expect(unknown.errors.contains("there is no item in"))
  }

  @Test func addsAFieldWhereItsKindHasIt() throws {
    #expect(try sandbox.northstar("set", "activation-rate.target", "44").status == 0)
    #expect(try sandbox.text(metric).contains("as: component\ntarget: 44\nowner:\n"))
    #expect(try sandbox.northstar("set", "recurring-revenue.threshold.at_least", "100").status == 0)
    #expect(try sandbox.text("metrics/recurring-revenue.yaml").hasSuffix("threshold:\n  at_least: 100\n"))
    #expect(try sandbox.northstar("set", "activation-rate.target", "--unset").status == 0)
    #expect(!(try sandbox.text(metric).contains("target:")))
  }

  @Test func listsGrowAndShrink() throws {
    #expect(try sandbox.northstar("set", "team/onboarding.members", "--add", "lin").status == 0)
    #expect(try sandbox.text("teams/onboarding.yaml").contains("members: [ada, grace, lin]"))
    #expect(try sandbox.northstar("set", "team/onboarding.members", "--remove", "lin").status == 0)
    #expect(try sandbox.text("teams/onboarding.yaml").contains("members: [ada, grace]"))
    #expect(try sandbox.northstar("set", "team/onboarding.formerly", "--add", "first-mile").status == 0)
    #expect(try sandbox.text("teams/onboarding.yaml").contains("formerly: [first-mile]\n"))
    let before = try sandbox.git("rev-parse", "HEAD")
    #expect(try sandbox.northstar("set", "team/onboarding.members", "--add", "ada").output == "Nothing to change.\n")
    #expect(try sandbox.northstar("set", "team/onboarding.members", "--remove", "omar").status == 128)
    #expect(try sandbox.northstar("set", "team/onboarding.members", "ada").errors.contains("is a list"))
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func refusesWhatWouldBringAnErrorAsCheckDoes() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar("set", "activation-rate.owner.since", "tomorrow")
    #expect(outcome.status == 1)
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
    try sandbox.replace("since: 2026-01-05", "since: tomorrow", in: metric)
    #expect(outcome.output == (try sandbox.northstar("check")).output)
    #expect(outcome.errors.contains("nothing was committed"))
  }

  @Test func anErrorThatWasThereBeforeIsNoHindrance() throws {
    try sandbox.replace("lead: lin", "lead: nobody", in: "teams/growth.yaml")
    try sandbox.commit()
    #expect(try sandbox.northstar("check").status == 1)
    #expect(try sandbox.northstar("set", "activation-rate.name", "Activation").status == 0)
    #expect(try sandbox.northstar("set", "team/onboarding.lead", "nobody").status == 1)
  }

  @Test func namesWhatIsNear() throws {
    #expect(try sandbox.northstar("set", "activation-rate.ownr.person", "ada").errors.contains("Did you mean 'owner'?"))
    #expect(try sandbox.northstar("set", "activaton-rate.name", "A").errors.contains("'activation-rate'"))
    #expect(try sandbox.northstar("set", "activation-rate.owner", "ada").errors.contains("owner.person"))
    #expect(try sandbox.northstar("set", "activation-rate.id", "other").errors.contains("never changes"))
    #expect(try sandbox.northstar("set", "team/growth.id", "other").errors.contains("rename-team"))
    #expect(try sandbox.northstar("set", "activation-rate.drives.metric", "x").status == 129)
    for wrong in ["activation-rate", "activation-rate.", "activation-rate..name", "activation-rate.drives[", ".name"] {
      #expect(try sandbox.northstar("set", wrong, "x").status >= 128, "\(wrong)")
    }
    #expect(try sandbox.northstar("set", "activation-rate.name", "").status == 129)
    #expect(try sandbox.northstar("set", "activation-rate.name").status == 129)
  }

  @Test func valuesMayBeginWithADash() throws {
    #expect(try sandbox.northstar("set", "activation-rate.target", "-2").errors.contains("after '--'"))
    #expect(try sandbox.northstar("set", "activation-rate.target", "--", "-2").status == 0)
    #expect(try sandbox.text(metric).contains("target: -2\n"))
  }

  @Test func theSameValueIsNoCommit() throws {
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try sandbox.northstar("set", "activation-rate.owner.person", "ada")
    #expect(outcome.status == 0 && outcome.output == "Nothing to change.\n")
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func dryRunShowsTheCommitAndMovesNothing() throws {
    let before = try sandbox.git("for-each-ref")
    let outcome = try sandbox.northstar("set", "activation-rate.owner.person", "grace", "-m", "Why", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Author: Ada Okafor <ada@huddle.example>"))
    #expect(outcome.output.contains("    activation-rate: set owner.person to grace\n\n    Why\n"))
    #expect(outcome.output.contains("--- a/\(metric)\n+++ b/\(metric)\n"))
    #expect(outcome.output.contains("\n-  person: ada\n+  person: grace\n"))
    #expect(try sandbox.git("for-each-ref") == before)
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try sandbox.northstar("set", "activation-rate.owner.since", "tomorrow", "-n").status == 1)
  }

  @Test func longLinesAreCutAndThenSaidInFull() throws {
    let value = "New workspaces that host a first meeting of three people within seven days of sign-up"
    #expect(try sandbox.northstar("set", "activation-rate.definition.counts", value).status == 0)
    #expect(try sandbox.git("log", "-1", "--format=%s").count <= 72)
    #expect(try sandbox.git("log", "-1", "--format=%b").replacing("\n", with: " ").contains(value))
    #expect(try sandbox.git("log", "-1", "--format=%B").split(separator: "\n").allSatisfy { $0.count <= 72 })
  }
}
