import TestSupport
import Testing

@testable import northstar

/// A proposal from its first commit to its end, with a repository of several people.
@Suite struct ProposalTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @discardableResult
  private func run(_ person: String, _ words: String...) throws -> Outcome {
    try sandbox.northstar(
      words, variables: ["GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_NAME": person])
  }

  private func open(_ id: String = "by-month", by person: String = "grace") throws {
    #expect(
      try run(person, "propose", "start", id, "--title", "Count months", "--because", "Weeks are noisy").status == 0)
  }

  /// The owner gains by it, so a second opinion is required.
  private func approve() throws {
    try run("ada", "propose", "approve", "by-month")
    try run("lin", "propose", "approve", "by-month")
  }

  /// A change that the owner of the lever has to approve.
  private func openRedefinition(by person: String = "grace") throws {
    try open(by: person)
    #expect(try run(person, "set", "activation-rate.definition.window", "calendar month").status == 0)
  }

  @Test func anApprovedProposalLandsAsOneMerge() throws {
    try openRedefinition()
    let early = try run("grace", "propose", "land")
    #expect(early.status == 1 && early.errors.contains("may not land yet") && early.errors.contains("ada"))
    #expect(try run("ada", "propose", "approve", "by-month").output.contains("Missing: "))
    #expect(try run("lin", "propose", "approve", "by-month").output.contains("propose land by-month"))
    let tip = try sandbox.git("rev-parse", "proposal/by-month")
    #expect(try run("grace", "propose", "land", "by-month").status == 0)
    #expect(try sandbox.git("rev-list", "--count", "--first-parent", "main") == "2")
    #expect(try sandbox.git("rev-parse", "main^2") == tip)
    let message = try sandbox.git("log", "-1", "--format=%(trailers)", "main")
    for trailer in [
      "Northstar-Proposal: by-month", "Northstar-Decision: land", "Northstar-Decided-By: ada",
      "Northstar-Decided-By: lin",
    ] {
      #expect(message.contains(trailer))
    }
    let record = try sandbox.git("show", "main:proposals/by-month.yaml")
    #expect(record.contains("state: landed") && record.contains("approved_by: [ada, lin]"))
    #expect(try sandbox.git("show", "main:metrics/activation-rate.yaml").contains("window: calendar month"))
    #expect(try sandbox.northstar("check", "main").status == 0)
    #expect(try sandbox.git("fsck", "--strict") == "")
  }

  @Test func whoHasLeftLandsNothing() throws {
    try openRedefinition()
    try approve()
    try sandbox.git("switch", "-q", "main")
    try sandbox.write("people/grace.yaml", sandbox.text("people/grace.yaml") + "left: 2026-01-20\n")
    try sandbox.commit("Grace has left")
    let refused = try run("ada", "propose", "land", "by-month")
    #expect(
      refused.status == 1
        && refused.errors.contains("'by-month' may not land: grace, an author of it, has left or has not joined yet"))
  }

  @Test func nobodyApprovesTheirOwn() throws {
    try openRedefinition(by: "ada")
    let own = try run("ada", "propose", "approve")
    #expect(own.errors.contains("nobody approves their own proposal"))
    #expect(try run("ada", "propose", "land").status == 1)
  }

  @Test func aChangeOfMeaningVoidsApprovalsAndALayoutDoesNot() throws {
    try openRedefinition()
    try approve()
    try sandbox.write("metrics/activation-rate.yaml", "# A note\n" + sandbox.text("metrics/activation-rate.yaml"))
    try sandbox.commit("Comment")
    #expect(try run("grace", "propose", "show").output.contains("approved, open"))
    try run("grace", "set", "activation-rate.definition.window", "calendar quarter")
    let shown = try run("grace", "propose", "show").output
    #expect(shown.contains("waiting") && shown.contains("it approves an earlier version of the change"))
    #expect(try run("grace", "propose", "land").status == 1)
  }

  @Test func aRequestForChangesStandsUntilItsAuthorApproves() throws {
    try openRedefinition()
    try run("lin", "propose", "request-changes", "-m", "Say why")
    try run("ada", "propose", "approve")
    let refused = try run("grace", "propose", "land")
    #expect(refused.status == 1 && refused.errors.contains("lin requested changes"))
    try run("lin", "propose", "approve")
    #expect(try run("grace", "propose", "land").status == 0)
  }

  @Test func aForgedWordDoesNotCount() throws {
    try openRedefinition()
    let digest = try run("grace", "propose", "show", "--format", "json").output
      .split(separator: "\"").map(String.init).first { $0.hasPrefix("v1:sha256:") }
    try sandbox.git(
      "-c", "user.name=Grace", "commit", "-q", "--allow-empty", "--author=Grace <grace@huddle.example>", "-m",
      "Yes\n\nNorthstar-Proposal: by-month\nNorthstar-Decision: approve\nNorthstar-Decided-By: ada\n"
        + "Northstar-Digest: \(digest ?? "")")
    let shown = try run("grace", "propose", "show").output
    #expect(shown.contains("the commit is by grace, not by ada"))
    #expect(try run("grace", "propose", "land").status == 1)
  }

  @Test func aRejectionLeavesItsReasonAndItsCommits() throws {
    try openRedefinition()
    let tip = try sandbox.git("rev-parse", "HEAD")
    try sandbox.git("switch", "-q", "main")
    #expect(try run("omar", "propose", "reject", "by-month", "--because", "No").status == 1)
    #expect(try run("lin", "propose", "reject", "by-month", "--because", "Weeks are what people feel").status == 0)
    let record = try sandbox.text("proposals/by-month.yaml")
    #expect(record.contains("state: rejected") && record.contains("because: Weeks are what people feel"))
    #expect(try sandbox.text("metrics/activation-rate.yaml").contains("window: calendar week"))
    #expect(try sandbox.git("rev-parse", "refs/northstar/proposals/by-month") == tip)
    #expect(try sandbox.git("branch", "--list", "proposal/*") == "")
    let again = try run("grace", "propose", "start", "by-month", "--title", "Again", "--because", "Still")
    #expect(again.status != 0 && again.errors.contains("there is already a file"))
  }

  @Test func onlyItsAuthorWithdraws() throws {
    try openRedefinition()
    try sandbox.git("switch", "-q", "main")
    #expect(try run("lin", "propose", "withdraw", "by-month", "--because", "x").status == 1)
    #expect(try run("grace", "propose", "withdraw", "by-month", "--because", "Overtaken").status == 0)
    #expect(try sandbox.text("proposals/by-month.yaml").contains("state: withdrawn"))
  }

  /// Main and the proposal change neighbouring lines of one file.
  @Test func landingMergesByMeaning() throws {
    try openRedefinition()
    try approve()
    try sandbox.git("switch", "-q", "main")
    #expect(try run("ada", "set", "activation-rate.name", "Activation").status == 0)
    #expect(try run("grace", "propose", "land", "by-month").status == 0)
    let text = try sandbox.text("metrics/activation-rate.yaml")
    #expect(text.contains("name: Activation\n") && text.contains("window: calendar month"))
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func whatBothChangedIsNamed() throws {
    try openRedefinition()
    try approve()
    try sandbox.git("switch", "-q", "main")
    try sandbox.write(
      "metrics/activation-rate.yaml",
      sandbox.text("metrics/activation-rate.yaml").replacing("calendar week", with: "calendar day"))
    try sandbox.commit("By hand")
    let refused = try run("grace", "propose", "land", "by-month")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("definition.window: was 'calendar week', ours 'calendar day', theirs 'calendar month'"))
  }

  /// Two strategies in one repository: the people of one cannot change the other on the way.
  @Test func aProposalStaysInItsStrategy() throws {
    for (file, text) in try sandbox.files().map({ ($0, try sandbox.text($0)) }) {
      try sandbox.write("other/\(file)", text.replacing("id: huddle", with: "id: other"))
    }
    try sandbox.commit("A second strategy")
    let start = ["propose", "start", "by-month", "--title", "Months", "--because", "Noise", "--strategy", "huddle"]
    let opened = try sandbox.northstar(start, variables: ["GIT_AUTHOR_EMAIL": "grace@huddle.example"])
    #expect(opened.status == 0, "\(opened.text)")
    try sandbox.write(
      "metrics/activation-rate.yaml",
      sandbox.text("metrics/activation-rate.yaml").replacing("name: Activation rate", with: "name: Activation"))
    try sandbox.write(
      "other/northstar.yaml", sandbox.text("other/northstar.yaml").replacing("[ada, lin]", with: "[grace]"))
    try sandbox.git(
      "-c", "user.email=grace@huddle.example", "commit", "-q", "-a", "--author=Grace <grace@huddle.example>", "-m",
      "Both")
    let refused = try run("grace", "propose", "land", "--strategy", "huddle")
    #expect(refused.status == 1 && refused.errors.contains("which belongs to another strategy"))
  }

  @Test func theListSaysWhoIsAsked() throws {
    try openRedefinition()
    try sandbox.git("switch", "-q", "main")
    try open("empty-one", by: "lin")
    let list = try run("ada", "propose", "list", "--format", "csv").output
    #expect(list.contains("by-month,waiting,0,grace,") && list.contains("empty-one,empty,0,lin,,"))
  }

  @Test func aStrangerCanNotPropose() throws {
    let refused = try run("mallory", "propose", "start", "mine", "--title", "x", "--because", "y")
    #expect(refused.status != 0 && refused.errors.contains("is not an address of anybody"))
    #expect(try sandbox.git("branch", "--list", "proposal/*") == "")
    let trick = try run("grace", "propose", "start", "../x", "--title", "x", "--because", "y")
    #expect(trick.status != 0 && trick.errors.contains("is not an id of lower-case letters"))
  }

  @Test func aRehearsalMovesNothing() throws {
    try openRedefinition()
    try approve()
    let before = try sandbox.git("for-each-ref")
    let word = try run("lin", "propose", "approve", "--dry-run")
    #expect(word.status == 0 && word.output.contains("Northstar-Decided-By: lin"))
    #expect(try sandbox.git("for-each-ref") == before)
    let rehearsal = try run("grace", "propose", "land", "--dry-run")
    #expect(rehearsal.status == 0 && rehearsal.output.contains("Northstar-Decision: land"))
    #expect(try sandbox.git("for-each-ref") == before)
  }
}
