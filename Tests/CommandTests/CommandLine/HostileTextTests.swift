import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import northstar

/// Text that would move a cursor, reorder a line or be run by a spreadsheet, in every text of every file and in every
/// part of a commit, on its way out through every command and format.
@Suite struct HostileTextTests {
  /// Each runs in every format that it has.
  private static let lines = [
    "audit", "beliefs", "blame connected-teams", "changes --since HEAD~3", "check", "cycle show 2026-q4", "decisions",
    "diff HEAD~1..HEAD", "explain-change meetings-per-host --from 2026-W01", "goalposts 2026-q4", "list checkins",
    "list key-results", "list metrics", "list objectives", "list people", "list reviews", "list teams",
    "log connected-teams", "measure show", "measure show connected-teams", "okr status", "okr todo --as grace",
    "owners", "propose list", "propose plan three-people-make-a-meeting",
    "propose show three-people-make-a-meeting", "report", "review due", "review evidence connected-teams",
    "review show 2026-north-star", "show metric/connected-teams", "tree", "tree --values",
    "who connected-teams --history", "work --from 2026-01-01", "workshop show finding-our-star",
  ]

  @Test func nothingInAFileOrACommitReachesATerminalOrASpreadsheetAsItIs() throws {
    let huddle = try Huddle.copy()
    try huddle.makeHostile()
    for line in HostileTextTests.lines {
      for format in try formats(of: line) {
        let words = line.split(separator: " ").map(String.init) + ["--format", format]
        let outcome = try huddle.northstar(words)
        #expect(outcome.status < 128, "\(words): \(outcome.errors)")
        let odd = outcome.text.unicodeScalars.first {
          $0.isRefusedControl || "\u{202E}\u{2066}\u{200B}".unicodeScalars.contains($0)
        }
        #expect(odd == nil, "\(words) prints \(odd?.escaped(asASCII: true) ?? "")")
        if format == "csv" {
          let cells = outcome.output.split(separator: "\n").flatMap { $0.split(separator: ",") }
          #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") || $0.hasPrefix("@") }, "\(words)")
        }
      }
    }
  }
}

/// The output formats of a command line's command.
private func formats(of line: String) throws -> [String] {
  let named = HelpTests.descriptions.filter { "\(line) ".hasPrefix($0.path.dropFirst().joined(separator: " ") + " ") }
  let command = try #require(named.max { $0.path.count < $1.path.count })
  return try #require(command.options.first { $0.name == "--format" }).choices
}

extension Huddle {
  /// Puts hostile text before every text of the last commit's files, by an author with such a name.
  fileprivate func makeHostile() throws {
    let fields = Set(Kind.allCases.flatMap { $0.description.fields }.flatMap(\.texts)).subtracting([
      "kind", "query", "formula", "timezone",
    ])
    let line = try Regex("(?m)^( *(?:- )?(?:\(fields.sorted().joined(separator: "|"))): )(?![|>\"'\\[{])(.+)$")
    for file in try sandbox.files() where file.hasSuffix(".yaml") {
      let text = try sandbox.text(file)
      let hostile = text.replacing(line) { match in
        let value = match.output[2].substring?.replacing("'", with: "''") ?? ""
        return "\(match.output[1].substring ?? "")'=1+1|\u{202E}\u{2066}\u{200B} \(value)'"
      }
      try sandbox.write(file, hostile)
    }
    let name = "=1+1\u{1B}]0;owned\u{07}\u{202E}\u{9B}31m"
    let message = "=2+2 \u{1B}[2J\u{202E}\n\nDecision: keep\u{1B}[31m\nReview: \u{202E}x\nDecided-by: ada\u{07}\n"
    try sandbox.git("add", "-A")
    let outcome = try sandbox.run(
      ["git", "commit", "-q", "--no-verify", "-m", message],
      variables: ["GIT_AUTHOR_NAME": name, "GIT_COMMITTER_NAME": name])
    guard outcome.status == 0 else { throw Sandbox.Failure(text: outcome.text) }
  }
}

extension FieldDescription {
  /// The names of fields that hold text, here and below.
  fileprivate var texts: [String] {
    switch shape {
    case .text, .list(.text, _): [name]
    case .record(let fields), .list(.record(let fields), _): fields.flatMap(\.texts)
    default: []
    }
  }
}
