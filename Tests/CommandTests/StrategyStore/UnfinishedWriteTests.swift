import Foundation
import TestSupport
import Testing

/// What is left when all processes of a write are ended at once, as by a loss of power.
@Suite struct UnfinishedWriteTests {
  private let sandbox: Sandbox
  private let file = "metrics/activation-rate.yaml"
  private let old: String
  private let new: String

  /// `new` is a commit after `old` that is on no branch.
  init() throws {
    sandbox = try Sandbox()
    try sandbox.writeStrategy()
    try sandbox.commit()
    old = try sandbox.git("rev-parse", "HEAD")
    let set = try sandbox.northstar("set", "activation-rate.description", "Other words")
    try #require(set.status == 0, "\(set.text)")
    new = try sandbox.git("rev-parse", "HEAD")
    try sandbox.git("reset", "-q", "--hard", old)
  }

  /// The state in the middle of a write, with other things that were done.
  private func leave(index: Bool, files: Bool, locks: [String: String] = [:], marks: Bool = true) throws {
    let git = "\(sandbox.path)/repo/.git"
    let time = Date().timeIntervalSince1970 - 0.1
    let place = ["marked", "refs/heads/main", "\(sandbox.path)/repo", old, new]
    let named = ["HEAD", "refs/heads/main", "packed-refs", "index"].flatMap { name in
      [["HEAD", "refs/heads/main"].contains(name) ? "reference lock" : "lock", "\(git)/\(name).lock"]
    }
    let fields = ["northstar-move 2", String(time), "commit: Change", "reference", "refs/heads/main", old, new]
    try sandbox.write("northstar.move", (fields + place + named + ["end"]).joined(separator: "\0"), in: "repo/.git")
    if index || files { try sandbox.git("read-tree", "-m", "-u", old, new) }
    if !index { try sandbox.git("read-tree", old) }
    if marks {
      try sandbox.write("CHERRY_PICK_HEAD", new + "\n", in: "repo/.git")
      try sandbox.write("MERGE_MSG", try sandbox.git("log", "-1", "--format=%B", new), in: "repo/.git")
    }
    for (lock, text) in locks { try sandbox.write(lock, text, in: "repo/.git") }
  }

  private func isClean() throws -> Bool {
    let left = try sandbox.run([
      "find", ".git", "-name", "*.lock", "-o", "-name", "northstar.move", "-o", "-name", "*_HEAD",
    ])
    return try sandbox.git("status", "--porcelain").isEmpty
      && left.output.split(separator: "\n").allSatisfy { $0 == ".git/northstar.lock" || $0 == ".git/ORIG_HEAD" }
  }

  @Test func aReadingCommandNamesItInOneLineAndWritesNothing() throws {
    try leave(index: true, files: true, locks: ["index.lock": "", "refs/heads/main.lock": new + "\n"])
    let before = try sandbox.run(["find", ".git", "-newer", ".git/northstar.move"]).output
    let check = try sandbox.northstar("check")
    let lines = check.errors.split(separator: "\n").filter { $0.contains("stopped") }
    #expect(lines.count == 1, "\(check.errors)")
    let said = try #require(lines.first)
    #expect(said.contains("committed \(new.prefix(7)) on 'main'"), "\(said)")
    #expect(said.contains("index.lock") && said.contains("main.lock"), "\(said)")
    #expect(said.contains("or, once that is removed: git update-ref refs/heads/main \(new.prefix(7))"), "\(said)")
    #expect(check.status == 0)
    #expect(try sandbox.run(["find", ".git", "-newer", ".git/northstar.move"]).output == before)
    let inTheMidst = try sandbox.run([
      "flock", ".git/northstar.lock", "sh", "-c", "\(Sandbox.program) check",
    ])
    #expect(!inTheMidst.errors.contains("stopped"), "a northstar that still works was not stopped")
  }

  @Test func gitNamesItInItsOwnWords() throws {
    try leave(index: true, files: true)
    #expect(try sandbox.git("status").contains("currently cherry-picking commit \(new.prefix(7))"))
    try sandbox.git("commit", "-q", "--no-edit")
    #expect(try sandbox.git("rev-parse", "HEAD^{tree}") == sandbox.git("rev-parse", "\(new)^{tree}"))
    #expect(try sandbox.git("log", "-1", "--format=%an %B") == sandbox.git("log", "-1", "--format=%an %B", new))
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(try isClean())
  }

