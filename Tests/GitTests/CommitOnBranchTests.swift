import Foundation
import Git
import Synchronization
import TestSupport
import Testing

/// Commits that move a branch.
@Suite struct CommitOnBranchTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @discardableResult
  private func commit(
    _ files: [String: String?], in directory: String = "repo", on branch: String = "main", patience: Double = 5,
    _ extra: [String: String] = [:]
  ) throws -> Commit? {
    let repository = try Repository.open(in: sandbox.environment(directory, extra))
    return try repository.commit(on: "refs/heads/\(branch)", patience: patience) { _ throws(GitError) in
      var changes: [TreePath: FileChange] = [:]
      for (path, text) in files { changes[try TreePath(path)] = text.map { .text(Array($0.utf8)) } ?? .removal }
      return CommitDraft(changes: changes, message: "Change \(files.keys.sorted().joined(separator: ", "))")
    }
  }

  /// The error of a failed commit.
  private func failure(_ body: () throws -> Void) -> GitError? {
    do { try body() } catch CommitFailure<GitError>.git(let error) { return error } catch {}
    return nil
  }

  private func status() throws -> String { try sandbox.git("status", "--porcelain") }

  private func read(_ file: String) throws -> String { try sandbox.run(["cat", file]).line }

  @Test func branchIndexAndFilesFollowWithAReflogEntry() throws {
    let old = try sandbox.strategy()
    let made = try commit(["metrics/new.yaml": "id: new\n", "teams/growth.yaml": nil, "northstar.yaml": "product: X\n"])
    #expect(try sandbox.git("rev-parse", "main") == made?.id.description)
    #expect(made?.parents.map(\.description) == [old])
    #expect(try status() == "")
    #expect(try read("metrics/new.yaml") == "id: new" && read("northstar.yaml") == "product: X")
    #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/teams"))
    for name in ["main", "HEAD"] {
      #expect(try sandbox.git("log", "-g", "-1", "--format=%gs", name).hasPrefix("commit: Change metrics/new"))
    }
    #expect(try sandbox.git("fsck", "--strict") == "")
  }

  @Test func unrelatedWorkOfTheUsersIsKept() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/activation.yaml", "id: dirty\n")
    try sandbox.write("staged.yaml", "staged\n")
    try sandbox.git("add", "staged.yaml")
    try sandbox.write("untracked.yaml", "untracked\n")
    let before = try status()
    try commit(["teams/growth.yaml": "id: grown\n"])
    #expect(try status() == before)
    #expect(try read("metrics/activation.yaml") == "id: dirty" && read("teams/growth.yaml") == "id: grown")
  }

  @Test func aFileThatWasOnlyTouchedIsNotInTheWay() throws {
    try sandbox.strategy()
    _ = try sandbox.run(["touch", "-d", "2020-01-01", "teams/growth.yaml"])
    try commit(["teams/growth.yaml": "id: grown\n"])
    #expect(try status() == "")
  }

  @Test(arguments: ["dirty", "staged", "untracked", "ignored", "ignored folder", "ignored file for a folder"])
  func workOfTheUsersInTheWayStopsEverything(kind: String) throws {
    try sandbox.strategy()
    try sandbox.write(".gitignore", "ignored*\n")
    let old = try sandbox.commit("repo", "Ignore")
    let (file, change) =
      switch kind {
      case "dirty", "staged": ("teams/growth.yaml", "teams/growth.yaml")
      case "untracked": ("teams/new.yaml", "teams/new.yaml")
      case "ignored": ("teams/ignored.yaml", "teams/ignored.yaml")
      case "ignored folder": ("ignored/notes", "ignored")
      default: ("ignored", "ignored/new.yaml")
      }
    try sandbox.write(file, "mine\n")
    if kind == "staged" { try sandbox.git("add", file) }
    let before = try status()
    let error = failure { try commit([change: "theirs\n", "northstar.yaml": "product: Y\n"]) }
    #expect(error?.code == .filesInTheWay, "\(String(describing: error))")
    #expect(error?.message.contains(file) == true, "\(String(describing: error))")
    #expect(try read(file) == "mine" && read("northstar.yaml") == "product: Huddle")
    #expect(try status() == before)
    #expect(try sandbox.git("rev-parse", "main") == old)
    #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/.git/index.lock"))
  }

  @Test func otherBranchesBareAndUnbornRepositoriesAreWrittenWithoutFiles() throws {
    try sandbox.strategy()
    try sandbox.git("branch", "other")
    let made = try commit(["a.yaml": "a\n"], on: "other")
    #expect(try sandbox.git("rev-parse", "other") == made?.id.description)
    #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/a.yaml"))
    try sandbox.git("init", "-q", "--bare", "-b", "main", "bare.git", in: ".")
    for number in 0..<3 { try commit(["\(number).yaml": "x\n"], in: "bare.git") }
    #expect(try sandbox.git("rev-list", "--count", "main", in: "bare.git") == "3")
    try sandbox.makeDirectory("unborn")
    try sandbox.git("init", "-q", "-b", "main", in: "unborn")
    try commit(["folder/a.yaml": "x\n"], in: "unborn")
    #expect(try sandbox.git("status", "--porcelain", in: "unborn") == "")
    #expect(try sandbox.git("log", "-g", "-1", "--format=%gs", in: "unborn").hasPrefix("commit (initial): "))
  }

  @Test func aDetachedHeadStaysWhereItIs() throws {
    let old = try sandbox.strategy()
    try sandbox.git("checkout", "-q", "--detach")
    try commit(["a.yaml": "a\n"])
    #expect(try sandbox.git("rev-parse", "HEAD") == old)
    #expect(try sandbox.git("rev-parse", "main") != old)
    #expect(try status() == "")
  }

  @Test func everyWorkingTreeOfTheBranchFollowsOrNone() throws {
    try sandbox.strategy()
    try sandbox.git("worktree", "add", "-q", "-f", "../second tree", "main")
    try commit(["a.yaml": "a\n"])
    for tree in ["repo", "second tree"] { #expect(try sandbox.git("status", "--porcelain", in: tree) == "") }
    try commit(["b.yaml": "b\n"], in: "second tree")
    #expect(try read("b.yaml") == "b")
    try sandbox.write("second tree/a.yaml", "dirty\n", in: ".")
    let error = failure { try commit(["a.yaml": "more\n"]) }
    #expect(error?.code == .filesInTheWay)
    #expect(try status() == "" && read("a.yaml") == "a")
    _ = try sandbox.run(["rm", "-r", "second tree"], in: ".")
    try commit(["a.yaml": "more\n"])
    #expect(try status() == "")
  }

  /// Somebody can be faster once; from then on the branch is locked while the draft is made.
  @Test func aDraftIsMadeAnewWhenTheBranchMoved() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let text = FileChange.text(Array("x\n".utf8))
    var tips: [ObjectID?] = []
    let made = try repository.commit(on: "refs/heads/main") { tip throws(GitError) in
      tips.append(tip?.id)
      _ = try? sandbox.commit("repo", "Faster \(tips.count)")
      return CommitDraft(changes: [try TreePath("x.yaml"): text], message: "Slower")
    }
    #expect(tips.count == 2)
    #expect(try sandbox.git("log", "--format=%s") == "Slower\nFaster 1\nBegin the strategy")
    #expect(try sandbox.git("rev-parse", "main") == made?.id.description)
    #expect(try status() == "")
    for left in ["northstar.hold", "refs/heads/main.lock", "northstar.move"] {
      #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/.git/\(left)"))
    }
  }

  /// A program that ignores git's locks can be faster every time.
  @Test func whoIsAlwaysOvertakenSaysSo() throws {
    let old = try sandbox.strategy()
    let other = try sandbox.git("commit-tree", "-p", old, "-m", "Other", "\(old)^{tree}")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let error = failure {
      _ = try repository.commit(on: "refs/heads/main", attempts: 2) { tip throws(GitError) in
        let next = tip?.id.description == old ? other : old
        _ = try? sandbox.write(".git/refs/heads/main", next + "\n")
        return CommitDraft(changes: [try TreePath("y.yaml"): .text(Array("x\n".utf8))], message: "Never")
      }
    }
    #expect(error?.code == .overtaken)
    #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/.git/refs/heads/main.lock"))
  }

  @Test func anOperationsOwnRefusalComesThroughAndNothingToDoIsNoCommit() throws {
    let old = try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    #expect(throws: CommitFailure<Sandbox.Failure>.self) {
      try repository.commit(on: "refs/heads/main") { (_) throws(Sandbox.Failure) -> CommitDraft? in
        throw Sandbox.Failure(text: "no")
      }
    }
    #expect(try commit(["northstar.yaml": "product: Huddle\n"]) == nil)
    #expect(try sandbox.git("rev-parse", "main") == old)
    let approval = try repository.commit(on: "refs/heads/main") { (_) throws(GitError) in
      CommitDraft(changes: [:], message: "Approve", mayBeEmpty: true)
    }
    #expect(try sandbox.git("rev-parse", "main") == approval?.id.description)
  }

  @Test func severalReferencesChangeTogetherOrNotAtAll() throws {
    let old = try sandbox.strategy()
    let id = try #require(ObjectID(hex: old))
    try sandbox.git("branch", "proposal/a")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    func update(_ name: String, _ from: ObjectID?, _ to: ObjectID?) throws -> ReferenceUpdate {
      try ReferenceUpdate(name, from: from, to: to)
    }
    let closing = [
      try update("refs/northstar/proposals/a", nil, id), try update("refs/heads/proposal/a", id, nil),
      try update("refs/northstar/more", nil, id),
    ]
    #expect(try repository.update(closing, message: "withdraw a") == .done)
    #expect(
      try sandbox.git("for-each-ref", "--format=%(refname)")
        == "refs/heads/main\nrefs/northstar/more\nrefs/northstar/proposals/a")
    #expect(try repository.update(closing, message: "again") == .moved("refs/northstar/proposals/a"))
    let half = [try update("refs/northstar/new", nil, id), try update("refs/northstar/more", nil, id)]
    #expect(try repository.update(half, message: "half") == .moved("refs/northstar/more"))
    #expect(try repository.referenceTarget("refs/northstar/new") == nil)
    let checkedOut = #expect(throws: GitError.self) {
      try repository.update([try update("refs/heads/main", id, nil)], message: "delete")
    }
    #expect(checkedOut?.code == .notAllowed)
    for name in ["HEAD", "main", "refs/heads/a b", "refs/heads/a\0b", "refs/heads/a\nb", "refs/heads/a..b"] {
      #expect(throws: GitError.self) { try update(name, nil, id) }
    }
    #expect(throws: GitError.self) { try repository.update([try update("refs/heads/main/x", nil, id)], message: "x") }
  }

  @Test(arguments: [".git/refs/heads/main.lock", ".git/index.lock"])
  func aStaleLockIsNamedAndNothingChanges(lock: String) throws {
    let old = try sandbox.strategy()
    try sandbox.write(lock, "")
    let error = failure { try commit(["northstar.yaml": "x\n"], patience: 0.4) }
    #expect(error?.code == .locked, "\(String(describing: error))")
    #expect(error?.message.contains(lock) == true && error?.message.contains("seconds") == true)
    #expect(try sandbox.git("rev-parse", "main") == old && read("northstar.yaml") == "product: Huddle")
    _ = try sandbox.run(["rm", lock])
    #expect(try status() == "")
    try sandbox.write(lock, "")
    let sandbox = sandbox
    let remover = Thread {
      Thread.sleep(forTimeInterval: 0.5); _ = try? sandbox.run(["rm", lock])
    }
    remover.start()
    #expect(try commit(["northstar.yaml": "x\n"]) != nil, "a lock that goes away is waited for")
  }

  @Test(.timeLimit(.minutes(30))) func writersAtOnceAllLandAndNoneIsLost() throws {
    try sandbox.strategy()
    let landed = Counter()
    DispatchQueue.concurrentPerform(iterations: 5) { writer in
      for number in 0..<6 {
        if writer == 4 {
          // By hand, and at any moment.
          let file = "hand-\(number).yaml"
          let made = try? sandbox.run(
            [
              "sh", "-c",
              "for i in 1 2 3 4 5 6 7 8 9 10; do echo x > \(file) && git add \(file) && git commit -qm \(file) -- \(file) && exit 0; sleep 0.1; done; exit 1",
            ],
            in: "repo")
          if made?.status == 0 { landed.add(file) }
        } else {
          let file = "\(writer)-\(number).yaml"
          if (try? commit([file: "x\n"], patience: 20)) != nil { landed.add(file) }
        }
      }
    }
    #expect(landed.names.count == 30)
    let files = try sandbox.git("ls-tree", "--name-only", "main").split(separator: "\n").map(String.init)
    #expect(landed.names.isSubset(of: files))
    #expect(try sandbox.git("rev-list", "--count", "main") == "31", "none twice")
    #expect(try status() == "")
    #expect(try sandbox.git("fsck", "--strict", "--no-dangling") == "")
  }

  /// A process can be killed after the files have followed and before the branch has moved, or in the middle of the
  /// files.
  @Test(arguments: ["index and files", "files alone", "nothing", "branch too", "commit by hand"])
  func whatAKilledWriterLeftIsEndedByTheNext(left: String) throws {
    let old = try sandbox.strategy()
    try sandbox.git("checkout", "-q", "-b", "aside")
    try sandbox.write("northstar.yaml", "product: New\n")
    try sandbox.write("folder/added.yaml", "added\n")
    _ = try sandbox.run(["rm", "teams/growth.yaml"])
    let new = try sandbox.commit("repo", "Killed")
    try sandbox.git("checkout", "-q", "main")
    try sandbox.write("metrics/activation.yaml", "id: mine\n")
    if left != "nothing" { try sandbox.git("read-tree", "-m", "-u", old, new) }
    if left == "files alone" { try sandbox.git("read-tree", old) }
    if left == "branch too" { try sandbox.git("update-ref", "refs/heads/main", new) }
    if left == "commit by hand" { try sandbox.git("commit", "-q", "-m", "By hand") }
    let fields = [
      "northstar-move 2", "0", "commit: Killed", "reference", "refs/heads/main", old, new, "place", "refs/heads/main",
      "\(sandbox.path)/repo", old, new, "end",
    ]
    try sandbox.write(".git/northstar.move", fields.joined(separator: "\0"))
    try commit(["metrics/next.yaml": "next\n"])
    #expect(try status() == " M metrics/activation.yaml")
    #expect(try read("metrics/activation.yaml") == "id: mine")
    let isLanded = left != "files alone" && left != "nothing"
    #expect(try read("northstar.yaml") == (isLanded ? "product: New" : "product: Huddle"))
    #expect(!FileManager.default.fileExists(atPath: "\(sandbox.path)/repo/.git/northstar.move"))
  }

  @Test func aNoteOfAMoveThatIsCutOffIsForgotten() throws {
    let old = try sandbox.strategy()
    try sandbox.write(
      ".git/northstar.move", "northstar-move 2\00\0commit: x\0reference\0refs/heads/main\0\(old)\0\(old.prefix(7))"
    )
    #expect(try commit(["metrics/next.yaml": "next\n"]) != nil)
  }

  @Test func hooksOnReferencesDecide() throws {
    let old = try sandbox.strategy()
    try sandbox.write(".git/hooks/reference-transaction", "#!/bin/sh\n[ $1 != prepared ] || exit 1\n")
    _ = try sandbox.run(["chmod", "+x", ".git/hooks/reference-transaction"])
    #expect(failure { try commit(["northstar.yaml": "x\n"]) }?.code == .gitFailed)
    #expect(try sandbox.git("rev-parse", "main") == old && read("northstar.yaml") == "product: Huddle")
    #expect(try status() == "")
  }

  @Test func aWorkingTreeThatVariablesNameFollows() throws {
    try sandbox.strategy()
    try sandbox.git("clone", "-q", "--bare", "repo", "apart.git", in: ".")
    try sandbox.makeDirectory("tree/inner")
    let variables = ["GIT_DIR": "../apart.git", "GIT_WORK_TREE": "."]
    try sandbox.git("checkout", "-q", "-f", "main", in: "tree", variables: variables)
    try commit(["northstar.yaml": "product: Z\n"], in: "tree", variables)
    #expect(try sandbox.git("status", "--porcelain", in: "tree", variables: variables) == "")
    #expect(try sandbox.run(["cat", "tree/northstar.yaml"], in: ".").line == "product: Z")
  }

  @Test func aFullDiskLeavesTheOldState() throws {
    try sandbox.makeDirectory("small")
    let mounted = try sandbox.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", "small"], in: ".")
    guard mounted.status == 0 else { return }
    defer { _ = try? sandbox.run(["umount", "small"], in: ".") }
    try sandbox.git("init", "-q", "--bare", "--template=", "-b", "main", "r.git", in: "small")
    try commit(["a.yaml": "a\n"], in: "small/r.git")
    let old = try sandbox.git("rev-parse", "main", in: "small/r.git")
    var random = Chance(3)
    let text = (0..<400_000).map { _ in String(UInt8.random(in: 33...126, using: &random)) }.joined()
    let error = failure { try commit(["b.yaml": text], in: "small/r.git") }
    #expect(error?.code == .io, "\(String(describing: error))")
    #expect(try sandbox.git("rev-parse", "main", in: "small/r.git") == old)
    #expect(try sandbox.git("fsck", in: "small/r.git") == "")
    try commit(["c.yaml": "c\n"], in: "small/r.git")
  }

  @Test func aFolderOfObjectsThatTakesNothingIsAnError() throws {
    let old = try sandbox.strategy()
    _ = try sandbox.run(
      [
        "sh", "-c",
        "git gc -q; rm -rf .git/objects/??; for i in $(seq 0 255); do : > .git/objects/$(printf %02x $i); done",
      ], in: "repo")
    let error = failure { try commit(["northstar.yaml": "x\n"]) }
    #expect(error != nil)
    #expect(try sandbox.git("rev-parse", "main") == old)
    #expect(try status() == "")
  }
}

/// Names collected by several threads.
final class Counter: Sendable {
  private let collected = Mutex<Set<String>>([])

  func add(_ name: String) { collected.withLock { _ = $0.insert(name) } }

  var names: Set<String> { collected.withLock { $0 } }
}
