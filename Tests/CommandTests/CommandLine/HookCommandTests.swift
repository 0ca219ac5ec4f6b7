import Foundation
import TestSupport
import Testing

@testable import northstar

/// The hook with the user's own git, which decides whether a commit is made.
@Suite struct HookCommandTests {
  private let sandbox: Sandbox
  private let hook = ".git/hooks/pre-commit"

  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit("Begin the strategy")
  }

  private func install(in directory: String = "repo") throws {
    let outcome = try sandbox.northstar("hook", "install", in: directory)
    try #require(outcome.status == 0, "\(outcome.text)")
  }

  private func commit(_ options: String..., in directory: String = "repo") throws -> Outcome {
    try sandbox.run(["git", "commit", "-q", "-m", "Change"] + options, in: directory)
  }

  private func breakTeam() throws {
    try sandbox.write("teams/onboarding.yaml", "kind: team\nid: onboarding\nname: Onboarding\nlead: nobody\n")
  }

  @Test func aCommitThatLeavesErrorsIsRefused() throws {
    try install()
    try breakTeam()
    try sandbox.git("add", "-A")
    let outcome = try commit()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("teams/onboarding.yaml:4:7: error[NS201]: there is no person 'nobody'"))
    #expect(try sandbox.git("rev-list", "--count", "HEAD") == "1")
  }

  @Test func whatWasWrongBeforeRefusesNoCommit() throws {
    try breakTeam()
    try sandbox.commit("Nobody leads")
    try install()
    try sandbox.replace("name: Onboarding", "name: First steps", in: "teams/onboarding.yaml")
    let passes = try commit("-a")
    #expect(passes.status == 0 && passes.text == "", "\(passes.text)")
    try sandbox.replace("lead: lin", "lead: nobody", in: "teams/growth.yaml")
    let refused = try commit("-a")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("teams/growth.yaml") && !refused.errors.contains("teams/onboarding.yaml"))
  }

  @Test func theFirstCommitIsChecked() throws {
    let fresh = try Sandbox()
    #expect(try fresh.northstar("hook", "install").status == 0)
    try fresh.writeStrategy()
    try fresh.write("teams/growth.yaml", "kind: team\nid: growth\nname: Growth\nlead: nobody\n")
    try fresh.git("add", "-A")
    #expect(try fresh.run(["git", "commit", "-q", "-m", "Begin"]).status == 1)
    try fresh.writeStrategy()
    let outcome = try fresh.run(["git", "commit", "-q", "-a", "-m", "Begin"])
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func theMergeDriverComesWithTheCheck() throws {
    try install()
    #expect(try sandbox.git("check-attr", "merge", "teams/growth.yaml").hasSuffix("merge: northstar"))
    #expect(try sandbox.northstar("hook", "status").status == 0)
    try sandbox.git("config", "--remove-section", "merge.northstar")
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/.git/info/attributes")
    #expect(try sandbox.northstar("hook", "status").status == 1)
  }

  @Test func onlyHooksOfOthersAreNamedAfterACommit() throws {
    try install()
    let own = try sandbox.northstar("set", "team/growth.mission", "Teams find us")
    #expect(own.status == 0 && own.errors == "", "\(own.text)")
    try sandbox.write(hook, sandbox.text(hook) + "echo foreign\n")
    let foreign = try sandbox.northstar("set", "team/growth.mission", "Teams find us soon")
    #expect(foreign.errors == "note: the hook 'pre-commit' did not run\n")
  }

  @Test func aCommitWithoutErrorsPassesInSilence() throws {
    try install()
    try sandbox.write("people/mia.yaml", "kind: person\nid: mia\nname: Mia Sato\n")
    try sandbox.git("add", "-A")
    let outcome = try commit()
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
  }

  @Test func onlyWhatIsCommittedCounts() throws {
    try install()
    try sandbox.write("people/mia.yaml", "kind: person\nid: mia\nname: Mia Sato\n")
    try sandbox.git("add", "-A")
    try breakTeam()
    #expect(try commit().status == 0)
    #expect(try commit("-a").status == 1)
  }

  @Test func aCommitOfNamedPathsIsCheckedAsItWillBe() throws {
    try install()
    try breakTeam()
    try sandbox.git("add", "-A")
    try sandbox.write("people/mia.yaml", "kind: person\nid: mia\nname: Mia Sato\n")
    try sandbox.git("add", "-N", "people/mia.yaml")
    #expect(try commit("--", "people/mia.yaml").status == 0)
    #expect(try commit("--", "teams/onboarding.yaml").status == 1)
  }

  @Test func aCommitFromASubfolderIsChecked() throws {
    try install(in: "repo/teams")
    try breakTeam()
    #expect(try commit("-a", in: "repo/teams").status == 1)
    try sandbox.git("checkout", "-q", ".")
    #expect(try commit("--allow-empty", in: "repo/teams").status == 0)
  }

  @Test func linkedWorktreesShareTheHook() throws {
    try sandbox.git("worktree", "add", "-q", "-b", "other", "../linked")
    try install(in: "linked")
    #expect(sandbox.exists(hook))
    try sandbox.write("teams/onboarding.yaml", "kind: team\nid: onboarding\nname: O\nlead: nobody\n", in: "linked")
    #expect(try commit("-a", in: "linked").status == 1)
    #expect(try commit("--allow-empty").status == 0)
    try sandbox.git("checkout", "-q", ".", in: "linked")
    #expect(try commit("--allow-empty", in: "linked").status == 0)
  }

  @Test func aBranchWithoutAStrategyPasses() throws {
    try install()
    try sandbox.git("switch", "-q", "--orphan", "pages")
    try sandbox.write("index.html", "<p>Hello\n")
    try sandbox.git("add", "-A")
    #expect(try commit().status == 0)
  }

  @Test func withoutTheProgramTheCommitIsRefusedWithTheWayOut() throws {
    try install()
    let outcome = try sandbox.run(
      ["git", "commit", "-q", "--allow-empty", "-m", "Change"], variables: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no 'northstar' on the PATH"))
    #expect(outcome.errors.contains("git commit --no-verify"))
  }

  @Test func installingWithoutTheProgramOnThePathSaysSo() throws {
    let outcome = try sandbox.northstar("hook", "install", variables: ["PATH": "/usr/bin:/bin"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("there is no 'northstar' on the PATH yet"))
    #expect(try sandbox.northstar("hook", "uninstall").status == 0)
    #expect(try sandbox.northstar("hook", "install").errors == "")
  }

  @Test func installingAgainChangesNothing() throws {
    try install()
    let text = try sandbox.text(hook)
    let outcome = try sandbox.northstar("hook", "install")
    #expect(outcome.status == 0)
    #expect(
      outcome.output
        == "The check is already in '\(sandbox.path)/repo/\(hook)'.\nGit already merges strategies by meaning.\n")
    #expect(try sandbox.text(hook) == text)
  }

  @Test func anExistingHookStillRuns() throws {
    try sandbox.write(hook, "#!/bin/sh\necho own hook >&2\nexec true\n")
    #expect(try sandbox.run(["chmod", "750", hook]).status == 0)
    try install()
    let outcome = try commit("--allow-empty")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "own hook\n")
    try breakTeam()
    #expect(try commit("-a").status == 1)
    #expect(try sandbox.run(["stat", "-c", "%a", hook]).output == "750\n")
    #expect(try sandbox.northstar("hook", "uninstall").status == 0)
    #expect(try sandbox.text(hook) == "#!/bin/sh\necho own hook >&2\nexec true\n")
  }

  @Test func uninstallingRemovesAHookOfOurOwn() throws {
    try install()
    #expect(try sandbox.northstar("hook", "status").status == 0)
    #expect(try sandbox.northstar("hook", "uninstall").status == 0)
    #expect(!sandbox.exists(hook))
    #expect(try sandbox.northstar("hook", "status").status == 1)
    #expect(try sandbox.northstar("hook", "uninstall").status == 0)
  }

  @Test(arguments: ["#!/usr/bin/env python3\nprint(1)\n", "no interpreter\n", "\u{0}\u{1}"])
  func aHookInAnotherLanguageIsLeftAlone(_ text: String) throws {
    try sandbox.write(hook, text)
    let outcome = try sandbox.northstar("hook", "install")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("so it is left as it is"))
    #expect(outcome.errors.contains("help: Let it run 'northstar check --staged --since HEAD --quiet'"))
    #expect(try sandbox.text(hook) == text)
  }

  @Test func aHookThatGitPassesOverIsNotSwitchedOn() throws {
    try sandbox.write(hook, "#!/bin/sh\nexit 1\n")
    let outcome = try sandbox.northstar("hook", "install")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("is not executable, so git ignores it"))
  }

  @Test func aLinkedHookIsLeftAlone() throws {
    try sandbox.write("tools/hook", "#!/bin/sh\n")
    try sandbox.write(".git/hooks/readme", "")
    try FileManager.default.createSymbolicLink(
      atPath: "\(sandbox.path)/repo/\(hook)", withDestinationPath: "../../tools/hook")
    let outcome = try sandbox.northstar("hook", "install")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("is a symbolic link"))
    #expect(try sandbox.text("tools/hook") == "#!/bin/sh\n")
  }

  @Test(arguments: ["hooks here", "/absolute"])
  func aConfiguredFolderIsUsedAndNamed(_ folder: String) throws {
    let setting = folder.hasPrefix("/") ? sandbox.path + folder : folder
    try sandbox.git("config", "core.hooksPath", setting)
    let outcome = try sandbox.northstar("hook", "install", in: "repo")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("core.hooksPath names that folder"))
    #expect(sandbox.exists("pre-commit", in: folder.hasPrefix("/") ? "absolute" : "repo/hooks here"))
    try breakTeam()
    #expect(try commit("-a").status == 1)
  }

  @Test func outsideARepositoryThereIsNoHook() throws {
    let outside = try Sandbox(isRepository: false)
    let outcome = try outside.northstar("hook", "install")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("git init"))
  }

  @Test func aBareRepositoryIsRefused() throws {
    try sandbox.git("clone", "-q", "--bare", ".", "../bare.git")
    let outcome = try sandbox.northstar("hook", "install", in: "bare.git")
    #expect(outcome.status == 128)
    #expect(outcome.errors.contains("a bare repository has no commit hook"))
  }
}
