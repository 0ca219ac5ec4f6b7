import Foundation
import TestSupport
import Testing

@testable import northstar

/// The gate's hook, its verdict without a push, and what happens when something is wrong.
@Suite struct GateInstallTests {
  @Test func installingTwiceChangesNothing() throws {
    let clone = try GatedClone()
    let hook = try clone.sandbox.text("hooks/pre-receive", in: "server.git")
    let again = try clone.sandbox.northstar("gate", "install", in: "server.git")
    #expect(again.status == 0 && again.output.contains("already"))
    #expect(try clone.sandbox.text("hooks/pre-receive", in: "server.git") == hook)
    #expect(FileManager.default.isExecutableFile(atPath: "\(clone.sandbox.path)/server.git/hooks/pre-receive"))
  }

  /// The existing hook still runs, and reads what git says.
  @Test func aHookKeepsItsOwnLines() throws {
    let clone = try GatedClone()
    let path = "\(clone.sandbox.path)/server.git/hooks/pre-receive"
    try clone.sandbox.write(
      "hooks/pre-receive", "#!/bin/sh\nwhile read old new ref; do echo \"seen $ref\" >&2; done\n", in: "server.git")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    #expect(try clone.sandbox.northstar("gate", "install", in: "server.git").output.contains("its own lines stay"))
    try clone.northstar("omar", "set", "activation-rate.name", "Activation")
    let pushed = try clone.push("main", "main:refs/heads/trial")
    #expect(pushed.status == 0)
    #expect(pushed.errors.contains("seen refs/heads/main") && pushed.errors.contains("seen refs/heads/trial"))
    try clone.redefine("grace")
    let refused = try clone.push()
    #expect(refused.status != 0 && !refused.errors.contains("seen"))
  }

  @Test func theHookUpdateJudgesEachReference() throws {
    let clone = try GatedClone()
    try FileManager.default.removeItem(atPath: "\(clone.sandbox.path)/server.git/hooks/pre-receive")
    #expect(try clone.sandbox.northstar("gate", "install", "--update", in: "server.git").status == 0)
    try clone.redefine("grace")
    let pushed = try clone.push("main", "main:refs/heads/trial")
    #expect(pushed.status != 0 && pushed.errors.contains("the owner of activation-rate"))
    #expect(try clone.sandbox.git("rev-parse", "trial", in: "server.git") == clone.git("rev-parse", "main"))
    #expect(try clone.sandbox.git("rev-parse", "main", in: "server.git") != clone.git("rev-parse", "main"))
  }

  @Test func anotherFolderOfHooksIsNamed() throws {
    let clone = try GatedClone()
    try clone.sandbox.git("config", "core.hooksPath", "\(clone.sandbox.path)/shared", in: "server.git")
    let installed = try clone.sandbox.northstar("gate", "install", in: "server.git")
    #expect(installed.status == 0 && installed.output.contains("core.hooksPath names that folder"))
    #expect(clone.sandbox.exists("pre-receive", in: "shared"))
    try clone.sandbox.git("config", "core.hooksPath", "/proc/hooks", in: "server.git")
    #expect(try clone.sandbox.northstar("gate", "install", in: "server.git").status == 128)
  }

  @Test func verifyGivesTheSameVerdict() throws {
    let clone = try GatedClone()
    try clone.northstar("omar", "set", "activation-rate.name", "Activation")
    let passed = try clone.sandbox.northstar("gate", "verify", "origin/main..HEAD")
    #expect(passed.status == 0 && passed.text == "")
    try clone.redefine("grace")
    let refused = try clone.sandbox.northstar("gate", "verify", "origin/main..main")
    #expect(refused.status == 1)
    let pushed = try clone.push().errors.replacing("remote: ", with: "")
    for line in refused.errors.split(separator: "\n") { #expect(pushed.contains(line)) }
  }

  /// The server's repository is as it was, objects included.
  @Test func nothingIsWritten() throws {
    let clone = try GatedClone()
    func files() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: "\(clone.sandbox.path)/server.git").sorted()
    }
    let before = try files()
    try clone.redefine("grace")
    #expect(try clone.push().status != 0)
    #expect(try files() == before)
  }

  @Test(arguments: ["nonsense", "x y refs/heads/main", "\(String(repeating: "1", count: 40)) zz refs/heads/main"])
  func whatIsNoPushIsTroubleAndNoPass(line: String) throws {
    let clone = try GatedClone()
    let outcome = try clone.sandbox.northstar("gate", "pre-receive", in: "server.git", answers: [line])
    #expect(outcome.status == 128, "\(outcome.text)")
  }

  @Test func whatIsMissingIsTroubleAndNoPass() throws {
    let clone = try GatedClone()
    let head = try clone.git("rev-parse", "HEAD")
    let line = "\(head) \(String(repeating: "1", count: 40)) refs/heads/main"
    let outcome = try clone.sandbox.northstar("gate", "pre-receive", in: "server.git", answers: [line])
    #expect(outcome.status == 128)
  }

  @Test func anEmptyPushPasses() throws {
    let clone = try GatedClone()
    let head = try clone.git("rev-parse", "HEAD")
    #expect(try clone.sandbox.northstar("gate", "pre-receive", in: "server.git", answers: []).status == 0)
    #expect(try clone.sandbox.northstar("gate", "update", "refs/heads/main", head, head, in: "server.git").status == 0)
  }

  /// Faults from before need not be fixed by the next person who pushes.
  @Test func oldErrorsAreNoReason() throws {
    let clone = try GatedClone()
    try clone.edit("metrics/onboarding-completion.yaml", "metric: activation-rate", "metric: nothing-there")
    try clone.commit("grace")
    try clone.git("push", "-q", "origin", "main:unguarded")
    try clone.sandbox.git("update-ref", "refs/heads/main", "refs/heads/unguarded", in: "server.git")
    try clone.northstar("omar", "set", "activation-rate.name", "Activation")
    let pushed = try clone.push()
    #expect(pushed.status == 0, "\(pushed.text)")
  }

  /// Each by its own people and policy.
  @Test func severalStrategiesOfARepositoryAreJudgedApart() throws {
    let sandbox = try Sandbox()
    try sandbox.writeStrategy(in: "repo/a")
    try sandbox.writeStrategy(in: "repo/b")
    try sandbox.replace("id: huddle", "id: other", in: "b/northstar.yaml")
    try sandbox.replace("[grace@huddle.example]", "[grace@other.example]", in: "b/people/grace.yaml")
    try sandbox.commit("Begin")
    func run(_ person: String, _ words: String...) throws {
      let outcome = try sandbox.northstar(
        words + ["--strategy", "a"], variables: ["GIT_AUTHOR_EMAIL": "\(person)@huddle.example"])
      try #require(outcome.status == 0, "\(outcome.text)")
    }
    try run("grace", "propose", "start", "by-month", "--title", "T", "--because", "W")
    try run("grace", "set", "activation-rate.definition.window", "calendar month")
    for person in ["ada", "lin"] { try run(person, "propose", "approve", "by-month") }
    try run("grace", "propose", "land", "by-month")
    let landed = try sandbox.northstar("gate", "verify", "main~1..main")
    #expect(landed.status == 0, "\(landed.text)")
    try sandbox.git("switch", "-q", "main")
    try sandbox.replace("name: Activation rate", "name: Activation", in: "b/metrics/activation-rate.yaml")
    try sandbox.git("commit", "-qam", "Change b", "--author=Grace <grace@huddle.example>")
    let foreign = try sandbox.northstar("gate", "verify", "main~1..main")
    #expect(foreign.status == 1 && foreign.errors.contains("belongs to nobody in people/"))
  }
}
