import Foundation
import Git
import TestSupport
import Testing

@Suite struct IndexTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func showsWhatIsStagedAndNotWhatIsOnDisk() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/activation.yaml", "id: staged\n")
    try sandbox.git("add", "metrics")
    try sandbox.write("metrics/activation.yaml", "id: edited since\n")
    try sandbox.write("metrics/untracked.yaml", "id: untracked\n")
    let texts = try Source.index(in: sandbox.environment("repo")).texts()
    #expect(texts["metrics/activation.yaml"] == "id: staged\n")
    #expect(texts["metrics/untracked.yaml"] == nil)
  }

  @Test(arguments: ["2", "3", "4"])
  func everyVersionOfTheFileIsRead(version: String) throws {
    try sandbox.strategy()
    for name in ["a", "a/b", "abc", "abcd/efgh", String(repeating: "long", count: 60)] {
      try sandbox.write("metrics/\(name).yaml", "id: x\n")
    }
    try sandbox.commit("repo", "Add more")
    // Version 3 is what git writes when an entry needs it.
    if version == "3" { try sandbox.git("update-index", "--skip-worktree", "metrics/a.yaml") }
    try sandbox.git("update-index", "--index-version", version, "--force-write-index")
    let index = try Data(contentsOf: URL(filePath: "\(sandbox.path)/repo/.git/index"))
    #expect(index[7] == UInt8(version), "git has written another version")
    #expect(try listed() == asGitLists())
  }

  @Test func aSplitIndexIsReadThroughGit() throws {
    try sandbox.strategy()
    try sandbox.git("update-index", "--split-index")
    try sandbox.write("metrics/later.yaml", "id: later\n")
    try sandbox.write("metrics/empty.yaml", "")
    try sandbox.git("add", "metrics")
    try sandbox.write("metrics/intended.yaml", "id: intended\n")
    try sandbox.git("add", "--intent-to-add", "metrics/intended.yaml")
    #expect(try listed() == asGitLists().filter { $0 != "metrics/intended.yaml" })
    #expect(try listed().contains("metrics/empty.yaml"))
  }

  @Test func whatIsOnlyIntendedIsNotInTheNextCommit() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/intended.yaml", "id: intended\n")
    try sandbox.git("add", "--intent-to-add", "metrics/intended.yaml")
    #expect(try asGitLists().contains("metrics/intended.yaml"))
    #expect(try !listed().contains("metrics/intended.yaml"))
  }

  @Test func anUnmergedFileIsNamedOnceAndSaysWhatToDo() throws {
    try sandbox.strategy()
    try sandbox.git("switch", "-q", "-c", "side")
    try sandbox.write("metrics/activation.yaml", "id: theirs\n")
    try sandbox.commit("repo", "Theirs")
    try sandbox.git("switch", "-q", "main")
    try sandbox.write("metrics/activation.yaml", "id: ours\n")
    try sandbox.commit("repo", "Ours")
    #expect(try sandbox.run(["git", "merge", "side"]).status == 1)
    let source = try Source.index(in: sandbox.environment("repo"))
    let files = try source.strategyFiles()
    #expect(
      files.map(\.path) == [
        "metrics/activation.yaml", "metrics/deep/retention.yaml", "northstar.yaml", "teams/growth.yaml",
      ])
    #expect(files.map(\.kind) == [.unmerged, .regular, .regular, .regular])
    let error = #expect(throws: GitError.self) { try source.read(files[0]) }
    #expect(error?.code == .unmerged)
    #expect(error?.description.contains("git add") == true)
  }

  @Test func theIndexOfAHookIsUsed() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/activation.yaml", "id: partial\n")
    try sandbox.write("teams/growth.yaml", "id: left behind\n")
    try sandbox.write(
      ".git/hooks/pre-commit", "#!/bin/sh\necho \"$GIT_INDEX_FILE\" > ../seen\ncp \"$GIT_INDEX_FILE\" ../copied\n")
    _ = try sandbox.run(["chmod", "+x", ".git/hooks/pre-commit"])
    // `git commit -- path` makes the hook see a temporary index.
    try sandbox.git("commit", "-q", "-m", "Partly", "--", "metrics")
    #expect(try String(contentsOfFile: "\(sandbox.path)/seen", encoding: .utf8).contains("next-index"))
    let source = try Source.index(in: sandbox.environment("repo", ["GIT_INDEX_FILE": "../copied"]))
    #expect(try source.texts()["metrics/activation.yaml"] == "id: partial\n")
    #expect(try source.texts()["teams/growth.yaml"] == "id: growth\n")
  }

  @Test func aLinkedWorktreeHasItsOwnIndex() throws {
    try sandbox.strategy()
    try sandbox.git("worktree", "add", "-q", "-b", "side", "../linked")
    try sandbox.write("linked/metrics/activation.yaml", "id: linked\n", in: ".")
    try sandbox.git("add", "-A", in: "linked")
    let gitDirectory = try sandbox.git("rev-parse", "--git-dir", in: "linked")
    for variables in [[:], ["GIT_DIR": gitDirectory]] {
      let source = try Source.index(in: sandbox.environment("linked", variables))
      #expect(source.directory == "\(sandbox.path)/linked")
      #expect(try source.texts()["metrics/activation.yaml"] == "id: linked\n")
    }
  }

  @Test func anEmptyRepositoryHasAnEmptyIndex() throws {
    try sandbox.makeDirectory("new")
    try sandbox.git("init", "-q", in: "new")
    let source = try Source.index(in: sandbox.environment("new"))
    #expect(try source.strategyFolders().isEmpty)
    #expect(try source.strategyFiles().isEmpty)
  }

  @Test func aBareRepositoryHasNoIndexAndSaysSo() throws {
    try sandbox.strategy()
    try sandbox.git("clone", "-q", "--bare", "repo", "bare.git", in: ".")
    let error = #expect(throws: GitError.self) { try Source.index(in: sandbox.environment("bare.git")) }
    #expect(error?.code == .noWorkTree)
  }

  @Test func aDamagedIndexIsAnErrorAndNotAnEmptyOne() throws {
    try sandbox.strategy()
    let path = URL(filePath: "\(sandbox.path)/repo/.git/index")
    let whole = try Data(contentsOf: path)
    for length in [1, 12, 50, 100, whole.count / 2, whole.count - 30] {
      try whole.prefix(length).write(to: path)
      #expect(throws: GitError.self, "\(length) bytes") { try Source.index(in: sandbox.environment("repo")) }
    }
  }

  private func listed() throws -> [String] {
    try Source.index(in: sandbox.environment("repo")).strategyFiles().map(\.path)
  }

  private func asGitLists() throws -> [String] {
    try sandbox.git("ls-files", "-z").split(separator: "\0").map(String.init)
  }
}
