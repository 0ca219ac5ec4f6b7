import Foundation
import TestSupport
import Testing
import samplehistory

@Suite struct RepositoryTests {
  @Test func gitFindsNothingWrong() throws {
    let fsck = try Story.shared.get().git("fsck", "--strict", "--full")
    #expect(fsck.status == 0)
    #expect(fsck.text + fsck.errors == "")
  }

  @Test func sampleRepoHoldsTheHead() throws {
    let story = try Story.shared.get()
    let folder = Sandbox.root.appending(path: "sample-repo").path
    let scratch = try TemporaryFolder()
    let index = ["GIT_INDEX_FILE": scratch.url("index").path]
    let place = ["--git-dir", "\(story.repository.sandbox.path)/repo/.git", "--work-tree", folder, "-C", folder]
    let added = try Shell.run("git", place + ["add", "--all", "--force", "."], extra: index)
    #expect(added.status == 0, "\(added.errors)")
    let tree = try Shell.run("git", place + ["write-tree"], extra: index).lines
    let head = try story.git("rev-parse", "main^{tree}").lines
    #expect(tree == head, "sample-repo/ is stale: run Scripts/make-sample --refresh")
  }

  @Test func twoAndAHalfYearsOfCommits() throws {
    let dates = try dates()
    #expect(dates.count >= 200)
    #expect(try Story.shared.get().git("rev-list", "--merges", "main").lines.count >= 4)
    let years = Double((dates.last ?? 0) - (dates.first ?? 0)) / (365.25 * 86_400)
    #expect((2.4...2.6).contains(years))
  }

  @Test func datesAscendOnTheMainLine() throws {
    let dates = try dates()
    #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func aDozenPeopleAndMoreWroteIt() throws {
    let authors = Set(try Story.shared.get().git("log", "--format=%an", "main").lines)
    #expect((12...20).contains(authors.count))
    let mails = try Story.shared.get().git("log", "--format=%ae", "main").lines
    #expect(mails.allSatisfy { $0.hasSuffix("@huddle.example") })
  }

  @Test func turnedDownProposalsStayReachableAndUnmerged() throws {
    let story = try Story.shared.get()
    for (id, state) in [("minutes-in-meetings", "rejected"), ("raise-the-overload-limit", "withdrawn")] {
      let merge = try story.git("log", "-1", "--merges", "--format=%H", "main", "--grep=\(id)").lines.first
      let commit = try #require(merge, "\(id)")
      let changed = try story.git("diff", "--name-only", "\(commit)^1", commit).lines
      #expect(changed == ["proposals/\(id).yaml"])
      #expect(try story.git("show", "main:proposals/\(id).yaml").text.contains("state: \(state)"))
    }
  }

  private func dates() throws -> [Int] {
    let log = try Story.shared.get().git("log", "--first-parent", "--reverse", "--format=%ct", "main")
    return log.lines.compactMap { Int($0) }
  }
}
