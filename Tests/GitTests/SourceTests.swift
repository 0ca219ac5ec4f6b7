import Foundation
import Git
import Testing

@Suite struct SourceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func everySourceGivesTheSameFiles() throws {
    try sandbox.strategy()
    let environment = sandbox.environment("repo")
    let repository = try Repository.open(in: environment)
    let sources = [
      try Source.workingTree(in: environment), try Source.index(in: environment),
      Source.revision(try repository.resolve("HEAD"), in: repository, label: "HEAD"),
    ]
    for source in sources {
      #expect(try source.strategyFolders() == [""])
      #expect(
        try source.strategyFiles().map(\.path) == [
          "metrics/activation.yaml", "metrics/deep/retention.yaml", "northstar.yaml", "teams/growth.yaml",
        ])
      #expect(try source.texts()["metrics/deep/retention.yaml"] == "id: retention\n")
    }
  }
}
