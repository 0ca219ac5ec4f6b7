import Foundation
import Git
import TestSupport
import Testing

/// Running the user's own git.
@Suite struct ProcessTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test(.timeLimit(.minutes(30))) func muchInputAndOutputOnBothPipesDoesNotBlock() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let script = "alias.both=!cat; head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero"
    let input = Array(repeating: UInt8(ascii: "x"), count: 5_000_000)
    let answer = try repository.git(["-c", script, "both"], input: input)
    #expect(answer.succeeded)
    #expect(answer.output.count == 8_000_000)
    #expect(answer.errors.count == 3_000_000)
  }

  @Test(.timeLimit(.minutes(30))) func inputThatIsNotReadIsNoError() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let answer = try repository.git(["rev-parse", "HEAD"], input: Array(repeating: 0, count: 1_000_000))
    #expect(answer.succeeded)
  }

  @Test(.timeLimit(.minutes(30))) func withoutInputThereIsNothingToRead() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    #expect(
      try repository.git(["hash-object", "--stdin"]).output == Array("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\n".utf8))
  }

  @Test func aFailureOfGitsIsToldByItsStatus() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let answer = try repository.git(["cat-file", "-t", "nowhere"])
    #expect(answer.status == 128)
    #expect(String(decoding: answer.errors, as: UTF8.self).contains("nowhere"))
    #expect(try repository.git(["-c", "alias.die=!kill -9 $$", "die"]).status >= 128)
  }

  @Test func itRunsInTheDirectoryWithTheVariablesAndWithoutOptionalLocks() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo/metrics", ["GIT_AUTHOR_NAME": "Lin"]))
    let answer = try repository.git([
      "-c", "alias.show-me=!echo $GIT_PREFIX $GIT_AUTHOR_NAME $GIT_OPTIONAL_LOCKS", "show-me",
    ])
    #expect(String(decoding: answer.output, as: UTF8.self) == "metrics/ Lin 0\n")
  }

  @Test func withoutGitItSaysSo() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo", ["PATH": "/nowhere"]))
    let error = #expect(throws: GitError.self) { try repository.git(["status"]) }
    #expect(error?.code == .programMissing)
    #expect(try repository.resolve("HEAD").subject == "Begin the strategy", "reading needs none")
  }

  @Test func aDirectoryThatIsGoneIsNotTakenForAMissingGit() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo/metrics"))
    try FileManager.default.removeItem(atPath: "\(sandbox.path)/repo/metrics")
    let error = #expect(throws: GitError.self) { try repository.git(["status"]) }
    #expect(error?.code == .notFound)
  }

  @Test func filesThatAreOpenHereAreClosedThere() throws {
    try sandbox.strategy()
    let repository = try Repository.open(in: sandbox.environment("repo"))
    let source = Source.revision(try repository.resolve("HEAD"), in: repository)
    _ = source.read(try source.strategyFiles(), workers: 1) { file, _ in
      let answer = try? repository.git(["-c", "alias.open=!ls -l /proc/self/fd", "open"])
      let descriptors = String(decoding: answer?.output ?? [], as: UTF8.self)
      #expect(descriptors.contains("0 -> /dev/null"))
      #expect(!descriptors.contains(sandbox.path), "\(file.path)")
    }
  }
}
