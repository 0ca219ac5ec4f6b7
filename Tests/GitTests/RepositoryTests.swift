import Foundation
import Git
import TestSupport
import Testing

@Suite struct RepositoryTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func opensFromASubfolder() throws {
    try sandbox.strategy()
    let repository = try open("repo/metrics/deep")
    #expect(repository.gitDirectory == "\(sandbox.path)/repo/.git")
    #expect(repository.commonDirectory == repository.gitDirectory)
    #expect(repository.workTree == "\(sandbox.path)/repo")
    #expect(repository.prefix == "metrics/deep")
    #expect(!repository.isBare)
    #expect(!repository.isShallow)
    #expect(try repository.head() == .branch("main"))
    #expect(try !repository.isUnborn())
  }

  @Test func readsABareRepositoryAtARevision() throws {
    try sandbox.strategy()
    try sandbox.git("clone", "-q", "--bare", "repo", "bare.git", in: ".")
    for directory in ["bare.git", "bare.git/refs"] {
      let repository = try open(directory)
      #expect(repository.isBare)
      #expect(repository.workTree == nil)
      let source = Source.revision(try repository.resolve("main"), in: repository, label: "main")
      #expect(try source.strategyFolders() == [""])
      #expect(try source.texts()["northstar.yaml"] == "product: Huddle\n")
      #expect(source.name.hasPrefix("main ("))
      #expect(source.directory == nil)
    }
  }

  @Test func aLinkedWorktreeHasItsOwnHead() throws {
    try sandbox.strategy()
    try sandbox.git("worktree", "add", "-q", "-b", "side", "../linked")
    try sandbox.commit("linked", "On the side")
    let repository = try open("linked/metrics")
    #expect(repository.gitDirectory == "\(sandbox.path)/repo/.git/worktrees/linked")
    #expect(repository.commonDirectory == "\(sandbox.path)/repo/.git")
    #expect(repository.workTree == "\(sandbox.path)/linked")
    #expect(repository.prefix == "metrics")
    #expect(try repository.head() == .branch("side"))
    #expect(try repository.resolve("HEAD").subject == "On the side")
  }

  @Test func aDetachedHeadIsDescribed() throws {
    let id = try sandbox.strategy()
    try sandbox.git("switch", "-q", "--detach")
    #expect(try open("repo").head() == .detached(#require(ObjectID(hex: id))))
  }

  @Test func anEmptyRepositoryIsUnborn() throws {
    try sandbox.makeDirectory("new")
    try sandbox.git("init", "-q", "-b", "trunk", in: "new")
    let repository = try open("new")
    #expect(try repository.isUnborn())
    #expect(try repository.head() == .unborn("trunk"))
    for revision in ["HEAD", "@", "trunk"] {
      let error = #expect(throws: GitError.self) { try repository.resolve(revision) }
      #expect(error?.code == (revision == "trunk" ? .notFound : .unborn), "\(revision)")
    }
  }

  @Test func whereThereIsNoRepositoryNoneIsMade() throws {
    try sandbox.makeDirectory("plain")
    let error = #expect(throws: GitError.self) { try open("plain") }
    #expect(error?.code == .notARepository)
    #expect(error?.description.contains("\(sandbox.path)/plain") == true)
    #expect(error?.advice?.contains("git init") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/plain").isEmpty)
    let named = #expect(throws: GitError.self) {
      try Repository.open(in: sandbox.environment("plain", ["GIT_DIR": "nowhere/.git"]))
    }
    #expect(named?.code == .notARepository)
  }

  @Test func variablesNameTheRepository() throws {
    try sandbox.strategy()
    try sandbox.makeDirectory("plain")
    let repository = try Repository.open(in: sandbox.environment("plain", ["GIT_DIR": "../repo/.git"]))
    #expect(repository.gitDirectory == "\(sandbox.path)/repo/.git")
    // As in git: with GIT_DIR alone the current directory is the top.
    #expect(
      try sandbox.run(
        ["git", "rev-parse", "--show-toplevel"], in: "plain", variables: ["GIT_DIR": "../repo/.git"]
      ).line == repository.workTree)
  }

  @Test func aSHA256RepositoryIsRefusedInWords() throws {
    try sandbox.makeDirectory("new")
    try sandbox.git("init", "-q", "--object-format=sha256", in: "new")
    let error = #expect(throws: GitError.self) { try open("new") }
    #expect(error?.code == .unsupported)
    #expect(error?.message.contains("sha256") == true)
    try sandbox.write("new/northstar.yaml", "product: x\n", in: ".")
    let files = try Source.workingTree(in: sandbox.environment("new")).strategyFiles()
    #expect(files.map(\.path) == ["northstar.yaml"], "the files on disk need no object ids")
  }

  @Test(arguments: [
    ("refstorage", "reftable"), ("somethingNew", "true"),
  ])
  func formatsThatLibgit2DoesNotKnowAreRefusedInWords(name: String, value: String) throws {
    try sandbox.strategy()
    try sandbox.git("config", "core.repositoryFormatVersion", "1")
    try sandbox.git("config", "extensions.\(name)", value)
    let error = #expect(throws: GitError.self) { try open("repo") }
    #expect(error?.code == .unsupported)
    #expect(error?.message.contains(name.lowercased()) == true)
  }

  @Test func aFormatOfTheFutureIsRefusedInWords() throws {
    try sandbox.strategy()
    try sandbox.git("config", "core.repositoryFormatVersion", "2")
    let error = #expect(throws: GitError.self) { try open("repo") }
    #expect(error?.code == .unsupported)
  }

  @Test(arguments: [
    ("worktreeConfig", "true"), ("preciousObjects", "true"), ("partialClone", "origin"), ("relativeWorktrees", "true"),
    ("objectFormat", "sha1"), ("noop", "true"),
  ])
  func extensionsThatDoNotChangeReadingAreAccepted(name: String, value: String) throws {
    try sandbox.strategy()
    try sandbox.git("config", "core.repositoryFormatVersion", "1")
    try sandbox.git("config", "extensions.\(name)", value)
    #expect(try open("repo").resolve("HEAD").subject == "Begin the strategy")
  }

  @Test func objectsComeFromAlternatesHoweverTheirPathsAreWritten() throws {
    try sandbox.strategy("a:b \"quoted\"")
    try sandbox.git("clone", "-q", "--shared", "a:b \"quoted\"", "second", in: ".")
    try sandbox.git("clone", "-q", "--shared", "second", "third", in: ".")
    try sandbox.git("repack", "-q", "-a", "-d", "-l", in: "third")
    #expect(try sandbox.texts("third")["northstar.yaml"] == "product: Huddle\n")
    try sandbox.makeDirectory("fourth")
    try sandbox.git("init", "-q", in: "fourth")
    let quoted = #""\#(sandbox.path)/a\072b \"quoted\"/.git/objects""#
    let environment = sandbox.environment("fourth", ["GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere:\(quoted)"])
    let id = try sandbox.git("rev-parse", "HEAD", in: "third")
    #expect(try Repository.open(in: environment).resolve(id).subject == "Begin the strategy")
  }

  @Test func replacementsAreToldButNotFollowed() throws {
    let id = try sandbox.strategy()
    #expect(try !open("repo").showsReplacements())
    try sandbox.commit("repo", "Another")
    try sandbox.git("replace", "HEAD", id)
    #expect(try sandbox.git("log", "-1", "--format=%s") == "Begin the strategy")
    #expect(try open("repo").resolve("HEAD").subject == "Another")
    #expect(try open("repo").showsReplacements())
  }

  @Test func openingManyTimesAtOnceWorks() async throws {
    try sandbox.strategy()
    let sandbox = sandbox
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 {
        group.addTask { try Repository.open(in: sandbox.environment("repo")).resolve("HEAD").subject }
      }
      for try await subject in group { #expect(subject == "Begin the strategy") }
    }
  }

  private func open(_ directory: String) throws(GitError) -> Repository {
    try Repository.open(in: sandbox.environment(directory))
  }
}
