import Foundation
import Git
import TestSupport
import Testing

/// Trees merged in memory, compared with git's result.
@Suite struct TreeMergeTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.empty()
    try sandbox.makeDirectory("repo")
    try sandbox.git("init", "-q", "-b", "main")
  }

  private typealias Files = [String: (mode: String, text: String)]

  /// Commits a tree without a work tree and returns the ids of commit and tree.
  private func commit(_ files: Files, parents: [String] = []) throws -> (commit: String, tree: ObjectID) {
    try sandbox.git("read-tree", "--empty")
    var lines = ""
    for (path, file) in files {
      let id = try sandbox.git("hash-object", "-w", "--stdin", input: file.text)
      lines += "\(file.mode) \(id)\t\(path)\n"
    }
    try sandbox.git("update-index", "--index-info", input: lines)
    let tree = try sandbox.git("write-tree")
    let message = ["-m", "x"] + parents.flatMap { ["-p", $0] }
    let commit = try sandbox.run(["git", "commit-tree", tree] + message, in: "repo").line
    return (commit, try #require(ObjectID(hex: tree)))
  }

  private func edited(_ files: Files, using random: inout Chance) -> Files {
    var files = files
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let known = files.keys.sorted()
      switch Int.random(in: 0..<4, using: &random) {
      case 0: files[known.randomElement(using: &random) ?? ""] = nil
      case 1:
        let mode = Bool.random(using: &random) ? "100644" : "100755"
        files[TreePaths.random(using: &random)] = (mode, "\(Int.random(in: 0...3, using: &random))\n")
      default:
        guard let path = known.randomElement(using: &random) else { continue }
        files[path]?.text = "\(Int.random(in: 0...3, using: &random))\n"
        if Int.random(in: 0..<4, using: &random) == 0 { files[path]?.mode = "100755" }
      }
      // Removes what is below a file or above one.
      for path in files.keys.sorted() where files.keys.contains(where: { path.hasPrefix("\($0)/") }) {
        files[path] = nil
      }
    }
    return files
  }

  @Test func whatGitMergesWithoutAConflictGivesTheSameTree() throws {
    var random = Chance(11)
    var (clean, contested) = (0, 0)
    for round in 0..<40 {
      var start: Files = [:]
      for number in 0..<6 { start[TreePaths.random(using: &random)] = ("100644", "start \(number)\n") }
      let base = edited(start, using: &random)
      let (root, baseTree) = try commit(base)
      let (ours, oursTree) = try commit(edited(base, using: &random), parents: [root])
      let (theirs, theirsTree) = try commit(edited(base, using: &random), parents: [root])
      let repository = try Repository.open(in: sandbox.environment("repo"))
      let merge = try TreeMerge(base: baseTree, ours: oursTree, theirs: theirsTree, in: repository)
      let git = try sandbox.run(
        [
          "git", "-c", "merge.renames=false", "-c", "merge.directoryRenames=false", "merge-tree", "--write-tree", ours,
          theirs,
        ],
        in: "repo")
      #expect((git.status == 0) == merge.contested.isEmpty, "round \(round): \(merge.contested)\n\(git.text)")
      guard git.status == 0, merge.contested.isEmpty else {
        contested += 1
        continue
      }
      clean += 1
      let made = try repository.writeTree(merge.changes, onto: oursTree)
      #expect(made.description == git.text.prefix(40), "round \(round)")
    }
    #expect(clean > 10 && contested > 5)
  }

  @Test func bothSidesOfAContestedFileAreNamedAndTheCallerDecides() throws {
    let (_, base) = try commit(["a": ("100644", "1\n"), "b": ("100644", "1\n"), "c": ("100644", "1\n")])
    let (_, ours) = try commit(["a": ("100755", "2\n"), "b": ("100644", "2\n")])
    let (_, theirs) = try commit(["a": ("100644", "3\n"), "c": ("100644", "3\n"), "new": ("100755", "n\n")])
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let merge = try TreeMerge(base: base, ours: ours, theirs: theirs, in: repository)
    #expect(merge.contested.map(\.path.description) == ["a", "b", "c"])
    #expect(merge.contested[0].base != nil && merge.contested[0].ours != merge.contested[0].theirs)
    #expect(merge.contested[1].theirs == nil && merge.contested[2].ours == nil)
    let (changes, conflicts) = merge.resolved { file in
      switch file.path.description {
      case "a": .text(Array("both\n".utf8))
      case "b": .removal
      default: .conflict
      }
    }
    #expect(conflicts.map(\.path.description) == ["c"])
    let made = try repository.writeTree(changes, onto: ours)
    let listed = try sandbox.git("ls-tree", "-r", "--format=%(objectmode) %(path)", made.description)
    #expect(listed == "100755 a\n100755 new")
    #expect(try sandbox.git("cat-file", "-p", "\(made):a") == "both")
  }

  @Test func aCallersOwnFailureComesThrough() throws {
    let (_, base) = try commit(["a": ("100644", "1\n")])
    let (_, ours) = try commit(["a": ("100644", "2\n")])
    let (_, theirs) = try commit(["a": ("100644", "3\n")])
    let merge = try TreeMerge(
      base: base, ours: ours, theirs: theirs, in: try Repository.open(in: sandbox.environment("repo")))
    #expect(throws: Sandbox.Failure.self) {
      try merge.resolved { (file) throws(Sandbox.Failure) in throw Sandbox.Failure(text: "no") }
    }
  }

  @Test func aFileAgainstAFolderIsContested() throws {
    let (_, base) = try commit(["x": ("100644", "1\n")])
    let (_, ours) = try commit(["x/below": ("100644", "2\n")])
    let (_, theirs) = try commit(["x": ("100644", "3\n")])
    let repository = try Repository.open(in: sandbox.environment("repo"))
    for (mine, other) in [(ours, theirs), (theirs, ours)] {
      let merge = try TreeMerge(base: base, ours: mine, theirs: other, in: repository)
      #expect(merge.contested.map(\.path.description) == ["x"])
      #expect(merge.contested.map(\.isFolder) == [true])
      #expect(merge.resolved { _ in .text([]) }.conflicts.count == 1)
      let made = try repository.writeTree(merge.resolved { _ in .removal }.changes, onto: mine)
      #expect(try sandbox.git("ls-tree", "-r", "--name-only", made.description) == "x/below")
    }
  }

  @Test func theCommonAncestorIsTheOneThatGitNames() throws {
    let (root, _) = try commit(["a": ("100644", "1\n")])
    let (left, _) = try commit(["a": ("100644", "2\n")], parents: [root])
    let (right, _) = try commit(["a": ("100644", "3\n")], parents: [root])
    let (one, _) = try commit(["a": ("100644", "4\n")], parents: [left, right])
    let (two, _) = try commit(["a": ("100644", "5\n")], parents: [right, left])
    let (alone, _) = try commit(["b": ("100644", "1\n")])
    let repository = try Repository.open(in: sandbox.environment("repo"))
    func base(_ a: String, _ b: String) throws -> String? {
      try repository.mergeBase(try #require(ObjectID(hex: a)), try #require(ObjectID(hex: b)))?.description
    }
    for (a, b) in [(left, right), (root, one), (one, two), (two, one), (one, one)] {
      #expect(try base(a, b) == sandbox.git("merge-base", a, b))
    }
    #expect(try base(alone, one) == nil)
  }
}
