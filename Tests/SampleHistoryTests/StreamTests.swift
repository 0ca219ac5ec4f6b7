import Foundation
import Testing
import samplehistory

@Suite struct StreamTests {
  @Test func everyProcessWritesTheSameBytes() throws {
    let huddle = try Huddle.shared.get()
    for seed in ["1", "2"] {
      let run = try Shell.run(
        Shell.sampleHistory.path, [], extra: ["TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "RUN": seed])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == huddle.stream)
    }
  }

  /// Reviews quote the commits that they judged, so a name that differs from git's would point nowhere.
  @Test func namesAreThoseThatGitGives() throws {
    let huddle = try Huddle.shared.get()
    for branch in SampleHistory.branches {
      #expect(try huddle.git("rev-parse", branch).lines == [huddle.history.tip(of: branch)?.name.hex])
    }
    let all = Set(try huddle.git("rev-list", "--all").lines)
    #expect(all == Set(huddle.history.commits.map(\.name.hex)))
  }

  @Test func judgedCommitsExist() throws {
    let huddle = try Huddle.shared.get()
    let judged = try huddle.git("grep", "-h", "^judged:", "main", "--", "reviews").lines.map { $0.dropFirst(8) }
    #expect(judged.count >= 4)
    for name in judged { #expect(try huddle.git("cat-file", "-t", String(name)).text == "commit\n") }
  }
}
