import Foundation
import TestSupport
import Testing

/// Follows the page about bringing a past along, with the files that it shows, and compares it with what comes.
/// `NORTHSTAR_RECORD=1` rewrites the page.
@Suite struct BringingHistoryTests {
  private let page = Sandbox.root.appending(path: "Documentation/Bringing-your-history.md")

  @Test func thePageIsTrue() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let sandbox = try Sandbox()
    var lines: [String] = []
    var block: (kind: String, file: String?, lines: [String])?
    var helper = ""
    var typed = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```"), let done = block {
        if let file = done.file { try sandbox.write(file, done.lines.joined(separator: "\n") + "\n", in: "old") }
        if done.kind == "sh" { helper = done.lines.joined(separator: "\n") }
        lines.append(line)
        block = nil
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ").map(String.init)
        block = (words.first ?? "", words.count > 1 ? words[1] : nil, [])
        lines.append(line)
      } else if block?.kind == "console" {
        guard line.hasPrefix("$ ") else { continue }
        typed += 1
        lines.append(line)
        lines += try type(String(line.dropFirst(2)), helper, sandbox)
      } else {
        block?.lines.append(line)
        lines.append(line)
      }
    }
    #expect(typed > 15)
    let actual = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["NORTHSTAR_RECORD"] == "1" {
      try Data(actual.utf8).write(to: page)
    } else {
      #expect(text == actual, "run the tests with NORTHSTAR_RECORD=1 to write the page anew")
    }
    // Each commit has the day on which it was true.
    let days = try sandbox.git("log", "--reverse", "--format=%ad", "--date=short").split(separator: "\n").map(
      String.init)
    #expect(days.first == "2025-07-01" && days.contains("2025-08-20"))
  }

  private func type(_ command: String, _ helper: String, _ sandbox: Sandbox) throws -> [String] {
    let outcome = try sandbox.run(
      ["sh", "-c", "exec 2>&1\n\(helper)\n\(command)"],
      variables: [
        "COLUMNS": "100", "GIT_AUTHOR_NAME": "Ada Okafor", "GIT_COMMITTER_NAME": "Ada Okafor",
        "GIT_AUTHOR_EMAIL": "ada@lumen.example", "GIT_COMMITTER_EMAIL": "ada@lumen.example",
      ])
    let shown = outcome.output.replacing("\(sandbox.path)/", with: "")
    guard !shown.isEmpty else { return [] }
    return shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast(shown.hasSuffix("\n") ? 1 : 0)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }
}
