import Foundation
import Git
import TestSupport
import Testing

/// Objects that are missing, damaged, or left out on purpose.
@Suite struct DamageTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func aMissingBlobFailsAloneAndIsNamed() throws {
    try sandbox.strategy()
    let id = try remove("HEAD:metrics/activation.yaml")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    for source in [
      try .index(in: sandbox.environment("repo")), Source.revision(try repository.resolve("HEAD"), in: repository),
    ] {
      let errors = source.read(try source.strategyFiles(), workers: 2) { $1.failure }
      #expect(errors.map { $0?.code } == [.missingObject, nil, nil, nil])
      #expect(errors[0]?.description.contains("metrics/activation.yaml") == true)
      #expect(errors[0]?.description.contains(id) == true)
      #expect(errors[0]?.advice?.contains("git fsck") == true)
    }
  }

  @Test func aMissingTreeOrCommitIsAnErrorAndNotAnEmptyFolder() throws {
    try sandbox.strategy()
    let tree = try remove("HEAD:metrics/deep")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let source = Source.revision(try repository.resolve("HEAD"), in: repository)
    let error = #expect(throws: GitError.self) { try source.strategyFiles() }
    #expect(error?.code == .missingObject)
    #expect(error?.description.contains("metrics/deep") == true)
    #expect(error?.description.contains(tree) == true)
    let commit = try remove("HEAD")
    let gone = #expect(throws: GitError.self) { try repository.resolve(commit) }
    #expect(gone?.code == .notFound)
  }

  /// Eight folders in each of eight folders, seven deep, are nine objects and two million files, or no files at all.
  @Test(arguments: [true, false]) func aFewObjectsThatStandForMillionsAreRefused(hasFiles: Bool) throws {
    let head = try sandbox.strategy()
    let blob = try sandbox.git("rev-parse", "HEAD:metrics/activation.yaml")
    var tree = try sandbox.git(
      "mktree",
      input: hasFiles ? (0..<8).map { "100644 blob \(blob)\tf\($0).yaml\n" }.joined() : "")
    for _ in 0..<7 {
      tree = try sandbox.git("mktree", input: (0..<8).map { "040000 tree \(tree)\td\($0)\n" }.joined())
    }
    let top = try sandbox.git("ls-tree", head).replacing(/\S+\tmetrics$/.anchorsMatchLineEndings()) { _ in
      "\(tree)\tmetrics"
    }
    let bomb = try sandbox.git("mktree", input: top + "\n")
    let id = try sandbox.git("commit-tree", bomb, "-p", head, "-m", "x")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let (old, new) = (try repository.resolve(head), try repository.resolve(id))
    let source = Source.revision(new, in: repository)
    #expect(try source.everyStrategyFolder() == [""])
    let listed = #expect(throws: GitError.self) { try source.strategyFiles() }
    #expect(listed?.code == .tooMany)
    let compared = #expect(throws: GitError.self) {
      try TreeMerge(base: old.tree, ours: old.tree, theirs: new.tree, in: repository)
    }
    #expect(compared?.code == .tooMany)
  }

  @Test(arguments: ["", "garbage", "\u{78}\u{9c}broken"])
  func aDamagedObjectIsNamed(content: String) throws {
    try sandbox.strategy()
    for revision in ["HEAD:metrics/activation.yaml", "HEAD:metrics/deep"] {
      let id = try sandbox.git("rev-parse", revision)
      let path = "repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      _ = try sandbox.run(["chmod", "u+w", path], in: ".")
      try sandbox.write(path, content, in: ".")
    }
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let source = Source.revision(try repository.resolve("HEAD"), in: repository)
    let error = #expect(throws: GitError.self) { try source.strategyFiles() }
    #expect(error?.code == .corrupt)
    let index = try Source.index(in: sandbox.environment("repo"))
    let errors = index.read(try index.strategyFiles(), workers: 1) { $1.failure }
    #expect(errors.map { $0?.code } == [.corrupt, nil, nil, nil])
    #expect(errors[0]?.description.contains("metrics/activation.yaml") == true)
  }

  /// As after a loss of power; libgit2 by itself would unpack it for ever.
  @Test(.timeLimit(.minutes(30)), arguments: ["HEAD", "HEAD:metrics", "HEAD:metrics/activation.yaml"])
  func anObjectThatIsCutOffIsAnErrorAtOnce(revision: String) throws {
    try sandbox.strategy()
    let text = (0..<200).map { "line \($0 &* 2_654_435_761 % 1_000_003)\n" }.joined()
    try sandbox.write("metrics/activation.yaml", text)
    try sandbox.commit("repo", "Write more")
    let id = try sandbox.git("rev-parse", revision)
    let path = "repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    let whole = try Data(contentsOf: URL(filePath: "\(sandbox.path)/\(path)"))
    _ = try sandbox.run(["chmod", "u+w", path], in: ".")
    let lengths = whole.count < 200 ? Array(0..<whole.count) : Array(stride(from: 0, to: whole.count, by: 7))
    for length in lengths + [whole.count - 4, whole.count - 1, whole.count + 1] {
      try sandbox.write(path, length > whole.count ? whole + [0] : whole.prefix(length), in: ".")
      let error = #expect(throws: GitError.self, "\(length) of \(whole.count)") {
        let repository = try Repository.open(in: sandbox.environment("repo"))
        _ = try Source.revision(repository.resolve("HEAD"), in: repository).texts()
      }
      #expect(error?.code == .corrupt && error?.description.contains(id) == true, "\(String(describing: error))")
    }
    try sandbox.write(path, whole, in: ".")
    #expect(try sandbox.texts("repo")["metrics/activation.yaml"] == text)
    for spelling in ["HEAD~1", "main^{commit}", String(id.prefix(8)), "HEAD^{tree}"] {
      try sandbox.write(path, whole.prefix(whole.count / 2), in: ".")
      let repository = try Repository.open(in: sandbox.environment("repo"))
      _ = try? repository.resolve(spelling)
      _ = try? repository.mergeBase(repository.resolve("HEAD~1").id, repository.resolve("HEAD").id)
    }
  }

  @Test func aDamagedPackIsAnError() throws {
    try sandbox.strategy()
    let text = (0..<2000).map { "line \($0 &* 2_654_435_761 % 1_000_003)\n" }.joined()
    try sandbox.write("metrics/large.yaml", text)
    try sandbox.commit("repo", "Add a text that fills the pack")
    try sandbox.git("gc", "-q")
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/repo/.git/objects/pack").first {
        $0.hasSuffix(".pack")
      })
    let path = "repo/.git/objects/pack/\(pack)"
    var bytes = try Data(contentsOf: URL(filePath: "\(sandbox.path)/\(path)"))
    for place in (bytes.count / 2)..<(bytes.count / 2 + 100) { bytes[place] ^= 0x55 }
    _ = try sandbox.run(["chmod", "u+w", path], in: ".")
    try sandbox.write(path, bytes, in: ".")
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let source = Source.revision(try repository.resolve("HEAD"), in: repository)
    let large = try #require(try source.strategyFiles().first { $0.path == "metrics/large.yaml" })
    let error = #expect(throws: GitError.self) { try source.read(large) }
    #expect(error?.code == .corrupt)
  }

  @Test func whatAPartialCloneLeavesOutIsFetchedInOneGo() throws {
    try sandbox.strategy()
    try sandbox.git("config", "uploadpack.allowFilter", "true")
    for filter in ["blob:none", "tree:0"] {
      let clone = "partial-\(filter.prefix(4))"
      try sandbox.git(
        "clone", "-q", "--bare", "--filter=\(filter)", "file://\(sandbox.path)/repo", clone, in: ".")
      let repository = try Repository.open(in: sandbox.environment(clone))
      let source = Source.revision(try repository.resolve("HEAD"), in: repository)
      let files = try source.strategyFiles()
      let packs = try packCount(clone)
      #expect(source.read(files, workers: 2) { $1.failure } == [nil, nil, nil, nil])
      #expect(try packCount(clone) == packs + 1)
    }
  }

  @Test func whatAPartialCloneCannotFetchIsNamed() throws {
    try sandbox.strategy()
    try sandbox.git("config", "uploadpack.allowFilter", "true")
    try sandbox.git("clone", "-q", "--bare", "--filter=blob:none", "file://\(sandbox.path)/repo", "partial", in: ".")
    try FileManager.default.moveItem(atPath: "\(sandbox.path)/repo", toPath: "\(sandbox.path)/away")
    let repository = try Repository.open(in: sandbox.environment("partial"))
    let source = Source.revision(try repository.resolve("HEAD"), in: repository)
    let file = try #require(try source.strategyFiles().first)
    let error = #expect(throws: GitError.self) { try source.read(file) }
    #expect(error?.code == .missingObject)
    #expect(error?.description.contains("origin") == true)
    #expect(error?.description.contains(try #require(file.id).description) == true)
  }

  /// Deletes a loose object and returns its name.
  private func remove(_ revision: String) throws -> String {
    let id = try sandbox.git("rev-parse", revision)
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    return id
  }

  private func packCount(_ repository: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/\(repository)/objects/pack")
      .filter { $0.hasSuffix(".pack") }.count
  }
}
