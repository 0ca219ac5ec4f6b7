import ArgumentParser
import Foundation
import Git
import Governance
import TestSupport
import Testing

@testable import Editing
@testable import northstar

/// Branches, files, hooks and identities that a committing command meets.
@Suite struct WritingBranchTests {
  private let sandbox: Sandbox
  private let metric = "metrics/activation-rate.yaml"
  private let setting = ["set", "activation-rate.owner.person", "grace"]

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
  }

  private func set(_ options: String..., in directory: String = "repo") throws -> Outcome {
    try sandbox.northstar(setting + options, in: directory)
  }

  @Test func aChangedFileStaysAsItIs() throws {
    let text = try sandbox.text(metric) + "# mine\n"
    try sandbox.write(metric, text)
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try set()
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("'\(metric)' has changes that are in no commit"))
    #expect(outcome.errors.contains("Commit, stash or move them away"))
    #expect(try sandbox.text(metric) == text)
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
  }

  @Test func otherChangedFilesAreNoHindrance() throws {
    try sandbox.write("teams/growth.yaml", try sandbox.text("teams/growth.yaml") + "# mine\n")
    try sandbox.write("notes.txt", "mine\n")
    #expect(try set().status == 0)
    #expect(try sandbox.git("status", "--porcelain") == " M teams/growth.yaml\n?? notes.txt")
  }

  @Test func aDetachedHeadAsksForABranch() throws {
    try sandbox.git("checkout", "-q", "--detach")
    let outcome = try set()
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("no branch is checked out") && outcome.errors.contains("--branch"))
    #expect(try set("--branch", "main").status == 0)
    #expect(try sandbox.git("show", "main:\(metric)").contains("person: grace"))
    #expect(try sandbox.text(metric).contains("person: ada"))
  }

  @Test func otherBranchesLeaveTheFilesAlone() throws {
    try sandbox.git("branch", "plan")
    #expect(try set("--branch", "plan").output.hasPrefix("[plan "))
    #expect(try sandbox.text(metric).contains("person: ada"))
    #expect(try sandbox.git("status", "--porcelain") == "")
    let unknown = try set("--branch", "paln")
    #expect(unknown.status == 128 && unknown.errors.contains("Did you mean 'plan'?"))
    #expect(try set("--branch", "../../x").errors.contains("there is no branch '../../x'"))
    #expect(try set("--branch", "HEAD").status == 128)
    #expect(try sandbox.git("branch", "--format=%(refname:short)") == "main\nplan")
  }

  @Test func bareRepositoriesAreWrittenTo() throws {
    try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
    let outcome = try set("--branch", "main", in: "bare.git")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(try sandbox.git("show", "main:\(metric)", in: "bare.git").contains("person: grace"))
  }

  @Test func anUnbornBranchIsSaidSo() throws {
    let empty = try Sandbox()
    let outcome = try empty.northstar(setting)
    #expect(outcome.status == 128 && outcome.errors.contains("has no commits yet"))
  }

  @Test func withoutANameNothingIsCommitted() throws {
    let nobody = Dictionary(
      uniqueKeysWithValues: ["AUTHOR", "COMMITTER"].flatMap { role in
        ["NAME", "EMAIL"].map { ("GIT_\(role)_\($0)", "") }
      })
    try sandbox.git("config", "user.useConfigOnly", "true")
    let outcome = try sandbox.northstar(setting, variables: nobody)
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("git does not know your name"))
  }

  private func hook(_ name: String, _ script: String) throws {
    try sandbox.write(".git/hooks/\(name)", "#!/bin/sh\n\(script)\n")
    _ = try sandbox.run(["chmod", "+x", ".git/hooks/\(name)"])
  }

  @Test func theMessageHookRefuses() throws {
    try hook("commit-msg", "echo 'name a ticket' >&2; exit 1")
    let before = try sandbox.git("rev-parse", "HEAD")
    let outcome = try set()
    #expect(outcome.status == 128 && outcome.errors.contains("name a ticket"))
    #expect(try sandbox.git("rev-parse", "HEAD") == before)
    let forced = try set("--no-verify")
    #expect(forced.status == 0 && forced.errors.contains("the hook 'commit-msg' did not run"))
  }

  @Test func theMessageHookAddsToTheMessage() throws {
    try hook("commit-msg", "echo 'Change-Id: I123' >> \"$1\"")
    #expect(try set("--dry-run").output.contains("Change-Id: I123"))
    #expect(try set().status == 0)
    #expect(try sandbox.git("log", "-1", "--format=%B").contains("Change-Id: I123"))
  }

  @Test func aSkippedHookIsNamed() throws {
    #expect(try set("--dry-run").errors.contains("hook") == false)
    try hook("pre-commit", "exit 1")
    let outcome = try set()
    #expect(outcome.status == 0)
    #expect(outcome.errors == "note: the hook 'pre-commit' did not run\n")
  }

  @Test(.enabled(if: Sandbox.has("ssh-keygen"), "ssh-keygen is not installed")) func commitsAreSignedWhereGitSigns()
    throws
  {
    _ = try sandbox.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(sandbox.path)/key"])
    let key = try sandbox.text("key.pub", in: ".")
    try sandbox.write("signers", "ada@huddle.example \(key)", in: ".")
    for (name, value) in [
      ("commit.gpgsign", "true"), ("gpg.format", "ssh"), ("user.signingkey", "\(sandbox.path)/key"),
      ("gpg.ssh.allowedSignersFile", "\(sandbox.path)/signers"),
    ] { try sandbox.git("config", name, value) }
    #expect(try set().status == 0)
    #expect(try sandbox.git("log", "-1", "--format=%G? %GS") == "G ada@huddle.example")
  }

  @Test func whoeverWasFasterIsKept() throws {
    let writing = try StrategyWriting(CommitRequest(), in: sandbox.console().session)
    var calls = 0
    let written = try writing.commit { draft in
      calls += 1
      if calls == 1 {
        try sandbox.replace("name: Growth", "name: Reach", in: "teams/growth.yaml")
        try sandbox.commit("Somebody else")
      }
      return try SettingField(name: setting[1], edit: .set("grace")).apply(to: &draft, by: nil, because: nil)
    }
    #expect(calls == 2)
    #expect(written?.commit.subject == "activation-rate: set owner.person to grace")
    #expect(try sandbox.git("log", "--format=%s", "-2").hasSuffix("\nSomebody else"))
    #expect(try sandbox.git("show", "HEAD:teams/growth.yaml").contains("name: Reach"))
    #expect(try sandbox.git("status", "--porcelain") == "")
  }

  @Test func theChosenStrategyAloneIsChanged() throws {
    try sandbox.writeStrategy(in: "repo/other")
    try sandbox.replace("id: huddle", "id: other", in: "other/northstar.yaml")
    try sandbox.commit()
    #expect(try set("--strategy", "other").status == 0)
    #expect(try sandbox.git("show", "--format=", "--name-only") == "other/\(metric)")
    #expect(try sandbox.northstar("set", "activation-rate.name", "A", in: "repo/other/teams").status == 0)
    #expect(try sandbox.git("show", "--format=", "--name-only") == "other/\(metric)")
  }
}
