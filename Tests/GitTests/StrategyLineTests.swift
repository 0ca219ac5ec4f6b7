import Foundation
import Git
import TestSupport
import Testing

/// What happened to the files of a strategy, commit by commit.
@Suite struct StrategyLineTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  private func line(_ folder: String, isSame: ([UInt8]) -> Bool = { _ in true }) throws -> MainlineFiles {
    let repository = try Repository.open(in: sandbox.environment("repo"))
    return try repository.strategyLine(
      repository.firstParentLine(from: repository.resolve("HEAD").id), folder: folder, named: ["northstar.yaml"],
      folders: ["metrics", "teams"], suffixes: [".yaml"], workers: 2, isSame: isSame)
  }

  /// `1 metrics/a.yaml`, `0 -metrics/a.yaml`: positions from the newest commit, with a hyphen for removed files.
  private func described(_ line: MainlineFiles, at positions: ClosedRange<Int>) -> Set<String> {
    Set(
      line.events.filter { positions.contains($0.position) }
        .map { "\($0.position) \($0.isRemoved ? "-" : "")\($0.file.path)" })
  }

  @Test func eachCommitListsWhatItDid() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/activation.yaml", "id: activation\nname: A\n")
    try sandbox.write("code/main.c", "int main;\n")
    try sandbox.commit("repo", "Change a metric, and code")
    try sandbox.git("mv", "metrics/activation.yaml", "metrics/deep/a.yaml")
    try sandbox.commit("repo", "Move a metric")
    try sandbox.git("rm", "-q", "-r", "teams")
    try sandbox.commit("repo", "Remove the teams")
    let line = try line("")
    #expect(
      described(line, at: 0...2) == [
        "0 -teams/growth.yaml", "1 -metrics/activation.yaml", "1 metrics/deep/a.yaml", "2 metrics/activation.yaml",
      ])
    #expect(
      described(line, at: 3...3) == [
        "3 northstar.yaml", "3 metrics/activation.yaml", "3 metrics/deep/retention.yaml", "3 teams/growth.yaml",
      ])
  }

  /// A strategy in `strategy/` that is moved to `plans/strat2/`, with a change before, in and after the move.
  private func movedStrategy() throws {
    try sandbox.makeDirectory("repo")
    try sandbox.git("init", "-q", "-b", "main")
    try sandbox.write("README", "Huddle\n")
    try sandbox.write("strategy/northstar.yaml", "id: huddle\n")
    try sandbox.write("strategy/metrics/a.yaml", "id: a\n")
    try sandbox.write("strategy/metrics/b.yaml", "id: b\n")
    try sandbox.commit("repo", "Begin")
    try sandbox.write("strategy/metrics/a.yaml", "id: a\nname: A\n")
    try sandbox.commit("repo", "Name a")
    try sandbox.makeDirectory("repo/plans")
    try sandbox.git("mv", "strategy", "plans/strat2")
    try sandbox.write("plans/strat2/metrics/b.yaml", "id: b\nname: B\n")
    try sandbox.commit("repo", "Move, and name b")
    try sandbox.write("plans/strat2/metrics/a.yaml", "id: a\nname: Again\n")
    try sandbox.commit("repo", "Name a again")
  }

  @Test func aFolderThatMovedIsFollowed() throws {
    try movedStrategy()
    let line = try line("plans/strat2") { String(decoding: $0, as: UTF8.self) == "id: huddle\n" }
    #expect(described(line, at: 0...2) == ["0 metrics/a.yaml", "1 metrics/b.yaml", "2 metrics/a.yaml"])
    #expect(described(line, at: 3...3) == ["3 northstar.yaml", "3 metrics/a.yaml", "3 metrics/b.yaml"])
    #expect((0...3).map { line.folders.folder(at: $0) } == ["plans/strat2", "plans/strat2", "strategy", "strategy"])
  }

  @Test func anotherStrategysFolderIsNotFollowed() throws {
    try movedStrategy()
    let line = try line("plans/strat2") { _ in false }
    #expect(described(line, at: 1...3) == ["1 northstar.yaml", "1 metrics/a.yaml", "1 metrics/b.yaml"])
  }

  @Test func aTreeThatIsMissingOrDamagedIsAnError() throws {
    for content in [nil, "broken"] {
      try? FileManager.default.removeItem(atPath: "\(sandbox.path)/repo")
      try sandbox.strategy()
      let id = try sandbox.git("rev-parse", "HEAD:metrics")
      try sandbox.write("metrics/activation.yaml", "id: activation\nname: A\n")
      try sandbox.commit("repo", "Change a metric")
      let path = "repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      try FileManager.default.removeItem(atPath: "\(sandbox.path)/\(path)")
      if let content { try sandbox.write(path, content, in: ".") }
      let error = #expect(throws: GitError.self) { try line("") }
      #expect(error?.code == (content == nil ? .missingObject : .corrupt))
    }
  }
}
