import Foundation
import Testing

/// Messages use the words of `Documentation/Glossary.md`.
@Suite struct GlossaryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func noMessageHasAWordThatTheGlossaryRejects() throws {
    let rejected = try rejectedWords()
    try #require(rejected.count > 20)
    let found = FileManager.default.enumerator(
      at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
      file.pathExtension == "swift" && !file.path.contains("/SampleHistory/") && !file.path.contains("/Benchmarks/")
    }
    try #require(files.count > 500)
    let pattern = try Regex("\\b(\(rejected.joined(separator: "|")))\\b")
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        for text in line.matches(of: /"[^"]*"/) {
          #expect(text.output.firstMatch(of: pattern) == nil, "\(file.lastPathComponent): \(text.output)")
        }
      }
    }
  }

  @Test func everyWordHasOneMeaning() throws {
    let words = try rows().map { $0[0] }
    #expect(words.count > 35)
    #expect(Set(words).count == words.count)
  }

  /// The last column, one word after the other.
  private func rejectedWords() throws -> [String] {
    try rows().flatMap { row in
      row[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
  }

  private func rows() throws -> [[String]] {
    let page = try String(contentsOf: Self.root.appending(path: "Documentation/Glossary.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { $0.count == 3 && $0[0] != "word" && !$0[0].hasPrefix("-") }
  }
}
