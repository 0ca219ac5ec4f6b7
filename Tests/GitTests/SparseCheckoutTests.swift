import Git
import TestSupport
import Testing

/// In a sparse checkout the files that are not on disk come from the index.
@Suite struct SparseCheckoutTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test(arguments: [["--cone"], ["--cone", "--sparse-index"]])
  func filesLeftOutAreReadFromTheIndex(options: [String]) throws {
    try sandbox.strategy()
    let before = try Source.workingTree(in: sandbox.environment("repo")).texts()
    try run(["git", "sparse-checkout", "init"] + options)
    try run(["git", "sparse-checkout", "set", "teams"])
    #expect(try sandbox.run(["ls"]).line == "northstar.yaml\nteams")
    for source in try sandbox.sources("repo") { #expect(try source.texts() == before, "\(source.name)") }
  }

  @Test func aFileThatIsOnDiskAllTheSameIsReadThere() throws {
    try sandbox.strategy()
    try run(["git", "sparse-checkout", "set", "--cone", "teams"])
    try sandbox.write("metrics/activation.yaml", "id: changed\n")
    let texts = try Source.workingTree(in: sandbox.environment("repo")).texts()
    #expect(texts["metrics/activation.yaml"] == "id: changed\n")
    #expect(texts["metrics/deep/retention.yaml"] == "id: retention\n")
  }

  @Test func aStrategyThatIsLeftOutIsFound() throws {
    try sandbox.strategy()
    try sandbox.git("mv", "northstar.yaml", "metrics")
    try sandbox.commit("repo", "Move")
    try run(["git", "sparse-checkout", "set", "--cone", "teams"])
    #expect(try Source.workingTree(in: sandbox.environment("repo")).strategyFolders() == ["metrics"])
  }

  private func run(_ command: [String]) throws {
    let outcome = try sandbox.run(command)
    try #require(outcome.status == 0, "\(outcome.text)")
  }
}
