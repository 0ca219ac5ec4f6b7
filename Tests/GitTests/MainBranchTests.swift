import Git
import Testing

@Suite struct MainBranchTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.strategy()
  }

  private func mainBranch(_ directory: String = "repo") throws -> String {
    try Repository.open(in: sandbox.environment(directory)).mainBranch()
  }

  @Test func withoutARemoteItIsMainThenMasterThenWhateverIsCheckedOut() throws {
    try sandbox.git("repo", "branch", "master")
    #expect(try mainBranch() == "main")
    try sandbox.git("repo", "branch", "-m", "main", "work")
    #expect(try mainBranch() == "master")
    try sandbox.git("repo", "branch", "-D", "-q", "master")
    #expect(try mainBranch() == "HEAD")
  }

  @Test func whatOriginCallsItsOwnCountsBeforeMain() throws {
    try sandbox.git("repo", "branch", "-m", "main", "trunk")
    try sandbox.git("", "clone", "-q", "repo", "clone")
    try sandbox.git("clone", "branch", "main")
    #expect(try mainBranch("clone") == "trunk")
    try sandbox.git("clone", "switch", "-q", "main")
    try sandbox.git("clone", "branch", "-D", "-q", "trunk")
    #expect(try mainBranch("clone") == "origin/trunk")
  }

  @Test func theSettingCountsBeforeAll() throws {
    try sandbox.git("repo", "branch", "release")
    try sandbox.git("repo", "config", "northstar.mainBranch", "release")
    #expect(try mainBranch() == "release")
  }
}
