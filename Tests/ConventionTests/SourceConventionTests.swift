import Foundation
import Testing

/// Checks the promises of ARCHITECTURE.md that the compiler does not check.
@Suite struct SourceConventionTests {
  @Test func unsafeStandsInGitAlone() throws {
    for file in try sources() where !file.path.contains("/Sources/Git/") {
      let code = try code(of: file)
      #expect(!code.contains(/\bunsafe\b/), "\(file.path)")
    }
  }

  @Test(arguments: ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError(", "preconditionFailure("])
  func escapeIsNowhere(_ escape: String) throws {
    for file in try sources() {
      #expect(!(try code(of: file).contains(escape)), "\(file.path)")
    }
  }

  @Test func noFileIsLongerThanOneIdea() throws {
    for file in try sources() {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 350, "\(file.path)")
    }
  }

  /// All of Foundation brings ICU with it, which doubles the program's size and a quarter of its start.
  @Test func foundationIsEssentialsAlone() throws {
    for file in try sources() where !file.path.contains("/Sources/Benchmarks/") {
      let imports = try code(of: file).matches(of: /\bimport (Foundation\w*)/)
      #expect(imports.allSatisfy { $0.1 == "FoundationEssentials" }, "\(file.path)")
    }
  }

  @Test func aSkippedTestSaysWhy() throws {
    for file in try sources(in: "Tests") where file.lastPathComponent != "SourceConventionTests.swift" {
      for condition in try code(of: file).matches(of: /\.enabled\(if: .*/) {
        #expect(condition.output.contains("\")"), "\(file.lastPathComponent): \(condition.output)")
      }
    }
  }

  @Test func everyFolderIsInTheArchitecture() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    let top = root.appending(path: "Sources").path
    let folders = Set(
      try sources().map { $0.deletingLastPathComponent().path.dropFirst(top.count + 1) }.filter { $0.contains("/") })
    for folder in folders { #expect(text.contains("\n| `\(folder)`"), "\(folder) is not in ARCHITECTURE.md") }
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let named = String(line.dropFirst(3).prefix { $0 != "`" })
      guard named.contains("/"), !named.hasSuffix("/") else { continue }
      #expect(folders.contains(named[...]), "\(named) is not a folder")
    }
  }

  @Test func eachSentenceAboutSecurityHasTests() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
    let tests = try sources(in: "Tests").map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let groups = page.matches(of: /\(((?:`[^`]+`[,\s]*)+)\)/)
    #expect(groups.count > 15)
    for group in groups {
      for name in group.1.matches(of: /`([^`]+)`/) {
        let words = name.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(tests.contains(words), "\(words)")
      }
    }
  }

  /// The text without whole-line comments.
  private func code(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
  }

  private func sources(in folder: String = "Sources") throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: folder)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    try #require(files.count > 50)
    return files
  }
}
