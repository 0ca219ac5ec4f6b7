import Git
import TestSupport
import Testing

@Suite struct MainBranchTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.empty()
    try sandbox.strategy()
  }

  private func mainBranch(_ directory: String = "repo") throws -> String {
    try Repository.open(in: sandbox.environment(directory)).mainBranch()
  }

  @Test func withoutARemoteItIsMainThenMasterThenWhateverIsCheckedOut() throws {
    try sandbox.git("branch", "master")
    #expect(try mainBranch() == "main")
    try sandbox.git("branch", "-m", "main", "work")
    #expect(try mainBranch() == "master")
    try sandbox.git("branch", "-D", "-q", "master")
    #expect(try mainBranch() == "HEAD")
  }

  @Test func whatOriginCallsItsOwnCountsBeforeMain() throws {
    try sandbox.git("branch", "-m", "main", "trunk")
    try sandbox.git("clone", "-q", "repo", "clone", in: ".")
    try sandbox.git("branch", "main", in: "clone")
    #expect(try mainBranch("clone") == "trunk")
    try sandbox.git("switch", "-q", "main", in: "clone")
    try sandbox.git("branch", "-D", "-q", "trunk", in: "clone")
    #expect(try mainBranch("clone") == "origin/trunk")
  }

  @Test func theSettingCountsBeforeAll() throws {
    try sandbox.git("branch", "release")
    try sandbox.git("config", "northstar.mainBranch", "release")
    #expect(try mainBranch() == "release")
  }
}
