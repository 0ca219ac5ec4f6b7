import Foundation
import TestSupport
import Testing

/// `work`: commits of other repositories compared with goals.
@Suite struct WorkTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    try makeRepository("app")
  }

  private func makeRepository(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: "\(sandbox.path)/\(name)"), withIntermediateDirectories: true)
    try sandbox.git("init", "-q", "-b", "main", in: name)
  }

  /// Makes an empty commit, with a body after the subject.
  private func commit(
    _ body: String, by author: String = "Grace <grace@huddle.example>", on day: String = "2026-01-20",
    in repository: String = "app"
  ) throws {
    let outcome = try sandbox.run(
      ["git", "commit", "-q", "--allow-empty", "--author", author, "-m", "Change it\n\n\(body)"], in: repository,
      variables: ["GIT_COMMITTER_DATE": "\(day)T10:00:00Z"])
    try #require(outcome.status == 0, "\(outcome.text)")
  }

  private func work(_ arguments: String...) throws -> Outcome { try sandbox.northstar(["work"] + arguments) }

  private func rows(_ arguments: String...) throws -> [String] {
    let outcome = try sandbox.northstar(["work", "--format", "csv"] + arguments)
    #expect(outcome.status == 0, "\(outcome.text)")
    return outcome.output.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func countsCommitsAndAuthorsForEachInput() throws {
    try commit("Moves: huddle/activation-rate")
    try commit(
      "Why.\n\nMoves: huddle/activation-rate\nSigned-off-by: x <x@y.example>", by: "Grace L <GRACE@huddle.example>")
    try commit("moves: activation-rate, huddle/new-workspaces", by: "Eve <eve@elsewhere.example>", on: "2026-01-25")
    try commit("Moves: huddle/new-workspaces\n\nThis is no trailer any more.")
    try commit("It moves: nothing")
    let rows = try rows("--repos", "../app")
    #expect(
      rows == [
        "activation-rate,onboarding,1,0,3,2,2026-01-25", "meetings-per-workspace,growth,0,0,0,0,",
        "new-workspaces,growth,1,0,1,1,2026-01-25",
      ])
    let answer = try sandbox.git("log", "--format=%(trailers:key=Moves,valueonly)", in: "app")
    #expect(answer.split(separator: "\n").count == 3)
    let json =
      try JSONSerialization.jsonObject(
        with: Data(try work("--repos", "../app", "--format", "json").output.utf8)) as? [String: Any]
    let inputs = json?["inputs"] as? [[String: Any]]
    #expect(inputs?.first?["authors"] as? [String] == ["eve@elsewhere.example", "grace"])
    #expect(json?["commits"] as? Int == 3 && json?["since"] as? String == "2026-01-01")
  }

  @Test(arguments: [
    "* One\n\nWhy.\n\nMoves: huddle/activation-rate\n\n* Two\n\nMoves: huddle/new-workspaces",
    "* One\n\nMoves: huddle/activation-rate\n\n* Two\n\nMoves: huddle/new-workspaces\n\n---------\n\nCo-authored-by: K <k@x>",
    "Squashed commit of the following:\n\ncommit 12\nAuthor: K <k@x>\nDate:   today\n\n    One\n\n    Moves: huddle/activation-rate"
      + "\n\ncommit 34\nAuthor: K <k@x>\n\n    Two\n\n    Moves: huddle/new-workspaces, activation-rate",
  ])
  func aSquashCountsOnceForEachInputOfItsParts(_ body: String) throws {
    try commit(body)
    #expect(
      try rows("--repos", "../app") == [
        "activation-rate,onboarding,1,0,1,1,2026-01-20", "meetings-per-workspace,growth,0,0,0,0,",
        "new-workspaces,growth,1,0,1,1,2026-01-20",
      ])
  }

  @Test func theCycleOrADayBeginsThePeriod() throws {
    try commit("Moves: huddle/activation-rate", on: "2025-12-31")
    try commit("Moves: huddle/activation-rate", on: "2026-01-01")
    #expect(try rows("--repos", "../app")[0].hasSuffix(",1,1,2026-01-01"))
    #expect(try rows("--repos", "../app", "--from", "2025-12-31")[0].hasSuffix(",2,1,2026-01-01"))
    #expect(try work("--repos", "../app", "--from", "2026-02-01").errors.contains("is in the future"))
    #expect(try work("--repos", "../app", "--from", "never").status == 129)
    #expect(try work("--repos", "../app").output.hasPrefix("Work since 2026-01-01, the beginning of the cycle 2026-q1"))
  }

  @Test func namesWorkThatNoGoalAsksForAndGoalsWithoutWork() throws {
    try sandbox.write("metrics/sign-ups.yaml", retired)
    try sandbox.commit()
    try commit("Moves: huddle/meetings-per-workspace")
    try commit("Moves: huddle/activation-rat")
    try commit("Moves: huddle/activation-rat")
    try commit("Moves: huddle/sign-ups")
    try commit("Moves: huddle/onboarding-completion")
    try commit("Moves: huddle/weekly-hosted-meetings")
    try commit("Moves:")
    try commit("Moves: pay/volume")
    let outcome = try work("--repos", "../app", "--exit-code")
    #expect(outcome.status == 1)
    let first = try sandbox.git("log", "--format=%h", "--abbrev=7", "--skip=5", "-1", in: "app")
    let expected = [
      "'activation-rate' has 1 objective and no work since 2026-01-01",
      "2 commits say to move 'activation-rat', which is not a metric (../app \(first))",
      "Did they mean 'activation-rate'?", "1 commit says to move 'sign-ups', which is retired since 2025-12-31",
      "1 commit says to move 'onboarding-completion', which is a driver, not an input",
      "which is the North Star, not an input", "1 commit says 'Moves:' and name",
      "'meetings-per-workspace' gets 1 commit, but no objective aims at it",
      "1 commit is for the strategy 'pay'.",
    ]
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in expected { #expect(text.contains(line), "\(line)\n\(outcome.output)") }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func mergedBranchesAndClonesCountOnce() throws {
    try commit("Moves: huddle/activation-rate")
    try sandbox.git("switch", "-q", "-c", "side", in: "app")
    try commit("Moves: huddle/activation-rate")
    try sandbox.git("switch", "-q", "main", in: "app")
    try commit("Nothing.")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge side", "side", in: "app")
    try sandbox.git("switch", "-q", "-c", "unfinished", in: "app")
    try commit("Moves: huddle/activation-rate")
    #expect(try rows("--repos", "../app")[0].hasSuffix(",2,1,2026-01-20"))
    try sandbox.git("clone", "-q", "--bare", "app", "bare.git", in: ".")
    #expect(try rows("--repos", "../app", "../bare.git")[0].hasSuffix(",2,1,2026-01-20"))
    try sandbox.git("-C", "bare.git", "config", "northstar.mainBranch", "unfinished", in: ".")
    #expect(try rows("--repos", "../bare.git")[0].hasSuffix(",3,1,2026-01-20"))
  }

  @Test func shallowEmptyAndMissingRepositoriesAreSaid() throws {
    let empty = try work("--repos", "../app")
    #expect(empty.status == 0 && empty.errors.contains("'../app' has no commits yet"))
    #expect(empty.output.contains("  Moves: huddle/activation-rate\n"))
    try commit("Moves: huddle/activation-rate", on: "2026-01-05")
    try commit("Moves: huddle/activation-rate")
    try sandbox.git("clone", "-q", "--depth", "1", "file://\(sandbox.path)/app", "shallow", in: ".")
    let shallow = try work("--repos", "../shallow")
    #expect(shallow.status == 0 && shallow.errors.contains("shallow clone"), "\(shallow.text)")
    let none = try work("--repos", "../nowhere")
    #expect(none.status == 128 && none.errors.contains("there is no folder '../nowhere'"))
    try FileManager.default.createDirectory(atPath: "\(sandbox.path)/plain", withIntermediateDirectories: true)
    let plain = try work("--repos", "../plain")
    #expect(plain.status == 128 && plain.errors.contains("'../plain' is not a readable git repository"))
    #expect(plain.errors.contains("git says: fatal: not a git repository"))
  }

  @Test func theStrategysOwnRepositoryAndVariablesOfGitsAreKeptApart() throws {
    try commit("Moves: huddle/new-workspaces", in: "repo")
    #expect(try rows()[2].hasSuffix(",1,1,2026-01-20"))
    try commit("Moves: huddle/activation-rate")
    let outcome = try sandbox.northstar(
      ["work", "--repos", "../app", "--format", "csv"],
      variables: ["GIT_DIR": "\(sandbox.path)/repo/.git", "GIT_WORK_TREE": "\(sandbox.path)/repo"])
    #expect(outcome.output.contains("activation-rate,onboarding,1,0,1,1,2026-01-20"), "\(outcome.text)")
  }

  @Test func aStrategyWithoutInputsSaysSo() throws {
    try sandbox.write("tiny/northstar.yaml", "kind: strategy\nid: tiny\nproduct: Tiny\n")
    try sandbox.commit("Moves\n\nMoves: tiny/a")
    let outcome = try work("--strategy", "tiny")
    #expect(outcome.status == 0 && outcome.output.contains("in this repository\n\nThere is no input in use.\n"))
    #expect(outcome.output.contains("1 commit says to move 'a', which is not a metric"), "\(outcome.output)")
  }

  @Test func runningInitiativesAreCounted() throws {
    let fields = ["name=Guided tour", "team=onboarding", "input=activation-rate"]
    for (id, state) in [("tour", "running"), ("mails", "proposed")] {
      let added = try sandbox.northstar(["add", "initiative", id] + fields + ["state=\(state)"])
      try #require(added.status == 0, "\(added.text)")
    }
    #expect(try rows("--repos", "../app")[0] == "activation-rate,onboarding,1,1,0,0,")
  }

  private let retired = """
    kind: metric
    id: sign-ups
    name: Sign-ups
    role: driver
    lifecycle: retired
    definition: { counts: Addresses }
    direction: increase
    retired: 2025-12-31

    """
}