  @Test func gitTakesItBackInItsOwnWords() throws {
    try leave(index: true, files: true)
    try sandbox.git("cherry-pick", "--abort")
    #expect(try sandbox.git("rev-parse", "HEAD") == old)
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(try isClean() && sandbox.git("rev-parse", "HEAD^") == old)
  }

  @Test(arguments: [true, false]) func theNextWriterFinishesWhatIsAllButDone(hasLocks: Bool) throws {
    let locks = ["index.lock": "half", "HEAD.lock": "", "refs/heads/main.lock": new + "\n", "packed-refs.lock": ""]
    try leave(index: true, files: true, locks: hasLocks ? locks : [:])
    let next = try sandbox.northstar("set", "new-workspaces.description", "More words")
    #expect(next.status == 0, "\(next.text)")
    #expect(try sandbox.git("rev-parse", "HEAD^") == new)
    #expect(try isClean())
  }

  @Test(arguments: [true, false]) func theNextWriterTakesTheRestBack(hasLocks: Bool) throws {
    try leave(index: false, files: true, locks: hasLocks ? ["index.lock": "half", "refs/heads/main.lock": ""] : [:])
    let next = try sandbox.northstar("set", "new-workspaces.description", "More words")
    #expect(next.status == 0, "\(next.text)")
    #expect(try sandbox.git("rev-parse", "HEAD^") == old)
    #expect(try isClean())
  }

  @Test func aFileThatWasHalfWrittenIsTakenBackToo() throws {
    let text = try sandbox.text(file)
    for length in [0, text.utf8.count / 2] {
      try leave(index: false, files: false)
      try sandbox.write(file, bytes: Array(try sandbox.git("show", "\(new):\(file)").utf8.prefix(length)))
      #expect(try sandbox.northstar("set", "new-workspaces.description", "Words \(length)").status == 0)
      #expect(try sandbox.text(file) == text)
      try sandbox.git("reset", "-q", "--hard", old)
      try leave(index: false, files: false)
      try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/\(file)")
      #expect(try sandbox.northstar("set", "new-workspaces.description", "More words \(length)").status == 0)
      #expect(try isClean())
      try sandbox.git("reset", "-q", "--hard", old)
    }
  }

  @Test func whatTheUserHasChangedSinceStays() throws {
    try leave(index: false, files: true)
    let mine = try sandbox.text(file) + "# mine\n"
    try sandbox.write(file, mine)
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(try sandbox.text(file) == mine)
  }

  @Test(arguments: ["index.lock", "refs/heads/main.lock"]) func aLockOfSomebodyElseStays(lock: String) throws {
    try leave(index: true, files: true, locks: [lock: lock == "index.lock" ? "" : old + "\n"])
    let time = lock == "index.lock" ? Date(timeIntervalSinceNow: -60) : Date()
    let path = "\(sandbox.path)/repo/.git/\(lock)"
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    let next = try sandbox.northstar("set", "activation-rate.description", "More words")
    #expect(next.status == 128 && next.errors.contains(lock), "\(next.text)")
    #expect(FileManager.default.fileExists(atPath: path))
    try FileManager.default.removeItem(atPath: path)
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(try isClean())
  }

  @Test func aHeldBranchIsNamedAndLetGo() throws {
    try sandbox.write("northstar.hold", "refs/heads/main", in: "repo/.git")
    let git = "\(sandbox.path)/repo/.git"
    try FileManager.default.linkItem(atPath: "\(git)/northstar.hold", toPath: "\(git)/refs/heads/main.lock")
    let said = try sandbox.northstar("check").errors
    #expect(said.contains("a northstar process was stopped and has left") && said.contains("main.lock"), "\(said)")
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(try isClean() && !sandbox.exists(".git/northstar.hold"))
  }

  @Test func messagesOfStoppedCommandsGoAfterADay() throws {
    for (name, age) in [("NORTHSTAR_EDITMSG.1.1", 2.0), ("NORTHSTAR_EDITMSG.2.2", 0.5), ("EDITMSG", 2.0)] {
      try sandbox.write(name, "x", in: "repo/.git")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age * 86_400)],
        ofItemAtPath: "\(sandbox.path)/repo/.git/\(name)")
    }
    #expect(try sandbox.northstar("set", "new-workspaces.description", "More words").status == 0)
    #expect(!sandbox.exists(".git/NORTHSTAR_EDITMSG.1.1"))
    #expect(sandbox.exists(".git/NORTHSTAR_EDITMSG.2.2") && sandbox.exists(".git/EDITMSG"))
  }
}
