import Foundation
import Git
import TestSupport
import Testing

/// Repositories of another user; only root can make one.
@Suite(.enabled(if: getuid() == 0, "only root can give files to somebody else")) struct OwnershipTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.empty()
    try sandbox.strategy()
    _ = try sandbox.run(["chown", "-R", "12345:12345", "repo"], in: ".")
  }

  @Test func anotherUsersRepositoryIsRefusedWithTheWayOut() throws {
    for directory in ["repo", "repo/metrics"] {
      let error = #expect(throws: GitError.self) { try Repository.open(in: sandbox.environment(directory)) }
      #expect(error?.code == .notOwned)
      #expect(error?.advice?.contains("git config --global --add safe.directory \(sandbox.path)/repo") == true)
    }
  }

  @Test func whatGitTrustsIsOpened() throws {
    for directory in ["*", "\(sandbox.path)/repo"] {
      try sandbox.write("config", "[safe]\n\tdirectory = \(directory)\n", in: ".")
      let environment = sandbox.environment("repo", ["GIT_CONFIG_GLOBAL": "\(sandbox.path)/config"])
      #expect(try Repository.open(in: environment).resolve("HEAD").subject == "Begin the strategy")
    }
  }

  @Test func trustInOneDoesNotSwitchTheCheckOffForOthers() throws {
    try sandbox.strategy("other")
    _ = try sandbox.run(["chown", "-R", "12345:12345", "other"], in: ".")
    try sandbox.write("config", "[safe]\n\tdirectory = \(sandbox.path)/repo\n", in: ".")
    let trusting = ["GIT_CONFIG_GLOBAL": "\(sandbox.path)/config"]
    _ = try Repository.open(in: sandbox.environment("repo", trusting))
    let error = #expect(throws: GitError.self) { try Repository.open(in: sandbox.environment("other", trusting)) }
    #expect(error?.code == .notOwned)
  }

  @Test func theFilesOfTheWorkingTreeNeedNoTrust() throws {
    let texts = try Source.workingTree(in: sandbox.environment("repo")).texts()
    #expect(texts["northstar.yaml"] == "product: Huddle\n")
  }

  @Test func aSearchThroughAnotherUsersRepositoryIsRefusedWithTheWayOut() throws {
    _ = try sandbox.run(["rm", "repo/northstar.yaml"], in: ".")
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    let error = #expect(throws: GitError.self) { try source.strategyFolders() }
    #expect(error?.code == .notOwned)
    #expect(error?.advice?.contains("safe.directory") == true)
  }
}
