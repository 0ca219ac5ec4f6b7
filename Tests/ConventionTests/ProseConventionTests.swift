import Foundation
import Testing

/// Rejects phrases that are not idiomatic English, in comments, messages and documents.
@Suite struct ProseConventionTests {
  /// Folders of sources, and documents, from the repository's top.
  private static let places = [
    "Sources/Git", "Sources/StrictYAML", "Sources/Diagnostics", "Sources/StrategyModel", "Sources/Numbers",
    "Sources/Rules", "Sources/History", "Sources/Decisions", "Sources/Pictures", "Sources/Benchmarks",
    "Sources/CTerminal", "Sources/Presentation", "Sources/StrategyStore", "Sources/Editing", "Sources/Governance",
    "Sources/Insight", "Sources/northstar", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md",
  ]

  /// Regular expressions, each with what to write instead.
  private static let phrases = [
    #"\b(?!there\b)\w+ (is|are|was|were) no (?!longer\b|more\b|less\b|better\b)\w"#: "is not a …",
    #"\b(that|it|this|which|they) (is|are|was|were) none\b(?! of)"#: "is not a …",
    #"\b(has|have|had) none\b"#: "has no …",
    #"\bunless (given|said|set)\b"#: "(default: …)",
    #"\bstands? (in|at|on|beside|below|under|there|twice)\b"#: "is …",
    #"\bnothing but\b"#: "only …",
    #"\b(goes without|tells? of|speaks? of)\b"#: "says …",
  ]

  @Test(arguments: places) func proseIsIdiomatic(_ place: String) throws {
    for file in try files(at: place) {
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacingOccurrences(of: #"\s*\n\s*(//+|#)?\s*"#, with: " ", options: .regularExpression)
      for (phrase, better) in Self.phrases {
        let found = text.range(of: phrase, options: [.regularExpression, .caseInsensitive]).map { text[$0] }
        #expect(found == nil, "\(file.path): write '\(better)'")
      }
    }
  }

  private func files(at place: String) throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: place)
    guard place.hasPrefix("Sources/") else { return [root] }
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let files = (found?.allObjects ?? []).compactMap { $0 as? URL }.filter {
      ["swift", "h"].contains($0.pathExtension)
    }
    try #require(!files.isEmpty)
    return files
  }
}
