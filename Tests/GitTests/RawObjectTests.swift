import Foundation
import TestSupport
import Testing

@testable import Git

/// Whatever bytes a commit or a tree has: git reads what is accepted here in the same way, and what git calls an error
/// is not accepted. `NORTHSTAR_SOAK` sets the number of objects.
@Suite struct RawObjectTests {
  private static let count = ProcessInfo.processInfo.environment["NORTHSTAR_SOAK"].flatMap { Int($0) } ?? 4000
  private static let share = 4000
  private static let seed = 20_261_130

  @Test func commitsAreReadAsGitReadsThem() throws {
    var tally = Tally()
    for start in stride(from: 0, to: Self.count / 2, by: Self.share) {
      let sandbox = try ObjectSandbox()
      var commits = RawCommits(
        random: Chance(Self.seed &+ start), tree: sandbox.tree, others: sandbox.commits)
      let texts = (0..<min(Self.share, Self.count / 2 - start)).map { _ in commits.next() }
      let ids = try sandbox.write(texts, as: "commit")
      let made = Dictionary(zip(ids, texts)) { $1 }
      let repository = try sandbox.repository()
      let faults = try sandbox.faults()
      var accepted: [(Commit, isRegular: Bool)] = []
      for id in Set(ids).sorted() {
        guard let object = ObjectID(hex: id), let commit = try? repository.commit(object) else { continue }
        let isRegular = try repository.irregularity(of: commit) == nil
        accepted.append((commit, isRegular))
        if isRegular, let fault = faults[id] { tally.note("\(id): git says \(fault)", made[id] ?? []) }
      }
      tally.add(ids.count, accepted.count { $0.isRegular })
      let read = try sandbox.log(accepted.map(\.0.id.description))
      for (commit, isRegular) in accepted {
        let id = commit.id.description
        let text = made[id] ?? []
        guard let lines = read[id] else {
          tally.note("\(id): git cannot read it", text)
          continue
        }
        let own = [commit.tree.description, commit.parents.map(\.description).joined(separator: " ")]
        if Array(lines.prefix(2)) != own { tally.note("\(id): \(own) is \(lines.prefix(2))", text) }
        guard isRegular else { continue }
        let said =
          own + [
            commit.author.name, commit.author.email, String(commit.author.time), commit.committer.name,
            commit.committer.email, String(commit.committer.time), commit.message,
          ]
        if said != lines { tally.note("\(id): \(said) is \(lines)", text) }
        guard commit.parents.allSatisfy({ sandbox.commits.contains($0.description) }) else { continue }
        for parent in commit.parents where try repository.mergeBase(parent, commit.id) != parent {
          tally.note("\(id): its parent is none of its ancestors", text)
        }
      }
    }
    tally.report()
  }

  @Test func treesAreReadAsGitReadsThem() throws {
    var tally = Tally()
    for start in stride(from: 0, to: Self.count / 2, by: Self.share) {
      let sandbox = try ObjectSandbox()
      var trees = RawTrees(
        random: Chance(Self.seed &+ 1 &+ start), tree: sandbox.emptyTree.bytes,
        file: sandbox.file.bytes)
      let texts = (0..<min(Self.share, Self.count / 2 - start)).map { _ in trees.next() }
      let ids = try sandbox.write(texts, as: "tree")
      let made = Dictionary(zip(ids, texts)) { $1 }
      let faults = try sandbox.faults()
      var accepted: [String: [String]] = [:]
      for (id, text) in zip(ids, texts) where accepted[id] == nil {
        guard let entries = TreeParser.parse(text) else { continue }
        // Git goes into folders when it lists.
        guard entries.allSatisfy({ !$0.isFolder || $0.kind == .folder(sandbox.emptyTree) }) else { continue }
        accepted[id] = entries.map(\.asGitLists)
        if let fault = faults[id], !Self.readable.contains(fault) { tally.note("\(id): git says \(fault)", text) }
      }
      tally.add(ids.count, accepted.count)
      let read = try sandbox.listing(of: accepted.keys.sorted())
      for (id, entries) in accepted.sorted(by: { $0.key < $1.key }) where read[id] ?? [] != entries {
        tally.note("\(id): \(entries) is \(read[id] ?? [])", made[id] ?? [])
      }
    }
    tally.report()
  }

  /// What old versions of git wrote, and git still reads.
  private static let readable: Set<String> = ["zeroPaddedFilemode", "badFilemode"]
}

/// The results for many objects.
private struct Tally {
  private var count = 0
  private var accepted = 0
  private var notes: [String] = []

  mutating func add(_ count: Int, _ accepted: Int) {
    self.count += count
    self.accepted += accepted
  }

