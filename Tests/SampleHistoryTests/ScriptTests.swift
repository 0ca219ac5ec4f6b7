import Foundation
import TestSupport
import Testing
import samplehistory

@Suite struct ScriptTests {
  private let script = Sandbox.root.appending(path: "Scripts/make-sample").path
  private let binary = ["SAMPLEHISTORY": Shell.sampleHistory]

  @Test func sameRepositoryWhateverTheUserHasConfigured() throws {
    let scratch = try TemporaryFolder()
    let configuration = scratch.url("config")
    let text =
      "[core]\n\tautocrlf = true\n[commit]\n\tgpgSign = true\n[init]\n\tdefaultBranch = trunk\n[user]\n\tname = X\n"
    try text.write(to: configuration, atomically: true, encoding: .utf8)
    let place = scratch.url("huddle").path
    let extra = ["GIT_CONFIG_GLOBAL": configuration.path, "GIT_DIR": "/nowhere", "GIT_AUTHOR_DATE": "0 +0000"]
    let run = try Shell.run(script, [place], extra: extra.merging(binary) { $1 })
    #expect(run.status == 0, "\(run.errors)")
    let story = try Story.shared.get()
    #expect(
      try Shell.run("git", ["-C", place, "rev-parse", "HEAD"]).lines == [story.history.tip(of: "main")?.name.hex])
    #expect(try Shell.run("git", ["-C", place, "status", "--porcelain"]).text == "")
    let branches = try Shell.run("git", ["-C", place, "for-each-ref", "--format=%(refname:short)", "refs/heads"]).lines
    #expect(branches.sorted() == SampleHistory.branches.sorted())
  }

  @Test func emptyDirectoryIsTaken() throws {
    let scratch = try TemporaryFolder()
    #expect(try Shell.run(script, [scratch.path], extra: binary).status == 0)
  }

  @Test func otherDirectoriesAreLeftAlone() throws {
    let scratch = try TemporaryFolder()
    try "mine".write(to: scratch.url("notes.txt"), atomically: true, encoding: .utf8)
    let run = try Shell.run(script, [scratch.path], extra: binary)
    #expect(run.status == 2)
    #expect(run.errors.contains("is not empty"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["notes.txt"])
    #expect(try Shell.run(script, [scratch.url("notes.txt").path], extra: binary).errors.contains("is not a directory"))
    #expect(try Shell.run(script, [], extra: binary).status == 2)
  }
}
