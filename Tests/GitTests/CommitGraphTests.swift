import Foundation
import Git
import TestSupport
import Testing

/// The line of first parents, with git's commit graph and without.
@Suite struct CommitGraphTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  /// Commits with files, merges of one and of two sides, and times that jump.
  private func history(_ count: Int = 200) throws {
    try sandbox.makeDirectory("repo")
    try sandbox.git("init", "-q", "-b", "main")
    var stream = ""
    func commit(_ branch: String, _ mark: Int, _ time: Int, _ rest: String) {
      stream += "commit refs/heads/\(branch)\nmark :\(mark)\ncommitter Ada <ada@example.com> \(time) +0000\n"
      stream += "data 1\n.\n\(rest)M 100644 inline metrics/a.yaml\ndata 4\n\(1000 + mark)\n"
    }
    for number in 1...count {
      let time = 1_700_000_000 + 1000 * number - (number % 17 == 0 ? 50_000 : 0)
      var rest = number == 1 ? "" : "from :\(number - 1)\n"
      if number % 10 == 5 {
        commit("side", 1000 + number, time, rest)
        commit("other", 2000 + number, time, rest)
        rest += "merge :\(1000 + number)\n" + (number % 20 == 5 ? "merge :\(2000 + number)\n" : "")
      }
      commit("main", number, time, rest)
    }
    try sandbox.git("fast-import", "--quiet", "--force", input: stream)
  }

  private func log(_ revision: String = "main") throws -> [String] {
    try sandbox.git("log", "--first-parent", "--format=%H %T %ct", revision).split(separator: "\n")
      .map(String.init)
  }

  private func line(_ revision: String = "main", in directory: String = "repo") throws -> FirstParentLine {
    let repository = try Repository.open(in: sandbox.environment(directory))
    return try repository.firstParentLine(from: try repository.resolve(revision).id)
  }

  @Test(arguments: [
    [], ["commit-graph", "write", "--reachable"], ["commit-graph", "write", "--reachable", "--changed-paths"],
    ["commit-graph", "write", "--reachable", "--split"],
  ])
  func theLineIsThatOfGitLog(write: [String]) throws {
    try history()
    if !write.isEmpty { _ = try sandbox.run(["git"] + write, in: "repo") }
    let line = try line()
    #expect(line.commits.map(\.described) == (try log()))
    #expect(line.end == .beginning)
  }

  @Test func aChainOfGraphsGivesTheSameLine() throws {
    try history()
    let commits = try log().map { String($0.prefix(40)) }
    for tip in [commits[190], commits[80], commits[70]] {
      try sandbox.git(
        "commit-graph", "write", "--stdin-commits", "--split=no-merge", "--changed-paths", input: tip + "\n")
    }
    let chain = try String(
      contentsOf: URL(filePath: "\(sandbox.path)/repo/.git/objects/info/commit-graphs/commit-graph-chain"),
      encoding: .utf8)
    #expect(chain.split(separator: "\n").count == 3)
    #expect(try line().commits.map(\.described) == (try log()))
    #expect(try line(commits[100]).commits.map(\.described) == (try log(commits[100])))
  }

  @Test func aKnownCommitEndsTheLine() throws {
    try history()
    try sandbox.git("commit-graph", "write", "--reachable")
    let expected = try log()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    for place in [0, 10, 100, 199] {
      let line = try repository.firstParentLine(from: repository.resolve("main").id) {
        $0.description == expected[place].prefix(40)
      }
      #expect(line.commits.map(\.described) == Array(expected.prefix(place)))
      guard case .known(let commit) = line.end else {
        Issue.record("the line went on past \(place)")
        continue
      }
      #expect(commit.described == expected[place])
    }
  }

  @Test func aDamagedGraphNeverTrapsOrLeadsInACircle() throws {
    try history()
    try sandbox.git("commit-graph", "write", "--reachable")
    let expected = try log()
    let file = "repo/.git/objects/info/commit-graph"
    let whole = Array(try Data(contentsOf: URL(filePath: "\(sandbox.path)/\(file)")))
    var state: UInt64 = 42
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/\(file)")
    for round in 0..<150 {
      var bytes = whole
      if round % 3 == 0 {
        bytes = Array(bytes.prefix(number(below: bytes.count)))
      } else {
        let place = round % 3 == 1 ? number(below: bytes.count) : number(below: 1200)
        bytes[place] ^= 1 << UInt8(number(below: 8))
      }
      try sandbox.write(file, Data(bytes), in: ".")
      do {
        let found = try line().commits
        // A flipped bit inside a record cannot be detected; a truncated file can.
        let isWhole = found.map(\.described) == expected
        #expect(isWhole || round % 3 != 0, "round \(round)")
        #expect(found.count <= 300, "round \(round)")
      } catch {
        #expect(error is GitError, "round \(round)")
      }
    }
  }

  @Test func aParentThatIsMissingIsAnError() throws {
    try history(1)
    for number in 0..<6 { try sandbox.commit("repo", "Commit \(number)") }
    let id = try sandbox.git("rev-parse", "main~3")
    try FileManager.default.removeItem(
      atPath: "\(sandbox.path)/repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    let error = #expect(throws: GitError.self) { try line() }
    #expect(error?.code == .missingObject)
    #expect(error?.description.contains(id) == true)
  }

  @Test func aShallowCloneEndsWithACut() throws {
    try history()
    try sandbox.git("clone", "-q", "--depth", "5", "file://\(sandbox.path)/repo", "shallow", in: ".")
    let line = try line("HEAD", in: "shallow")
    #expect(line.commits.map(\.described) == Array(try log().prefix(5)))
    #expect(line.end == .cut)
  }
}

extension LineCommit {
  /// In the form of `git log --format='%H %T %ct'`.
  fileprivate var described: String { "\(id) \(tree) \(time)" }
}
