import Foundation
import TestSupport
import Testing

/// What `propose plan` says about a proposal.
@Suite struct ProposePlanTests {
  let sandbox: Sandbox
  private let lever = "metrics/activation-rate.yaml"
  private let record = """
    kind: proposal
    id: x
    title: Count later meetings
    why: Teams need two weeks
    by: omar
    opened: 2026-01-28
    state: open

    """

  /// The small strategy on main, and a branch of omar's that is checked out.
  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin")
    try sandbox.git("checkout", "-q", "-b", "proposal/x")
    try sandbox.write("proposals/x.yaml", record)
    try propose("Propose x")
  }

  private func propose(_ message: String, by person: String = "omar") throws {
    try sandbox.git("add", "-A")
    try sandbox.git("commit", "-q", "--author", "\(person) <\(person)@huddle.example>", "-m", message)
  }

  private func redefine() throws {
    try sandbox.replace("a first meeting within 7 days", "a first meeting within 14 days", in: lever)
    try propose("Count later meetings")
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let answer = try sandbox.northstar(["propose", "plan", "--format", "json"] + arguments)
    #expect(answer.status == 0, "\(answer.text)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  @Test func theWholePlanInText() throws {
    try redefine()
    let answer = try sandbox.northstar("propose", "plan")
    #expect(answer.status == 0)
    let expected = """
        ~ metric/activation-rate  [breaking: values before and after can't be compared]
          definition.counts: New workspaces that host a first meeting within 7 days of sign-up → New workspaces that host a first meeting within 14 days of sign-up

      What it does:
        Key results whose numbers lose their meaning
          okrs/2026-q1/onboarding  activation: baseline 34 and target 40 were set on the old meaning; activation-rate changes (definition.counts)

      Needs approval of:
        lin: somebody whose score can't rise by it  (metric/activation-rate)
            because metric/activation-rate.definition.counts: values before and after can't be compared
            not ada, who gains if activation of 2026-q1/onboarding scores higher
        ada: the owner of activation-rate  (metric/activation-rate)
            because metric/activation-rate.definition.counts: values before and after can't be compared

      Plan: 0 to add, 1 to change, 0 to remove; breaking; needs 2 approvals.

      """
    #expect(answer.output == expected, "\(answer.text)")
    #expect(answer.errors.isEmpty, "\(answer.errors)")
  }

  @Test func theRecordAloneIsNoChange() throws {
    let answer = try sandbox.northstar("propose", "plan", "--exit-code")
    #expect(answer.status == 0)
    let commits = try ["main", "HEAD"].map { try sandbox.git("rev-parse", "--short=7", $0) }
    let expected = "No change of meaning between main (\(commits[0])) and proposal/x (\(commits[1])).\n"
    #expect(answer.output == expected)
  }

  @Test func exitCodeTellsOfAChange() throws {
    try redefine()
    #expect(try sandbox.northstar("propose", "plan", "--exit-code").status == 2)
    #expect(try sandbox.northstar("propose", "plan").status == 0)
    #expect(try sandbox.northstar("propose", "plan", "main..main", "--exit-code").status == 0)
  }

  @Test func aProposalIsFoundByItsIdFromAnywhere() throws {
    try redefine()
    let here = try sandbox.northstar("propose", "plan").output
    try sandbox.git("checkout", "-q", "main")
    #expect(try sandbox.northstar("propose", "plan", "x").output == here)
    #expect(try sandbox.northstar("propose", "plan", "main...proposal/x").output == here)
    let lost = try sandbox.northstar("propose", "plan")
    #expect(lost.status == 129 && lost.errors.contains("the main branch itself"), "\(lost.text)")
    try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
    let bare = try sandbox.northstar("propose", "plan", "x", in: "bare.git")
    #expect(bare.output == here, "\(bare.text)")
    #expect(try sandbox.northstar("propose", "plan", "no-such").status == 128)
  }

  @Test func theDigestOutlivesLayoutAndRebaseAndNoNewValue() throws {
    try redefine()
    let digest = try #require(try json()["digest"] as? String)
    #expect(digest.hasPrefix("v1:sha256:"))
    try sandbox.replace("role: input", "role: 'input'  # a lever", in: lever)
    try sandbox.git("mv", lever, "metrics/renamed.yaml")
    try propose("Another layout")
    #expect(try json()["digest"] as? String == digest)
    try sandbox.git("checkout", "-q", "main")
    try sandbox.replace("name: Growth", "name: Growth team", in: "teams/growth.yaml")
    try sandbox.commit("Meanwhile")
    try sandbox.git("checkout", "-q", "proposal/x")
    #expect(try json()["digest"] as? String == digest)
    try sandbox.git("rebase", "-q", "main")
    #expect(try json()["digest"] as? String == digest)
    #expect((try json()["changes"] as? [Any])?.count == 1)
    try sandbox.replace("14 days", "15 days", in: "metrics/renamed.yaml")
    try propose("Another value")
    #expect(try json()["digest"] as? String != digest)
  }

  @Test func aJudgementMakesNobodyAProposer() throws {
    try redefine()
    let message = "Approve x\n\nNorthstar-Proposal: x\nNorthstar-Decision: approve"
    try sandbox.git("commit", "-q", "--allow-empty", "--author", "ada <ada@huddle.example>", "-m", message)
    #expect(try json()["proposers"] as? [String] == ["omar"])
    try sandbox.replace("name: Activation rate", "name: First meetings", in: lever)
    try sandbox.git("add", "-A")
    try sandbox.git("commit", "-q", "--author", "ada <ADA@huddle.example>", "-m", message)
    #expect(try json()["proposers"] as? [String] == ["ada", "omar"])
  }

  @Test func whoWroteACommitAndIsNobodyIsNamed() throws {
    try sandbox.write("people/eve.yaml", "kind: person\nid: eve\nname: Eve\nemails: [eve@huddle.example]\n")
    try propose("Add eve", by: "eve")
    let answer = try sandbox.northstar("propose", "plan")
    #expect(answer.errors.contains("'eve@huddle.example' wrote a commit"), "\(answer.text)")
    #expect(try json()["unknownAuthors"] as? [String] == ["eve@huddle.example"])
  }

  @Test func anAddressThatLooksLikeAnotherIsNobodys() throws {
    try sandbox.replace("name: Activation rate", "name: First meetings", in: lever)
    try sandbox.git("add", "-A")
    // The Kelvin sign, which is the same letter by Unicode's rules.
    try sandbox.git("commit", "-q", "--author", "ada <ada@huddle.example\u{212A}>", "-m", "Look like ada")
    try sandbox.replace("[ada@huddle.example]", "[ada@huddle.examplek]", in: "people/ada.yaml")
    #expect(try json()["unknownAuthors"] as? [String] == ["ada@huddle.example\u{212A}"])
  }

  @Test func thePolicyIsThatOfTheTarget() throws {
    try sandbox.replace("stewards: [ada, lin]", "stewards: [omar]", in: "northstar.yaml")
    try propose("Take over")
    let approvals = try #require(try json()["approvals"] as? [[String: Any]])
    #expect(approvals.map { $0["people"] as? [String] } == [["ada", "lin"]])
    #expect(approvals.map { $0["count"] as? Int } == [2])
  }

  @Test func everyEffectIsTold() throws {
    try sandbox.replace("team: onboarding\n  person: ada", "team: growth\n  person: omar", in: lever)
    try sandbox.replace("at_most: 12", "at_most: 20", in: "metrics/support-load.yaml")
    try sandbox.replace(
      "  - metric: weekly-hosted-meetings\n    as: component\n", "  - metric: recurring-revenue\n    as: component\n",
      in: lever)
    try sandbox.replace("unit: percent", "unit: share", in: "metrics/onboarding-completion.yaml")
    try propose("All at once")
    let effects = try #require(try json()["effects"] as? [[String: String]])
    let kinds = ["key-result-loses-meaning", "objective-orphaned", "lever-gained", "lever-lost", "guardrail-loosened"]
    for kind in kinds { #expect(effects.contains { $0["kind"] == kind }, "\(kind) in \(effects)") }
    #expect(effects.contains { $0["sentence"] == "support-load may rise to 20, not 12" })
    #expect(effects.contains { $0["sentence"] == "growth gains activation-rate from onboarding" })
    #expect(effects.contains { $0["sentence"] == "first-meeting-obvious no longer reaches the North Star" })
    #expect(effects.contains { $0["kind"] == "new-fault" && $0["sentence"]?.hasPrefix("error NS") == true })
  }

  @Test func markdownCantBeMadeIntoMarkup() throws {
    try sandbox.replace("name: Activation rate", "name: '<b>|@all `x`'", in: lever)
    try sandbox.replace("a first meeting within 7 days", "*any* meeting | <img src=x>", in: lever)
    try propose("Hostile")
    let text = try sandbox.northstar("propose", "plan", "--format", "markdown").output
    #expect(text.contains("### What it does") && text.contains("### Needs approval of"))
    #expect(text.contains("\\<b\\>\\|\\@all \\`x\\`") && text.contains("\\<img src=x\\>"))
    let live = text.replacing("\\<", with: "").replacing("<br>", with: "").replacing("\\@", with: "")
    #expect(!live.contains("<") && !live.contains("@"))
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      #expect([4, 6].contains(line.replacing("\\|", with: "").count { $0 == "|" }), "\(line)")
    }
  }
}
