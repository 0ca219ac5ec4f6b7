import Foundation
import Testing

/// Runs what the README shows, in the sample company's repository, and holds the README to what comes out.
/// `NORTHSTAR_RECORD=1` writes the README anew.
@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func showsRealOutput() throws {
    let readme = root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let huddle = try Huddle(root)
    let actual = try text.replacing(consoleBlocks(text)) { block in
      try "```console\n" + commands(in: block).map(huddle.session).joined(separator: "\n") + "```\n"
    }
    #expect(consoleBlocks(text).count >= 4)
    if ProcessInfo.processInfo.environment["NORTHSTAR_RECORD"] == "1" {
      try Data(actual.utf8).write(to: readme)
    } else {
      #expect(text == actual, "run the tests with NORTHSTAR_RECORD=1 to write the README anew")
    }
  }

  @Test func linksLeadSomewhere() throws {
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.output.1) }
    #expect(links.count > 5)
    for link in links where !link.contains("://") {
      #expect(FileManager.default.fileExists(atPath: root.appending(path: link).path), "\(link)")
    }
  }

  private func consoleBlocks(_ text: String) -> [Range<String.Index>] {
    text.ranges(of: /```console\n(?s:.*?)```\n/)
  }

  private func commands(in block: Substring) -> [String] {
    block.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }
}

extension String {
  fileprivate func replacing(
    _ ranges: [Range<String.Index>], with replacement: (Substring) throws -> String
  ) rethrows -> String {
    var result = ""
    var end = startIndex
    for range in ranges {
      result += self[end..<range.lowerBound]
      result += try replacement(self[range])
      end = range.upperBound
    }
    return result + self[end...]
  }
}

/// The sample company's repository, on the last day of its history.
private struct Huddle {
  private let sandbox: Sandbox
  private let today: String

  init(_ root: URL) throws {
    sandbox = try Sandbox(isRepository: false)
    let made = try sandbox.run(
      [root.appending(path: "Scripts/make-sample").path, "\(sandbox.path)/repo"],
      variables: ["SAMPLEHISTORY": "\(Sandbox.products)/samplehistory"])
    try #require(made.status == 0, "\(made.text)")
    today = try sandbox.git("log", "-1", "--date=short", "--format=%cd", "main")
  }

  /// A command as a person sees it: what was typed, and both streams.
  func session(_ command: String) throws -> String {
    let words = command.split(separator: " ").map(String.init)
    try #require(words.first == "northstar", "\(command)")
    let outcome = try sandbox.northstar(Array(words.dropFirst()), today: today)
    return "$ \(command)\n\(outcome.text)"
  }
}
