import Foundation
import Git
import TestSupport
import Testing

/// What is true of every source.
@Suite struct SourceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.empty() }

  @Test func everySourceGivesTheSameFiles() throws {
    try sandbox.strategy()
    try sandbox.write("metrics/notes.md", "no suffix of ours\n")
    try sandbox.write("metrics/.hidden.yaml", "an editor's\n")
    try sandbox.write("metrics/.cache/copy.yaml", "a tool's\n")
    try sandbox.write("other/metrics/away.yaml", "not below a wanted folder\n")
    try sandbox.write("readings/a.csv", "day,value\n")
    try sandbox.commit("repo", "Add more")
    for source in try sandbox.sources("repo") {
      #expect(try source.strategyFolders() == [""])
      #expect(
        try source.strategyFiles().map(\.path) == [
          "metrics/activation.yaml", "metrics/deep/retention.yaml", "northstar.yaml", "readings/a.csv",
          "teams/growth.yaml",
        ])
      #expect(try source.texts()["metrics/deep/retention.yaml"] == "id: retention\n")
    }
  }

  @Test func filesAreOrderedByTheBytesOfTheirPathsAsGitOrdersThem() throws {
    try sandbox.strategy()
    for name in ["a", "a/z", "a-b", "a.b", "a0", "b/a", "B", "é", "z"] {
      try sandbox.write("metrics/\(name).yaml", "id: x\n")
    }
    try sandbox.commit("repo", "Add names that sort in odd ways")
    let asGitHasThem = try sandbox.git("ls-tree", "-r", "-z", "--name-only", "HEAD")
      .split(separator: "\0").map(String.init)
    for source in try sandbox.sources("repo") {
      #expect(try source.strategyFiles().map(\.path) == asGitHasThem, "\(source.name)")
    }
  }

  @Test func aStrategyIsFoundFromInsideItAndSeveralFromOutside() throws {
    try sandbox.strategy()
    try sandbox.git("rm", "-q", "-r", "northstar.yaml", "metrics")
    for folder in ["products/one", "products/two", ".hidden/three"] {
      try sandbox.write("\(folder)/northstar.yaml", "product: \(folder)\n")
      try sandbox.write("\(folder)/metrics/m.yaml", "id: m\n")
    }
    try sandbox.commit("repo", "Two strategies")
    for source in try sandbox.sources("repo") {
      #expect(try source.strategyFolders() == ["products/one", "products/two"], "\(source.name)")
    }
    for source in try sandbox.sources("repo/products/two/metrics") {
      #expect(source.prefix == "products/two/metrics")
      #expect(try source.enclosingStrategyFolder() == "products/two")
      #expect(try source.strategyFolders() == ["products/two"])
      #expect(try source.everyStrategyFolder() == ["products/one", "products/two"])
      #expect(
        try source.strategyFiles("products/two").map(\.path) == [
          "products/two/metrics/m.yaml", "products/two/northstar.yaml",
        ])
    }
  }

  @Test func aFolderThatIsNotThereHasNoFiles() throws {
    try sandbox.strategy()
    for source in try sandbox.sources("repo") {
      #expect(try source.strategyFiles("nowhere").isEmpty)
      #expect(try source.strategyFiles("northstar.yaml").isEmpty)
    }
  }

  @Test func namesThatAreNotUTF8AreReadAndShownRepaired() throws {
    try sandbox.strategy()
    // 0xE9 is é in Latin-1 and invalid in UTF-8.
    _ = try sandbox.run(
      ["bash", "-c", #"mkdir metrics/$'caf\xe9' && echo 'id: x' > metrics/$'caf\xe9'/$'\xff.yaml'"#], in: "repo")
    try sandbox.commit("repo", "Add a name from another time")
    for source in try sandbox.sources("repo") {
      let file = try #require(try source.strategyFiles().first { $0.path.contains("\u{FFFD}") }, "\(source.name)")
      #expect(file.path == "metrics/caf\u{FFFD}/\u{FFFD}.yaml")
      #expect(file.pathBytes == Array("metrics/caf".utf8) + [0xe9] + Array("/".utf8) + [0xff] + Array(".yaml".utf8))
      #expect(try source.read(file) == Array("id: x\n".utf8))
    }
  }

  @Test func bytesComeAsTheyAre() throws {
    try sandbox.strategy()
    let bytes = Data([0xEF, 0xBB, 0xBF] + Array("id: x\r\nname: \0\r\n".utf8) + [0xFF, 0xFE])
    try sandbox.write("metrics/odd.yaml", bytes)
    try sandbox.write("metrics/empty.yaml", "")
    try sandbox.commit("repo", "Add odd bytes")
    for source in try sandbox.sources("repo") {
      let files = try source.strategyFiles()
      let odd = try #require(files.first { $0.path == "metrics/odd.yaml" })
      let empty = try #require(files.first { $0.path == "metrics/empty.yaml" })
      #expect(try source.read(odd) == Array(bytes))
      #expect(try source.read(empty).isEmpty)
    }
  }

  @Test func symbolicLinksAreNamedAndNeverFollowed() throws {
    try sandbox.strategy()
    try sandbox.write("secret.yaml", "secret: yes\n", in: ".")
    let links = [
      "inside.yaml": "activation.yaml", "outside.yaml": "../../secret.yaml", "dangling.yaml": "nothing.yaml",
      "folder": "../teams", "readme.md": "activation.yaml", "absolute.yaml": "\(sandbox.path)/secret.yaml",
    ]
    for (name, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: "\(sandbox.path)/repo/metrics/\(name)", withDestinationPath: target)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(sandbox.path)/repo/readings", withDestinationPath: "../elsewhere")
    try sandbox.commit("repo", "Add links")
    for source in try sandbox.sources("repo") {
      let links = try source.strategyFiles().filter { $0.kind == .symbolicLink }
      #expect(
        links.map(\.path) == [
          "metrics/absolute.yaml", "metrics/dangling.yaml", "metrics/folder", "metrics/inside.yaml",
          "metrics/outside.yaml", "readings",
        ], "\(source.name)")
      for link in links {
        #expect(throws: GitError.self) { try source.read(link) }
        let refusals = source.read([link], workers: 1) { $1.failure?.code }
        #expect(refusals == [.notAFile])
      }
    }
  }

  @Test func submodulesAreNamedAndNeverEntered() throws {
    try sandbox.strategy()
    try sandbox.strategy("shared")
    try sandbox.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../shared", "metrics/shared")
    try sandbox.commit("repo", "Add a submodule")
    for source in try sandbox.sources("repo") {
      let files = try source.strategyFiles()
      #expect(files.filter { $0.path.hasPrefix("metrics/shared") }.map(\.kind) == [.submodule], "\(source.name)")
      #expect(try source.everyStrategyFolder() == [""])
    }
  }

  @Test func manyWorkersGiveTheSameResultsInTheOrderOfTheFiles() throws {
    try sandbox.strategy()
    for number in 0..<700 { try sandbox.write("metrics/m\(number).yaml", "id: m\(number)\n") }
    try sandbox.commit("repo", "Add many metrics")
    try sandbox.git("gc", "-q")
    for source in try sandbox.sources("repo") {
      let files = try source.strategyFiles()
      #expect(files.count == 704)
      let alone = source.read(files, workers: 1) {
        "\($0.path): \(String(decoding: (try? $1.get()) ?? [], as: UTF8.self))"
      }
      #expect(alone.filter { $0.hasSuffix("\n") }.count == 704)
      for workers in [0, 2, 5, 100] {
        let together = source.read(files, workers: workers) {
          "\($0.path): \(String(decoding: (try? $1.get()) ?? [], as: UTF8.self))"
        }
        #expect(together == alone, "\(source.name) with \(workers)")
      }
    }
  }
}

extension Result {
  var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
