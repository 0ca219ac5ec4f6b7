import Foundation
import Git
import TestSupport
import Testing

/// Trees that are written in memory.
@Suite struct TreeEditTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  private func tree(_ revision: String = "HEAD") throws -> ObjectID? {
    ObjectID(hex: try sandbox.git("rev-parse", "\(revision)^{tree}"))
  }

  private func changes(_ pairs: [String: FileChange]) throws(GitError) -> [TreePath: FileChange] {
    var changes: [TreePath: FileChange] = [:]
    for (path, change) in pairs { changes[try TreePath(path)] = change }
    return changes
  }

  @Test func randomEditsGiveTheTreeThatGitWrites() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    var random = Chance(7)
    var files: Set<String> = [
      "northstar.yaml", "metrics/activation.yaml", "metrics/deep/retention.yaml", "teams/growth.yaml",
    ]
    var base = try tree()
    for round in 0..<25 {
      var edits: [String: FileChange] = [:]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let path = TreePaths.random(using: &random)
        if files.contains(path), Bool.random(using: &random) {
          edits[path] = .removal
        } else {
          edits[path] = .text(Array("\(round) \(Int.random(in: 0...3, using: &random))\n".utf8))
        }
      }
      let after = files.subtracting(edits.filter { $0.value == .removal }.keys).union(
        edits.filter { $0.value != .removal }.keys)
      guard TreePaths.fitTogether(after) else { continue }
      files = after
      let ours = try repository.writeTree(try changes(edits), onto: base)
      for (path, change) in edits.sorted(by: { $0.value == .removal && $1.value != .removal }) {
        guard case .text(let text, _) = change else {
          try sandbox.git("update-index", "--force-remove", path)
          continue
        }
        let id = try sandbox.git("hash-object", "-w", "--stdin", input: String(decoding: text, as: UTF8.self))
        try sandbox.git("update-index", "--add", "--cacheinfo", "100644,\(id),\(path)")
      }
      #expect(ours.description == (try sandbox.git("write-tree")), "round \(round): \(edits)")
      base = ours
    }
    #expect(try sandbox.run(["git", "fsck", "--strict"]).status == 0)
  }

  @Test func theFirstTreeNeedsNoBase() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let made = try repository.writeTree(
      try changes(["northstar.yaml": .text(Array("product: Huddle\n".utf8))]), onto: nil)
    #expect(try sandbox.git("ls-tree", "-r", "--name-only", made.description) == "northstar.yaml")
    let nothing = try repository.writeTree([:], onto: nil)
    #expect(nothing.description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  }

  @Test func aFileKeepsItsModeAndAnEmptiedFolderVanishes() throws {
    try sandbox.strategy()
    _ = try sandbox.run(["chmod", "+x", "metrics/activation.yaml"])
    try sandbox.commit("repo", "Executable")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let made = try repository.writeTree(
      try changes([
        "metrics/activation.yaml": .text(Array("id: changed\n".utf8)), "metrics/deep/retention.yaml": .removal,
      ]), onto: tree())
    let listed = try sandbox.git("ls-tree", "-r", "-t", "--format=%(objectmode) %(path)", made.description)
    #expect(
      listed
        == "040000 metrics\n100755 metrics/activation.yaml\n100644 northstar.yaml\n040000 teams\n100644 teams/growth.yaml"
    )
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", "../a", "a/../b", "a/./b", ".", ".git/config", "a/.GIT/hooks/x", ".git", "a/.git ", ".git.",
    "git~1/config", ".g\u{200c}it/config", ".git::$INDEX_ALLOCATION/x", ".Git\\x", "a\0b",
  ])
  func aPathThatLeadsElsewhereIsRefused(path: String) {
    let error = #expect(throws: GitError.self) { try TreePath(path) }
    #expect(error?.code == .notAllowed)
  }

  @Test(arguments: [".gitignore", ".github/a", "...", "a..b/c", "git/x", "größe/会議.yaml", "a b"])
  func anOrdinaryPathIsNot(path: String) throws { #expect(try TreePath(path).description == path) }

  @Test func whatCannotStandTogetherIsRefused() throws {
    try sandbox.strategy()
    _ = try sandbox.run(["ln", "-s", "/etc", "link"])
    try sandbox.commit("repo", "A link")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let text = FileChange.text([])
    for (path, change, code) in [
      ("northstar.yaml/below", text, GitError.Code.notAFile), ("metrics", text, .notAFile), ("link", text, .notAFile),
      ("link/passwd", text, .notAFile), ("nowhere.yaml", .removal, .notFound), ("metrics", .removal, .notFound),
    ] {
      let error = #expect(throws: GitError.self) { try repository.writeTree(try changes([path: change]), onto: tree()) }
      #expect(error?.code == code, "\(path)")
      #expect(error?.description.contains(path.split(separator: "/")[0]) == true)
    }
  }

  @Test func aFileMakesRoomForAFolderAndBack() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let text = FileChange.text(Array("x".utf8))
    let folder = try repository.writeTree(
      try changes(["northstar.yaml": .removal, "northstar.yaml/a": text]), onto: tree())
    #expect(try sandbox.git("ls-tree", "-r", "--name-only", folder.description).contains("northstar.yaml/a"))
    let file = try repository.writeTree(
      try changes(["northstar.yaml/a": .removal, "northstar.yaml": text]), onto: folder)
    #expect(try sandbox.git("cat-file", "-p", "\(file):northstar.yaml") == "x")
  }

  @Test func aSharedRepositoryStaysWritableForTheGroup() throws {
    try sandbox.strategy()
    try sandbox.git("init", "-q", "--bare", "--shared=group", "shared.git", in: ".")
    let repository = try Repository.open(in: sandbox.environment("shared.git"))
    let texts = try (0..<20).map { (try TreePath("\($0)"), FileChange.text(Array("text \($0)".utf8))) }
    _ = try repository.writeTree(Dictionary(uniqueKeysWithValues: texts), onto: nil)
    let found = try sandbox.run(["sh", "-c", "stat -c '%a' objects/??; stat -c '%a' objects/??/*"], in: "shared.git")
      .text
    #expect(Set(found.split(separator: "\n")) == ["2775", "444"])
  }

  @Test func nothingIsWrittenWhileAPushIsChecked() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo", ["GIT_QUARANTINE_PATH": "/somewhere"]))
    let error = #expect(throws: GitError.self) { try repository.writeTree([:], onto: nil) }
    #expect(error?.code == .notAllowed)
    #expect(error?.message.contains("GIT_QUARANTINE_PATH") == true)
  }

  @Test func anObjectThatIsThereButDamagedIsNotTakenForWritten() throws {
    try sandbox.strategy()
    let id = try sandbox.git("rev-parse", "HEAD:metrics/activation.yaml")
    let path = "repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    _ = try sandbox.run(["chmod", "u+w", path], in: ".")
    try sandbox.write(path, "", in: ".")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let error = #expect(throws: GitError.self) {
      try repository.writeTree(try changes(["copy.yaml": .text(Array("id: activation\n".utf8))]), onto: nil)
    }
    #expect(error?.description.contains(id) == true)
  }
}

/// Paths that often collide, in and next to the same folders.
enum TreePaths {
  static func random(using random: inout Chance) -> String {
    let names = ["a", "b", "a.b", "a-b", "a0", "é"]
    let depth = Int.random(in: 1...3, using: &random)
    return (0..<depth).map { _ in names[Int.random(in: 0..<names.count, using: &random)] }.joined(separator: "/")
  }

  /// Whether none of them is below another.
  static func fitTogether(_ paths: Set<String>) -> Bool {
    !paths.contains { path in paths.contains { $0.hasPrefix("\(path)/") } }
  }
}
