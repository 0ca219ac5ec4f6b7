import Foundation
import Testing

/// The libraries know no command line, so that every front end can use them.
@Suite struct LibraryConventionTests {
  /// In the order of `Package.swift`.
  private static let libraries = [
    "Presentation", "Git", "StrictYAML", "Diagnostics", "StrategyModel", "Numbers", "Rules", "History", "Decisions",
    "Pictures", "StrategyStore", "Editing", "Governance", "Insight",
  ]

  @Test(arguments: libraries) func noLibraryKnowsTheCommandLine(_ library: String) throws {
    for file in try sources(of: library) {
      let text = try code(of: file)
      for name in ["ArgumentParser", "ExitStatus", "Console", "readLine", "isatty", "STDOUT_FILENO"]
      where library != "Git" {
        #expect(!text.contains(try Regex("\\b\(name)\\b")), "\(file.lastPathComponent) knows \(name)")
      }
      #expect(!text.contains(/(^|[^A-Za-z.])print\(/), "\(file.lastPathComponent) prints")
    }
  }

  /// A sentence may name an operation as a value only; git's own commands have git's options.
  @Test(arguments: ["StrategyStore", "Editing", "Governance", "Insight"])
  func noSentenceNamesACommandOrAnOption(_ library: String) throws {
    for file in try sources(of: library) {
      for line in try code(of: file).split(separator: "\n") where !line.contains("git ") {
        let isFree = !line.contains(/"[^"]* --[a-z]/) && !line.contains(/'northstar [a-z]/)
        #expect(isFree, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test func theCommandLineStaysThin() throws {
    let lines = try sources(of: "northstar").map { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
    }
    #expect(lines.reduce(0, +) <= 8_000)
  }

  private func code(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
  }

  private func sources(of target: String) throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(target)")
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    try #require(!files.isEmpty)
    return files
  }
}