  mutating func note(_ reason: String, _ bytes: [UInt8]) {
    notes.append("\(reason)\n  \(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  func report() {
    #expect(notes.isEmpty, "\(notes.count) of \(count):\n\(notes.prefix(30).joined(separator: "\n"))")
    #expect(accepted > count / 10 && accepted < count * 9 / 10, "\(accepted) of \(count) are accepted")
  }
}

extension FolderEntry {
  /// `mode id name`, with the mode that git takes another one for.
  fileprivate var asGitLists: String {
    let (mode, id): (String, ObjectID?) =
      switch kind {
      case .folder(let id): ("040000", id)
      case .file(.regular, let id): ("100", id)
      case .file(.symbolicLink, let id): ("120000", id)
      // Git takes an unknown mode for a submodule; neither has a text.
      case .file(.submodule, let id), .file(.other, let id): ("160000", id)
      case .file(_, let id): ("?", id)
      }
    return "\(mode) \(id.map(\.description) ?? "") \(String(decoding: name, as: UTF8.self))"
  }
}

/// A repository for objects of any kind.
private struct ObjectSandbox {
  private let sandbox: Sandbox
  let tree: String
  let commits: [String]
  let emptyTree: ObjectID
  let file: ObjectID

  init() throws {
    sandbox = try Sandbox.empty()
    let first = try sandbox.strategy()
    commits = [first, try sandbox.commit("repo", "More"), try sandbox.commit("repo", "Still more")]
    tree = try sandbox.git("rev-parse", "HEAD^{tree}")
    emptyTree = try #require(ObjectID(hex: sandbox.git("hash-object", "-w", "-t", "tree", "--stdin")))
    file = try #require(ObjectID(hex: sandbox.git("rev-parse", "HEAD:northstar.yaml")))
  }

  func repository() throws -> Repository { try Repository.open(in: sandbox.environment("repo")) }

  /// The ids, in the order of the texts.
  func write(_ texts: [[UInt8]], as type: String) throws -> [String] {
    var paths = ""
    for (number, text) in texts.enumerated() {
      try sandbox.write("raw/\(number)", Data(text), in: ".")
      paths += "../raw/\(number)\n"
    }
    let answer = try repository().git(
      ["hash-object", "-w", "--literally", "-t", type, "--stdin-paths"], input: Array(paths.utf8))
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The errors that `git fsck` reports, by object.
  func faults() throws -> [String: String] {
    let answer = try repository().git(["fsck", "--strict", "--no-dangling", "--no-reflogs"])
    var faults: [String: String] = [:]
    for line in String(decoding: answer.output + answer.errors, as: UTF8.self).split(separator: "\n") {
      // Whether the objects it names exist does not depend on its own text.
      if line.hasSuffix(": broken links") { continue }
      if let found = line.firstMatch(of: /^error in (?:commit|tree) ([0-9a-f]{40}): ([A-Za-z0-9]+)/) {
        faults[String(found.1)] = String(found.2)
      } else if let found = line.firstMatch(of: /^error: .*?([0-9a-f]{40}).*(?:parse|bogus|bad )/) {
        faults[String(found.1)] = String(line)
      }
    }
    return faults
  }

  /// What git reads in commits: tree, parents, author, committer, message.
  func log(_ ids: [String]) throws -> [String: [String]] {
    let format = "%H%n%T%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B"
    let answer = try repository().git(
      [
        "-c", "core.quotePath=false", "-c", "i18n.logOutputEncoding=UTF-8", "log", "--no-walk=unsorted", "-z",
        "--stdin", "--no-mailmap", "--format=\(format)",
      ],
      input: Array((ids.joined(separator: "\n") + "\n").utf8))
    if !answer.succeeded {
      // A commit that git cannot read ends the whole output.
      guard ids.count > 1 else { return [:] }
      let half = ids.count / 2
      return try log(Array(ids[..<half])).merging(log(Array(ids[half...]))) { $1 }
    }
    var read: [String: [String]] = [:]
    for record in answer.output.split(separator: 0, omittingEmptySubsequences: true) {
      let lines = record.split(separator: UInt8(ascii: "\n"), maxSplits: 9, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      read[lines[0]] = Array(lines.dropFirst())
    }
    return read
  }

  /// What git lists in trees, by their ids.
  func listing(of ids: [String]) throws -> [String: [String]] {
    let bytes = ids.flatMap { id in Array("40000 \(id)\u{0}".utf8) + (ObjectID(hex: id)?.bytes ?? []) }
    let all = try write([bytes], as: "tree")
    let answer = try repository().git(["ls-tree", "-r", "-t", "-z", "--full-tree", all[0]])
    guard answer.succeeded else {
      guard ids.count > 1 else { return [ids[0]: ["git cannot list it"]] }
      let half = ids.count / 2
      return try listing(of: Array(ids[..<half])).merging(listing(of: Array(ids[half...]))) { $1 }
    }
    var read: [String: [String]] = [:]
    for line in answer.output.split(separator: 0) {
      let text = String(decoding: line, as: UTF8.self)
      let words = text.split(separator: /[ \t]/, maxSplits: 3).map(String.init)
      guard words.count == 4, words[3].utf8.count > 41 else { continue }
      let mode = words[0].hasPrefix("100") ? "100" : words[0]
      read[String(words[3].prefix(40)), default: []].append("\(mode) \(words[2]) \(words[3].dropFirst(41))")
    }
    return read
  }
}
