import ArgumentParser
import Foundation
import Testing

@testable import northstar

/// Every command line that a message, a hint or a help text tells people to type.
@Suite struct PrintedCommandTests {
  /// With what stands in their place where a text has a hole or a placeholder.
  private static let placeholders = ["<decision>": "keep", "<outcome>": "keep"]

  @Test func everyPrintedCommandIsTaken() throws {
    var count = 0
    for file in try sources() {
      for line in try PrintedCommandTests.commands(in: String(contentsOf: file, encoding: .utf8)) {
        count += 1
        #expect(PrintedCommandTests.flaw(of: line) == nil, "\(file.lastPathComponent): northstar \(line)")
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    ("help: [\"Run 'northstar hook instal'.\"]", false), ("help: [\"Run 'northstar hook install'.\"]", true),
    ("\"northstar propose start \\(id)\"", false), ("\"Run: northstar propose land \\(id ?? \"\").\"", true),
    ("\"Say 'northstar check --stagedd'.\"", false), ("\"'northstar checkin'\"", true),
  ])
  func aCommandThatIsNoneIsFound(_ text: String, _ isRight: Bool) {
    let lines = PrintedCommandTests.commands(in: text)
    #expect(lines.count == 1)
    #expect((lines.first.map(PrintedCommandTests.flaw) == .some(nil)) == isRight)
  }

  /// Why a command line is refused; a command without arguments is only mentioned.
  private static func flaw(of line: String) -> String? {
    let words = line.split(separator: " ").map { word in placeholders[String(word)] ?? String(word) }
    do {
      _ = try Northstar.parseAsRoot(words)
      return nil
    } catch {
      let isMention = commands.contains(words) || commands.contains { $0.starts(with: words) }
      return isMention ? nil : Northstar.message(for: error)
    }
  }

  private static let commands = HelpTests.commands + [["generate"], ["merge-driver"]]

  /// Between single quotes, behind a colon, or as a whole text; holes are filled, and lines that go on are joined.
  private static func commands(in source: String) -> [String] {
    let text = filled(source.replacing(/\\\n\s*/, with: "").replacing(/"\s*\n\s*\+ "/, with: ""))
    let quoted = text.matches(of: /'northstar ([a-z1][^'"\\\n]*)'/).map(\.1)
    let told = text.matches(of: /(?:[Rr]un|land|again|first|workshop|folder|goals|one): northstar ([a-z1][^"\\\n]*)"/)
      .map(
        \.1)
    let whole = text.matches(of: /"northstar ([a-z1][^"\\\n]*)"/).map(\.1)
    return (quoted + told + whole).map { line in
      String(line.last == "." ? line.dropLast() : line).replacing(/<[a-z ]+>/) { match in
        placeholders[String(match.output)] ?? "1"
      }
    }.filter { !$0.hasPrefix("1") && !$0.contains("%") && !$0.hasPrefix(notACommand) }
  }

  /// The first line of a file that the program keeps for itself.
  private static let notACommand = "ownership "

  /// The text with `1` in the place of every `\(…)`, and nothing where that goes on a word.
  private static func filled(_ text: String) -> String {
    var result = ""
    var depth = 0
    var rest = Substring(text.replacing(#/\\"[^"\\]*\\"/#, with: "1"))
    while let character = rest.first {
      if depth == 0, rest.hasPrefix("\\(") {
        depth = 1
        result += result.last?.isLetter == true ? "" : "1"
        rest = rest.dropFirst(2)
        continue
      }
      if depth == 0 { result.append(character) }
      if depth > 0, character == "(" { depth += 1 }
      if depth > 0, character == ")" { depth -= 1 }
      rest = rest.dropFirst()
    }
    return result
  }

  private func sources() throws -> [URL] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = ["northstar", "Rules", "Git"].flatMap { target in
      let found = FileManager.default.enumerator(
        at: root.appending(path: "Sources/\(target)"), includingPropertiesForKeys: nil)
      return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }
    try #require(files.count > 300)
    return files
  }
}
