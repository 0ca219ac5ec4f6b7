import Foundation
import Git
import TestSupport
import Testing

@Suite struct ReadingNeverWritesTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func everyFileOfTheRepositoryStaysAsItIs() throws {
    try sandbox.strategy()
    try sandbox.git("update-index", "--split-index")
    try sandbox.write("metrics/empty.yaml", "")
    try sandbox.git("add", "metrics")
    // A file whose times differ from the index's is what a refresh of the index would record.
    _ = try sandbox.run(["touch", "-d", "2001-01-01", "repo/metrics/activation.yaml"], in: ".")
    let before = try listing()
    for source in try sandbox.sources("repo") {
      _ = try source.everyStrategyFolder()
      _ = source.read(try source.strategyFiles(), workers: 2) { $1.failure }
    }
    let repository = try Repository.open(in: sandbox.environment("repo"))
    _ = try? repository.resolve("nowhere")
    _ = try repository.showsReplacements()
    _ = try repository.commit(atOrBefore: .max, from: repository.resolve("HEAD"))
    _ = try repository.git(["status"])
    let changes = try Set(listing()).symmetricDifference(before)
    #expect(changes == [])
  }

  /// Every path with its times of change, its size and its permissions, except when a split index's shared part was
  /// last used, which git itself records.
  private func listing() throws -> [String] {
    try sandbox.run(["sh", "-c", "find repo -printf '%p %C@ %T@ %s %m\\n' | sort"], in: ".").text.split(separator: "\n")
      .map(String.init)
      .filter { !$0.contains("/sharedindex.") }
  }
}
