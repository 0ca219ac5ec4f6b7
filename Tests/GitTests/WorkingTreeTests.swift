import Foundation
import Git
import TestSupport
import Testing

@Suite struct WorkingTreeTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func needsNoRepository() throws {
    try sandbox.write("plain/northstar.yaml", "product: Huddle\n", in: ".")
    try sandbox.write("plain/metrics/a.yaml", "id: a\n", in: ".")
    let source = try Source.workingTree(in: sandbox.environment("plain/metrics"))
    #expect(source.directory == "\(sandbox.path)/plain")
    #expect(source.prefix == "metrics")
    #expect(try source.strategyFolders() == [""])
    #expect(try source.texts() == ["northstar.yaml": "product: Huddle\n", "metrics/a.yaml": "id: a\n"])
    let above = try Source.workingTree(in: sandbox.environment())
    #expect(try above.strategyFolders() == ["plain"])
  }

  @Test func showsWhatIsOnDiskAndNotWhatIsCommitted() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/new.yaml", "id: new\n")
    try sandbox.write("metrics/activation.yaml", "id: changed\n")
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/teams/growth.yaml")
    let texts = try Source.workingTree(in: sandbox.environment("repo")).texts()
    #expect(texts["metrics/new.yaml"] == "id: new\n")
    #expect(texts["metrics/activation.yaml"] == "id: changed\n")
    #expect(texts["teams/growth.yaml"] == nil)
  }

  @Test func ignoredAndDeletedStrategiesDoNotCount() throws {
    try sandbox.strategy()
    try sandbox.git("rm", "-q", "northstar.yaml")
    for folder in ["kept", "build/copy", "gone"] { try sandbox.write("\(folder)/northstar.yaml", "product: x\n") }
    try sandbox.write(".gitignore", "build/\n")
    try sandbox.commit("repo", "Move the strategy")
    try sandbox.write("fresh/northstar.yaml", "product: not yet added\n")
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/gone/northstar.yaml")
    #expect(try Source.workingTree(in: sandbox.environment("repo")).strategyFolders() == ["fresh", "kept"])
  }

  @Test func anotherRepositoryInsideIsNotEntered() throws {
    try sandbox.strategy()
    try sandbox.strategy("repo/metrics/vendor")
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    #expect(try source.everyStrategyFolder() == [""])
    let inside = try source.strategyFiles().filter { $0.path.hasPrefix("metrics/vendor") }
    #expect(inside.map(\.path) == ["metrics/vendor"])
    #expect(inside.map(\.kind) == [.submodule])
  }

  @Test(.timeLimit(.minutes(30))) func aPipeIsNamedAndNeverWaitedFor() throws {
    try sandbox.strategy()
    _ = try sandbox.run(["mkfifo", "repo/metrics/pipe.yaml"], in: ".")
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    let pipe = try #require(try source.strategyFiles().first { $0.path == "metrics/pipe.yaml" })
    #expect(pipe.kind == .other)
    #expect(throws: GitError.self) { try source.read(pipe) }
  }

  @Test(.timeLimit(.minutes(30))) func aFileThatTurnsIntoALinkOrAPipeIsNotFollowed() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/other.yaml", "id: other\n")
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    let files = try source.strategyFiles()
    _ = try sandbox.run(["ln", "-sf", "/etc/passwd", "metrics/activation.yaml"])
    _ = try sandbox.run(["bash", "-c", "rm metrics/other.yaml; mkfifo metrics/other.yaml"])
    let codes = source.read(files, workers: 1) { ($0.path, $1.failure?.code) }
    #expect(codes.first { $0.0 == "metrics/activation.yaml" }?.1 == .notAFile)
    #expect(codes.first { $0.0 == "metrics/other.yaml" }?.1 == .notAFile)
  }

  @Test func aFileThatVanishesFailsAloneAndTheOthersAreRead() throws {
    try sandbox.strategy()
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    let files = try source.strategyFiles()
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/metrics/activation.yaml")
    let codes = source.read(files, workers: 2) { $1.failure?.code }
    #expect(codes == [.notFound, nil, nil, nil])
  }

  @Test func foldersNestedBeyondWhatCanBeOpenedAreNamed() throws {
    try sandbox.strategy()
    // Made in two pieces, since a path that long cannot be opened in one.
    let piece = Array(repeating: String(repeating: "d", count: 200), count: 12).joined(separator: "/")
    try sandbox.write("piece/\(piece)/x.yaml", "id: x\n", in: ".")
    try sandbox.write("metrics/\(piece)/y.yaml", "id: y\n")
    try FileManager.default.moveItem(
      atPath: "\(sandbox.path)/piece", toPath: "\(sandbox.path)/repo/metrics/\(piece)/piece")
    let source = try Source.workingTree(in: sandbox.environment("repo"))
    let deep = try source.strategyFiles().filter { $0.path.contains("ddd") }
    #expect(deep.map(\.kind) == [.other, .regular])
  }

  @Test func aLinkedWorktreeShowsItsOwnFiles() throws {
    try sandbox.strategy()
    try sandbox.git("worktree", "add", "-q", "-b", "side", "../linked")
    try sandbox.write("linked/metrics/activation.yaml", "id: linked\n", in: ".")
    let source = try Source.workingTree(in: sandbox.environment("linked/metrics"))
    #expect(source.directory == "\(sandbox.path)/linked")
    #expect(try source.texts()["metrics/activation.yaml"] == "id: linked\n")
  }

  @Test func aSubmoduleIsAWorkingTreeOfItsOwn() throws {
    try sandbox.strategy()
    try sandbox.strategy("shared")
    try sandbox.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../shared", "vendor")
    for source in try sandbox.sources("repo/vendor/metrics") {
      #expect(source.prefix == "metrics", "\(source.name)")
      #expect(try source.texts()["northstar.yaml"] == "product: Huddle\n")
    }
    #expect(try Source.workingTree(in: sandbox.environment("repo/vendor")).directory == "\(sandbox.path)/repo/vendor")
  }

  @Test func aGitDirectoryBehindALinkIsFound() throws {
    try sandbox.strategy()
    _ = try sandbox.run(["sh", "-c", "mv .git ../moved && ln -s ../moved .git"])
    for source in try sandbox.sources("repo/metrics") { #expect(source.prefix == "metrics", "\(source.name)") }
  }

  @Test(arguments: ["..", "../outside", "metrics/../../outside", "link", "link/inside"])
  func noFolderLeadsOutOfTheTree(folder: String) throws {
    try sandbox.strategy()
    try sandbox.write("outside/northstar.yaml", "product: Secret\n", in: ".")
    try sandbox.write("outside/inside/northstar.yaml", "product: Secret\n", in: ".")
    try sandbox.write("northstar.yaml", "product: Secret\n", in: ".")
    _ = try sandbox.run(["ln", "-s", "../outside", "link"])
    #expect(try Source.workingTree(in: sandbox.environment("repo")).strategyFiles(folder).isEmpty)
  }

  @Test func aWorkTreeNamedByVariablesIsUsed() throws {
    try sandbox.strategy()
    try sandbox.write("elsewhere/northstar.yaml", "product: Elsewhere\n", in: ".")
    let environment = sandbox.environment(
      "", ["GIT_DIR": "repo/.git", "GIT_WORK_TREE": "elsewhere"])
    let source = try Source.workingTree(in: environment)
    #expect(source.directory == "\(sandbox.path)/elsewhere")
    #expect(try source.texts() == ["northstar.yaml": "product: Elsewhere\n"])
    #expect(try Repository.open(in: environment).workTree == "\(sandbox.path)/elsewhere")
  }

  @Test(arguments: ["bare.git", "bare.git/refs", "repo/.git", "repo/.git/refs"])
  func whereThereIsNoWorkingTreeItSaysSo(directory: String) throws {
    try sandbox.strategy()
    try sandbox.git("clone", "-q", "--bare", "repo", "bare.git", in: ".")
    let error = #expect(throws: GitError.self) {
      try Source.workingTree(in: sandbox.environment(directory))
    }
    #expect(error?.code == .noWorkTree)
    #expect(error?.advice?.contains("HEAD") == true)
  }

  @Test func aDirectoryThatIsNotThereIsAnError() throws {
    let error = #expect(throws: GitError.self) { try Source.workingTree(in: sandbox.environment("nowhere")) }
    #expect(error?.code == .notFound)
  }

  @Test func ceilingsEndTheSearchAsTheyDoForGit() throws {
    try sandbox.strategy()
    try sandbox.makeDirectory("repo/a/b")
    let ceiling = ["GIT_CEILING_DIRECTORIES": "\(sandbox.path)/repo"]
    #expect(try sandbox.run(["git", "rev-parse"], in: "repo/a/b", variables: ceiling).status != 0)
    let source = try Source.workingTree(in: sandbox.environment("repo/a/b", ceiling))
    #expect(source.prefix == "a/b", "northstar.yaml above is found without a repository")
    let error = #expect(throws: GitError.self) { try Repository.open(in: sandbox.environment("repo/a/b", ceiling)) }
    #expect(error?.code == .notARepository)
  }
}
