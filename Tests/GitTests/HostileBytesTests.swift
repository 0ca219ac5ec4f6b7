import Foundation
import Git
import TestSupport
import Testing

/// Whatever bytes an index or an object has, reading returns files or an error and never traps.
@Suite struct HostileBytesTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test(arguments: ["2", "4"]) func anyIndexIsReadOrRefused(version: String) throws {
    try sandbox.strategy()
    try sandbox.write("metrics/announced.yaml", "id: x\n")
    try sandbox.git("add", "--intent-to-add", "metrics/announced.yaml")
    try sandbox.git("update-index", "--index-version", version, "--force-write-index")
    let whole = try Data(contentsOf: URL(filePath: "\(sandbox.path)/repo/.git/index"))
    var random = Chance(20_260_105)
    var outcomes: [Bool] = []
    for _ in 0..<400 {
      try sandbox.write("index", mutated(whole, &random), in: ".")
      let environment = sandbox.environment("repo", ["GIT_INDEX_FILE": "\(sandbox.path)/index", "PATH": "/nowhere"])
      outcomes.append((try? Source.index(in: environment).strategyFiles()) != nil)
    }
    #expect(outcomes.contains(true) && outcomes.contains(false), "the mutations are too weak or too strong")
  }

  @Test func anyTreeOrCommitIsReadOrRefused() throws {
    let head = try sandbox.strategy()
    var random = Chance(20_260_106)
    let tree = try object("tree", "HEAD:metrics")
    let commit = try object("commit", head)
    let trees = try (0..<200).map { _ in try write(mutated(tree, &random)) }
    let treeIDs = try store(trees, as: "tree")
    let commits =
      try treeIDs.map { id in
        try write(Data("tree \(id)\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n".utf8))
      } + (0..<200).map { _ in try write(mutated(commit, &random)) }
    let repository = try Repository.open(in: sandbox.environment("repo"))
    var outcomes: [Bool] = []
    for id in try store(commits, as: "commit") {
      let files = try? Source.revision(repository.resolve(id), in: repository)
        .files(in: "", named: ["activation.yaml"], folders: ["deep"], suffixes: [".yaml"])
      outcomes.append(files != nil)
    }
    #expect(outcomes.contains(true) && outcomes.contains(false), "the mutations are too weak or too strong")
  }

  private func object(_ type: String, _ name: String) throws -> Data {
    let repository = try Repository.open(in: sandbox.environment("repo"))
    return try Data(repository.git(["cat-file", type, name]).output)
  }

  private func write(_ data: Data) throws -> String {
    let name = "objects/\(UUID().uuidString)"
    try sandbox.write(name, data, in: ".")
    return "\(sandbox.path)/\(name)"
  }

  private func store(_ paths: [String], as type: String) throws -> [String] {
    try sandbox.git(
      "hash-object", "-w", "--literally", "-t", type, "--stdin-paths",
      input: paths.joined(separator: "\n") + "\n"
    ).split(separator: "\n").map(String.init)
  }

  /// Cuts, flips, repeats or overwrites a few places.
  private func mutated(_ data: Data, _ random: inout Chance) -> Data {
    var bytes = Array(data)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(min(place, bytes.count)...)
      case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2 where place < bytes.count:
        bytes[place] = [0, 0x20, 0x2F, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 3))
      }
    }
    return Data(bytes)
  }
}
