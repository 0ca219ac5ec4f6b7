import Foundation
import TestSupport
import Testing
import samplehistory

@Suite struct StreamTests {
  @Test func everyProcessWritesTheSameBytes() throws {
    let story = try Story.shared.get()
    for seed in ["1", "2"] {
      let run = try Shell.run(
        Shell.sampleHistory, [], extra: ["TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "RUN": seed])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.bytes == story.stream)
    }
  }

  /// Reviews quote the commits that they judged, so a name that differs from git's would point nowhere.
  @Test func namesAreThoseThatGitGives() throws {
    let story = try Story.shared.get()
    for branch in SampleHistory.branches {
      #expect(try story.git("rev-parse", branch).lines == [story.history.tip(of: branch)?.name.hex])
    }
    let all = Set(try story.git("rev-list", "--all").lines)
    #expect(all == Set(story.history.commits.map(\.name.hex)))
  }

  @Test func judgedCommitsExist() throws {
    let story = try Story.shared.get()
    let judged = try story.git("grep", "-h", "^judged:", "main", "--", "reviews").lines.map { $0.dropFirst(8) }
    #expect(judged.count >= 4)
    for name in judged { #expect(try story.git("cat-file", "-t", String(name)).text == "commit\n") }
  }
}
