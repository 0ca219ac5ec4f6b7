import Foundation
import TestSupport
import Testing

/// To whom commands attribute what merges brought in; git is asked the same question.
@Suite struct AllParentsTests {
  let sandbox: Sandbox
  private let files = ["a", "b", "c"]

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write("northstar.yaml", "kind: strategy\nid: huddle\nproduct: Huddle\ntimezone: UTC\n")
    for file in files { try write(file, "first") }
    try sandbox.commit("Begin")
  }

  private func write(_ file: String, _ name: String, target: Int = 1) throws {
    try sandbox.write("metrics/\(file).yaml", "kind: metric\nid: \(file)\nname: \(name)\n\n\n\n\ntarget: \(target)\n")
  }

  /// Commits a change of a metric's name, and returns the commit.
  @discardableResult
  private func name(_ file: String, _ name: String, target: Int = 1) throws -> String {
    try write(file, name, target: target)
    try sandbox.commit("Name \(file) \(name)")
    return try head()
  }

  private func head() throws -> String { try sandbox.git("rev-parse", "HEAD") }

  private func lines(_ arguments: String...) throws -> [String] {
    let outcome = try sandbox.run(["git"] + arguments)
    guard outcome.status == 0 else { throw Sandbox.Failure(text: "\(arguments): \(outcome.text)") }
    return outcome.output.split(separator: "\n").map(String.init)
  }

  /// The commits that `log` names, the newest first.
  private func logged(_ entity: String, _ options: String...) throws -> [String] {
    let answer = try sandbox.northstar(["log", "metric/\(entity)", "--format", "json"] + options)
    let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    let events = try #require(object?["events"] as? [[String: Any]], "\(answer.text)")
    return events.compactMap { $0["commit"] as? String }
  }

  private func merge(_ branches: String..., strategy: String = "ours") throws {
    _ = try sandbox.run(["git", "merge", "-q", "--no-ff", "--no-commit", "-X", strategy] + branches)
  }

  /// Two sides, one of which merges the other and the main branch, and a merge with a change of its own.
  private func nestedSides() throws -> (evil: String, merges: [String]) {
    try sandbox.git("checkout", "-q", "-b", "inner")
    try name("a", "inner")
    try sandbox.git("checkout", "-q", "-b", "outer", "main")
    try name("b", "outer")
    try sandbox.git("checkout", "-q", "main")
    try name("c", "main")
    try sandbox.git("checkout", "-q", "outer")
    var merges: [String] = []
    for branch in ["inner", "main"] {
      try merge(branch)
      try sandbox.commit("Take in \(branch)")
      merges.append(try head())
    }
    try name("a", "outer")
    try sandbox.git("checkout", "-q", "main")
    try merge("outer")
    try write("b", "evil")
    try sandbox.commit("Merge outer")
    return (try head(), merges)
  }

  @Test func sideCommitsAreToldInThePlaceOfTheirMerge() throws {
    let (evil, merges) = try nestedSides()
    for file in files {
      let path = "metrics/\(file).yaml"
      var expected = Set(try lines("log", "--full-history", "--no-merges", "--format=%H", "--", path))
      for merge in merges + [evil]
      where try lines("diff-tree", "-c", "-r", "--name-only", "--no-commit-id", merge).contains(path) {
        expected.insert(merge)
      }
      let found = try logged(file, "--all-parents")
      #expect(Set(found) == expected && found.count == expected.count, "\(file)")
      #expect(try logged(file) == lines("log", "--first-parent", "--format=%H", "--", path))
    }
    #expect(try logged("b", "--all-parents").first == evil)
    #expect(try !logged("a", "--all-parents").contains(evil))
  }

  @Test func blameNamesTheSideCommitOfEachField() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    let side = try name("a", "first", target: 2)
    try sandbox.git("checkout", "-q", "main")
    let main = try name("a", "second")
    try merge("side")
    try sandbox.commit("Merge")
    func blamed(_ options: String...) throws -> [String: String] {
      let answer = try sandbox.northstar(["blame", "metric/a", "--format", "json"] + options)
      let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
      let fields = try #require(object?["fields"] as? [[String: Any]], "\(answer.text)")
      return Dictionary(
        uniqueKeysWithValues: fields.map { ($0["field"] as? String ?? "", $0["commit"] as? String ?? "") })
    }
    #expect(try blamed("--all-parents")["target"] == side)
    #expect(try blamed()["target"] == head())
    #expect(try blamed("--all-parents")["name"] == main)
    // The merge has no changes of its own.
    #expect(try !logged("a", "--all-parents").contains(head()))
  }

  @Test func aConflictsResolutionIsTheMergesOwn() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    let side = try name("a", "side")
    try sandbox.git("checkout", "-q", "main")
    let main = try name("a", "main")
    try merge("side")
    try write("a", "resolved")
    try sandbox.commit("Merge")
    #expect(try logged("a", "--all-parents").prefix(3) == [head(), side, main])
  }

  @Test func whatAMergeThrowsAwayStaysWithTheMerge() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    try name("b", "side")
    try sandbox.git("checkout", "-q", "main")
    let main = try name("a", "main")
    try merge("side")
    try write("a", "first")
    try sandbox.commit("Merge, and drop a's name")
    #expect(try logged("a", "--all-parents").prefix(2) == [head(), main])
  }

  @Test func aMergeOfSeveralSidesIsToldByAllOfThem() throws {
    var sides: Set<String> = []
    for (branch, file) in [("one", "a"), ("two", "b")] {
      try sandbox.git("checkout", "-q", "-b", branch, "main")
      sides.insert(try name(file, branch))
    }
    try sandbox.git("checkout", "-q", "main")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge both", "one", "two")
    #expect(Set(try ["a", "b"].compactMap { try logged($0, "--all-parents").first }) == sides)
  }

  @Test func aFileBrokenOnASideAndAFolderMovedThereAreFollowed() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    try sandbox.write("metrics/a.yaml", "kind: [\n")
    try sandbox.commit("Break a")
    try sandbox.write("plans/README", "Plans\n")
    try sandbox.git("mv", "northstar.yaml", "metrics", "plans")
    try sandbox.commit("Move the strategy")
    try sandbox.write("plans/metrics/a.yaml", "kind: metric\nid: a\nname: mended\ntarget: 1\n")
    try sandbox.commit("Mend a")
    let mended = try head()
    try sandbox.git("checkout", "-q", "main")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
    #expect(try logged("a", "--all-parents") == [mended, sandbox.git("rev-parse", "HEAD~1")])
    let answer = try sandbox.northstar("log", "metric/a", "--all-parents", "--format", "json")
    #expect(answer.output.contains("plans/metrics/a.yaml"), "\(answer.text)")
  }

  @Test func changesTellSideCommitsSinceTheirMergeLanded() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    try write("a", "side")
    try sandbox.commit("Name a", on: "2026-01-29")
    try sandbox.git("checkout", "-q", "main")
    try merge("side")
    try sandbox.commit("Merge the side", on: "2026-02-03")
    let all = try sandbox.northstar("changes", "--since", "2026-02-01", "--all-parents")
    #expect(all.output.contains("2026-02-03  Ada Okafor  Name a\n  changed metric/a"), "\(all.text)")
    #expect(!all.output.contains("Merge the side"))
    let line = try sandbox.northstar("changes", "--since", "2026-02-01")
    #expect(line.output.contains("2026-02-03  Ada Okafor  Merge the side\n  changed metric/a"), "\(line.text)")
  }

  @Test func whatAShallowCloneLeavesOutOfASideIsSaid() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    for name in ["one", "two", "three"] { try self.name("a", name) }
    try sandbox.git("checkout", "-q", "main")
    try name("b", "main")
    try merge("side")
    try sandbox.commit("Merge")
    try sandbox.git("clone", "-q", "--depth", "2", "file://\(sandbox.path)/repo", "shallow", in: ".")
    let answer = try sandbox.northstar("log", "metric/a", "--all-parents", in: "shallow")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("off main is unknown: this clone is shallow"), "\(answer.text)")
    #expect(answer.output.contains("Merge\n  changed metric/a"), "\(answer.text)")
  }

  @Test func aMissingCommitOfASideIsAnError() throws {
    try sandbox.git("checkout", "-q", "-b", "side")
    let lost = try name("a", "one")
    try name("a", "two")
    try sandbox.git("checkout", "-q", "main")
    try merge("side")
    try sandbox.commit("Merge")
    try FileManager.default.removeItem(
      atPath: "\(sandbox.path)/repo/.git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))")
    let answer = try sandbox.northstar("log", "metric/a", "--all-parents")
    #expect(answer.status == 128)
    #expect(answer.output.isEmpty && answer.errors.contains(lost), "\(answer.text)")
    #expect(try sandbox.northstar("log", "metric/a").status == 0)
  }

  @Test(arguments: 1...8)
  func anyHistoryIsToldAsGitTellsIt(seed: UInt64) throws {
    var state = seed &* 0x9e37_79b9_7f4a_7c15
    func chance(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let branches = ["main", "one", "two"]
    for branch in branches.dropFirst() { try sandbox.git("branch", branch) }
    for step in 0..<20 {
      let branch = branches[chance(3)]
      try sandbox.git("checkout", "-q", branch)
      if chance(5) < 3 {
        try name(files[chance(3)], "step \(step)")
      } else {
        try merge(branches[chance(3)], strategy: ["ours", "theirs"][chance(2)])
        if chance(3) == 0 { try write(files[chance(3)], "evil \(step)") }
        try sandbox.commit("Step \(step)")
      }
    }
    try sandbox.git("checkout", "-q", "main")
    for file in files {
      let expected = try expected(file)
      let found = try logged(file, "--all-parents")
      #expect(Set(found) == expected && found.count == expected.count, "\(file)")
    }
  }

  /// Git's own answer: for a merge, the commits between its first parent and it that changed the file.
  private func expected(_ file: String) throws -> Set<String> {
    let path = "metrics/\(file).yaml"
    var expected: Set<String> = []
    for commit in try lines("log", "--first-parent", "--format=%H", "main", "--", path) {
      guard try lines("rev-list", "--parents", "-n1", commit)[0].split(separator: " ").count > 2 else {
        expected.insert(commit)
        continue
      }
      var made = Set(
        try lines("log", "--full-history", "--no-merges", "--format=%H", "\(commit)^..\(commit)", "--", path))
      for merge in try lines("rev-list", "--merges", "\(commit)^..\(commit)")
      where try lines("diff-tree", "-c", "-r", "--name-only", "--no-commit-id", merge).contains(path) {
        made.insert(merge)
      }
      let says = try sandbox.git("rev-parse", "\(commit):\(path)")
      let isTold = try made.contains { try sandbox.git("rev-parse", "\($0):\(path)") == says }
      expected.formUnion(isTold ? made : made.union([commit]))
    }
    return expected
  }
}
