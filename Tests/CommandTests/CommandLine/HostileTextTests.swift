import Foundation
import StrategyModel
import TestSupport
import Testing

@testable import northstar

/// Text that would move a cursor, reorder a line or be run by a spreadsheet, in every text of every file and in every
/// part of a commit, on its way out through every command and format.
@Suite struct HostileTextTests {
  private static let formats: [String: [String]] = [
    "audit": ["text", "json", "csv", "html"], "beliefs": ["table", "json", "csv"],
    "blame connected-teams": ["text", "json"], "changes --since HEAD~3": ["text", "json"],
    "check": ["text", "json", "sarif", "github", "gitlab", "junit"], "cycle show 2026-q4": ["text", "json"],
    "decisions": ["table", "json", "csv"], "diff HEAD~1..HEAD": ["text", "json", "markdown"],
    "explain-change meetings-per-host --from 2026-W01": ["text", "json", "svg"],
    "goalposts 2026-q4": ["table", "json", "csv"],
    "list checkins": ["table", "json", "csv"], "list key-results": ["table", "json", "csv"],
    "list metrics": ["table", "json", "csv"], "list objectives": ["table", "json", "csv"],
    "list people": ["table", "json", "csv"], "list reviews": ["table", "json", "csv"],
    "list teams": ["table", "json", "csv"], "log connected-teams": ["text", "json"],
    "measure show": ["table", "json", "csv"], "measure show connected-teams": ["table", "json", "csv"],
    "okr status": ["text", "json", "markdown"], "okr todo --as grace": ["table", "json", "csv"],
    "owners": ["table", "json", "csv", "codeowners", "backstage"], "owners --history": ["table", "json", "csv"],
    "propose list": ["table", "json", "csv"],
    "propose plan three-people-make-a-meeting": ["text", "json", "markdown"],
    "propose show three-people-make-a-meeting": ["text", "json"], "report": ["markdown", "html", "json"],
    "review due": ["table", "json", "csv"], "review evidence connected-teams": ["markdown", "html", "json"],
    "review show 2026-north-star": ["text", "json"], "show metric/connected-teams": ["text", "json"],
    "tree": ["text", "mermaid", "dot", "svg"], "tree --values": ["text", "svg"],
    "who connected-teams --history": ["text", "json"], "work --since 2026-01-01": ["text", "json", "csv"],
    "workshop show finding-our-star": ["text", "json"],
  ]

  @Test func nothingInAFileOrACommitReachesATerminalOrASpreadsheetAsItIs() throws {
    let huddle = try Huddle.copy()
    try huddle.makeHostile()
    for (line, formats) in HostileTextTests.formats {
      for format in formats {
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
