import Foundation
import Git
import TestSupport
import Testing

@Suite struct HistoryTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  /// Three commits on main, one of them a merge whose side is older.
  private func history() throws {
    try sandbox.strategy()
    try sandbox.git("commit", "-q", "--amend", "-m", "January", variables: date("2026-01-10"))
    try sandbox.git("switch", "-q", "-c", "side")
    try sandbox.git("commit", "-q", "--allow-empty", "-m", "Side", variables: date("2026-01-20"))
    try sandbox.git("switch", "-q", "main")
    try sandbox.git("commit", "-q", "--allow-empty", "-m", "February", variables: date("2026-02-10"))
    try sandbox.git("merge", "-q", "--no-ff", "-m", "March", "side", variables: date("2026-03-10"))
  }

  private func date(_ day: String) -> [String: String] { ["GIT_COMMITTER_DATE": "\(day)T12:00:00+0000"] }

  private func time(_ day: String) throws -> Int64 {
    Int64(try Date("\(day)T23:59:59Z", strategy: .iso8601).timeIntervalSince1970)
  }

  @Test(arguments: [
    ("2026-01-10", "January"), ("2026-01-25", "January"), ("2026-02-09", "January"), ("2026-02-10", "February"),
    ("2026-03-09", "February"), ("2026-03-10", "March"), ("2030-01-01", "March"),
  ])
  func theCommitOfADayIsTheLastOfTheFirstParents(day: String, subject: String) throws {
    try history()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let commit = try repository.commit(atOrBefore: time(day), from: repository.resolve("HEAD"))
    #expect(commit.subject == subject)
  }

  @Test func aDayBeforeTheFirstCommitNamesThatCommitsDay() throws {
    try history()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let error = #expect(throws: GitError.self) {
      try repository.commit(atOrBefore: time("2026-01-09"), from: repository.resolve("HEAD"))
    }
    #expect(error?.code == .beforeHistory)
    #expect(error?.description == "cannot find the commit of 2026-01-09: the first commit is of 2026-01-10")
  }

  @Test func aShallowCloneSaysThatItsHistoryIsCut() throws {
    try history()
    try sandbox.git("clone", "-q", "--depth", "2", "file://\(sandbox.path)/repo", "shallow", in: ".")
    let repository = try Repository.open(in: sandbox.environment("shallow"))
    #expect(repository.isShallow)
    let head = try repository.resolve("HEAD")
    #expect(try repository.commit(atOrBefore: time("2026-02-20"), from: head).subject == "February")
    #expect(try repository.resolve("HEAD~1").subject == "February")
    for error in [
      #expect(throws: GitError.self) { try repository.commit(atOrBefore: time("2026-01-20"), from: head) },
      #expect(throws: GitError.self) { try repository.resolve("HEAD~2") },
    ] {
      #expect(error?.code == .cut)
      #expect(error?.advice == "Run 'git fetch --unshallow'")
    }
    let unknown = #expect(throws: GitError.self) { try repository.resolve("nowhere~2") }
    #expect(unknown?.code == .notFound)
    #expect(try sandbox.texts("shallow")["northstar.yaml"] == "product: Huddle\n")
  }
}
