import TestSupport
import Testing

@testable import northstar

/// What is left of a proposal when it has ended, for people who hardly know git.
@Suite struct EndedProposalTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  @discardableResult
  private func run(_ person: String, in directory: String = "repo", _ words: String...) throws -> Outcome {
    try sandbox.northstar(
      words, in: directory,
      variables: ["GIT_AUTHOR_EMAIL": "\(person)@huddle.example", "GIT_AUTHOR_NAME": person])
  }

  /// A change that nobody has to approve.
  private func open() throws {
    #expect(try run("grace", "propose", "start", "mission", "--title", "A mission", "--because", "None").status == 0)
    #expect(try run("grace", "set", "team/onboarding.mission", "New users succeed").status == 0)
  }

  @Test func afterLandingTheMainBranchIsCheckedOut() throws {
    try open()
    let landed = try run("grace", "propose", "land")
    #expect(landed.status == 0 && landed.output.contains("Checked out 'main'."), "\(landed.text)")
    #expect(try sandbox.git("branch", "--show-current") == "main")
    #expect(try sandbox.git("branch", "--list", "proposal/*") == "")
    #expect(try sandbox.git("status", "--porcelain") == "")
    #expect(try run("grace", "set", "team/onboarding.name", "First steps").status == 0)
    #expect(try sandbox.git("show", "main:teams/onboarding.yaml").contains("name: First steps"))
  }

  @Test(arguments: [("land", nil), ("reject", "lin"), ("withdraw", "grace")] as [(String, String?)])
  func nothingIsCommittedOnABranchThatHasEnded(_ word: String, _ person: String?) throws {
    try open()
    try sandbox.git("branch", "kept")
    try sandbox.git("switch", "-q", "main")
    var words = ["propose", word, "mission"]
    words += word == "land" ? ["--keep-branch"] : ["--because", "Later"]
    let ended = try sandbox.northstar(words, variables: ["GIT_AUTHOR_EMAIL": "\(person ?? "grace")@huddle.example"])
    #expect(ended.status == 0, "\(ended.text)")
    try sandbox.git("branch", "-f", "proposal/mission", "kept")
    for words in [
      ["set", "team/onboarding.name", "First steps", "--branch", "proposal/mission"],
      ["propose", "approve", "mission"],
      ["propose", "land", "mission"], ["propose", "withdraw", "mission", "--because", "x"],
    ] {
      let refused = try sandbox.northstar(words, variables: ["GIT_AUTHOR_EMAIL": "grace@huddle.example"])
      #expect(refused.status != 0 && refused.errors.contains("already"), "\(words): \(refused.text)")
    }
    #expect(try sandbox.git("rev-parse", "proposal/mission") == sandbox.git("rev-parse", "kept"))
    let list = try run("ada", "propose", "list", "--format", "csv")
    #expect(list.output.split(separator: "\n").count == 1, "\(list.output)")
    #expect(!(try run("lin", "okr", "todo").output.contains("proposal/mission")))
    let state = ["land": "landed", "reject": "rejected", "withdraw": "withdrawn"][word] ?? ""
    #expect(try run("ada", "propose", "show", "mission").output.contains("  \(state), opened 0 days ago"))
  }

  @Test func changesInTheWayKeepTheBranchAndAreSaid() throws {
    try open()
    try sandbox.replace("mission: New users succeed", "mission: mine", in: "teams/onboarding.yaml")
    let landed = try run("grace", "propose", "land")
    #expect(landed.status == 0, "\(landed.text)")
    #expect(try sandbox.text("teams/onboarding.yaml").contains("mission: mine"))
  }

  @Test func whatNobodyHadToApproveLandsWithoutAWarning() throws {
    try open()
    let landed = try run("grace", "propose", "land")
    #expect(!landed.text.contains("NS709"), "\(landed.text)")
    #expect(try sandbox.text("proposals/mission.yaml").contains("approved_by: []\n"))
    #expect(try sandbox.northstar("check", "--fail-on", "warning").output.contains("NS709") == false)
  }

  @Test func whereThereIsAServerItSaysWhatToPush() throws {
    try sandbox.git("clone", "-q", "--bare", ".", "../server.git")
    try sandbox.git("remote", "add", "origin", "../server.git")
    try sandbox.git("fetch", "-q")
    try open()
    let local = try run("grace", "propose", "land", "--dry-run")
    #expect(!local.text.contains("git push"))
    try sandbox.git("push", "-q", "origin", "proposal/mission")
    let landed = try run("grace", "propose", "land")
    #expect(landed.output.contains("Others do not have it yet: git push origin main :proposal/mission\n"))
    let push = try sandbox.run(["git", "push", "-q", "origin", "main", ":proposal/mission"])
    #expect(push.status == 0, "\(push.text)")
  }

  @Test func aFreshCloneCanApprove() throws {
    #expect(try run("grace", "propose", "start", "by-month", "--title", "Months", "--because", "Noise").status == 0)
    #expect(try run("grace", "set", "activation-rate.definition.window", "calendar month").status == 0)
    try sandbox.git("switch", "-q", "main")
    try sandbox.git("clone", "-q", ".", "../clone")
    let approved = try run("ada", in: "clone", "propose", "approve", "by-month")
    #expect(approved.status == 0, "\(approved.text)")
    #expect(approved.output.contains("Others do not have it yet: git push origin proposal/by-month\n"))
    let tips = try ["proposal/by-month^", "origin/proposal/by-month"].map {
      try sandbox.git("rev-parse", $0, in: "clone")
    }
    #expect(tips[0] == tips[1])
    #expect(try sandbox.git("branch", "--show-current", in: "clone") == "main")
    #expect(
      try sandbox.git("rev-parse", "--abbrev-ref", "proposal/by-month@{u}", in: "clone") == "origin/proposal/by-month")
  }
}
