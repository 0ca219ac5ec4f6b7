import Foundation
import TestSupport
import Testing

/// Runs the README's commands in the sample company's repository, and compares the README with their output.
/// `NORTHSTAR_RECORD=1` rewrites the README.
@Suite struct ReadmeTests {
  private let root = Sandbox.root

  @Test func showsRealOutput() throws {
    let readme = root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let huddle = try Huddle.copy()
    let actual = try text.replacing(consoleBlocks(text)) { block in
      try "```console\n" + commands(in: block).map(session(huddle)).joined(separator: "\n") + "```\n"
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

  /// A command as a person sees it: what was typed, and both streams.
  private func session(_ huddle: Huddle) -> (String) throws -> String {
    { command in
      let words = command.split(separator: " ").map(String.init)
      try #require(words.first == "northstar", "\(command)")
      return "$ \(command)\n\(try huddle.northstar(Array(words.dropFirst())).text)"
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
