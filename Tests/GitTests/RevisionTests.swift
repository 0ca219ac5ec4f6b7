import Foundation
import Git
import TestSupport
import Testing

@Suite struct RevisionTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func everySpellingMeansWhatGitSays() throws {
    try history()
    try sandbox.git("clone", "-q", "repo", "copy", in: ".")
    let repository = try open("copy")
    let spellings = [
      "HEAD", "@", "HEAD~1", "HEAD^", "HEAD^1", "HEAD~2^0", "main", "heads/main", "refs/heads/main", "v1",
      "v1^{commit}",
      "v1^{}", "refs/tags/v1", "tags/light", "origin/main", "origin/side", "origin", "HEAD^{/Second}", ":/Third",
      "@{u}", "main@{upstream}", "main@{push}", "@{push}", "HEAD@{0}", "HEAD@{now}",
      "v1-1-g\(try sandbox.git("rev-parse", "--short", "HEAD"))",
      try sandbox.git("rev-parse", "HEAD"), try sandbox.git("rev-parse", "--short=5", "HEAD~1"),
      try sandbox.git("rev-parse", "v1"), try sandbox.git("rev-parse", "HEAD").uppercased(),
    ]
    for spelling in spellings {
      let expected = try sandbox.git(
        "rev-parse", "--verify", spelling.hasPrefix(":/") ? spelling : "\(spelling)^{commit}", in: "copy")
      #expect(try repository.resolve(spelling).id.description == expected, "\(spelling)")
    }
  }

  @Test(arguments: [
    "", "-", "--all", "HEAD..main", "HEAD^9", "main~99", "no such", "a\0b", "@{nonsense", "^main", ":/nowhere",
    "\u{FFFD}", "refs/heads",
  ])
  func whatMeansNothingIsNotFound(revision: String) throws {
    try history()
    let error = #expect(throws: GitError.self) { try open("repo").resolve(revision) }
    #expect(error?.code == .notFound)
  }

  @Test func nearNamesAreOffered() throws {
    try history()
    try sandbox.git("branch", "proposal/retention")
    let repository = try open("repo")
    let cases = [
      "mian": "Did you mean 'main'?", "Side": "Did you mean 'side'?", "v2": "Did you mean 'v1'?",
      "proposal/retension": "Did you mean 'proposal/retention'?",
      "elsewhere": "List the names with 'git branch --all' and 'git tag'",
    ]
    for (wrong, advice) in cases {
      let error = #expect(throws: GitError.self) { try repository.resolve(wrong) }
      #expect(error?.advice == advice)
    }
  }

  @Test(arguments: ["HEAD:northstar.yaml", "HEAD^{tree}", "HEAD:metrics", ":northstar.yaml", "blob-tag"])
  func whatIsNoCommitSaysSo(revision: String) throws {
    try history()
    try sandbox.git("tag", "blob-tag", "HEAD:northstar.yaml")
    let error = #expect(throws: GitError.self) { try open("repo").resolve(revision) }
    #expect(error?.code == .notACommit)
  }

  @Test func tooFewDigitsAreAmbiguousAndTheCandidatesNamed() throws {
    let (commits, _) = try manyObjects()
    let shared = try #require(Dictionary(grouping: commits) { $0.prefix(4) }.values.first { $0.count > 1 })
    let error = #expect(throws: GitError.self) { try open("repo").resolve(String(shared[0].prefix(4))) }
    #expect(error?.code == .ambiguous)
    for id in shared { #expect(error?.advice?.contains(id.prefix(5)) == true) }
    #expect(try open("repo").resolve(String(shared[0].prefix(12))).id.description == shared[0])
  }

  @Test func digitsOfOneCommitAndOtherObjectsMeanTheCommit() throws {
    let (commits, others) = try manyObjects()
    let taken = Set(others.map { $0.prefix(4) })
    let counts = Dictionary(grouping: commits) { $0.prefix(4) }.mapValues(\.count)
    let id = try #require(commits.first { taken.contains($0.prefix(4)) && counts[$0.prefix(4)] == 1 })
    #expect(try open("repo").resolve(String(id.prefix(4))).id.description == id)
  }

  /// Enough objects that some share their first four digits.
  private func manyObjects() throws -> (commits: [String], others: [String]) {
    try sandbox.strategy()
    let tree = try sandbox.git("rev-parse", "HEAD^{tree}")
    let blobs = (1000..<3000).map { "blob\ndata 4\n\($0)\n" }
    let commits = (0..<600).map { number in
      "commit refs/heads/many\ncommitter A <a@b> \(1_700_000_000 + number) +0000\ndata 1\nx\nM 040000 \(tree) \n\n"
    }
    try sandbox.git("fast-import", "--quiet", "--force", input: (blobs + commits).joined())
    let all = try sandbox.git("cat-file", "--batch-all-objects", "--batch-check").split(separator: "\n")
    let found = all.map { $0.split(separator: " ").map(String.init) }
    return (found.filter { $0[1] == "commit" }.map { $0[0] }, found.filter { $0[1] != "commit" }.map { $0[0] })
  }

  private func history() throws {
    try sandbox.strategy()
    try sandbox.commit("repo", "Second")
    try sandbox.git("tag", "-a", "-m", "One", "v1")
    try sandbox.git("tag", "light", "HEAD~1")
    try sandbox.git("branch", "side", "HEAD~1")
    try sandbox.commit("repo", "Third")
  }

  private func open(_ directory: String) throws(GitError) -> Repository {
    try Repository.open(in: sandbox.environment(directory))
  }
}
