import Foundation
import TestSupport
import Testing

@testable import northstar

/// Every read-only command, on a real terminal with the pagers that people have.
@Suite struct PagedCommandTests {
  /// Command lines by the command's name, each with an answer in the sample.
  static let reading: [String: String] = [
    "audit": "audit --lever connected-teams", "beliefs": "beliefs", "blame": "blame connected-teams",
    "changes": "changes --since 2026-09-01", "check": "check", "cycle show": "cycle show 2026-q3",
    "decisions": "decisions", "diff": "diff HEAD~20..HEAD", "explain": "explain NS502",
    "explain-change": "explain-change meetings-per-host --from 2026-W01", "goalposts": "goalposts 2026-q4",
    "hook status": "hook status",
    "list": "list metrics", "log": "log connected-teams", "measure show": "measure show",
    "measure versions": "measure versions connected-teams", "okr status": "okr status",
    "okr todo": "okr todo --as grace", "okr tree": "okr tree", "owners": "owners --history",
    "propose conflicts": "propose conflicts",
    "propose list": "propose list", "propose plan": "propose plan three-people-make-a-meeting",
    "propose show": "propose show three-people-make-a-meeting", "report": "report",
    "review due": "review due", "review evidence": "review evidence connected-teams", "review list": "review list",
    "review show": "review show 2026-north-star", "show": "show connected-teams",
    "test": "test activation-rate --against weekly-hosted-meetings", "tree": "tree --values",
    "who": "who connected-teams --history", "work": "work --since 2026-01-01",
    "workshop show": "workshop show finding-our-star",
  ]

  /// Commands that write, prompt or serve git and shells, and groups of commands.
  static let others: Set<String> = [
    "", "add", "assign", "audit verify", "checkin", "completions", "cycle", "cycle carry", "cycle close", "cycle grade",
    "cycle start", "edit", "fmt", "gate", "gate install", "gate pre-receive", "gate update", "gate verify", "hook",
    "hook install", "hook uninstall", "init", "initiative", "initiative ship", "initiative start", "initiative stop",
    "measure", "measure add", "measure import", "measure pull", "measure withdraw", "merge-team", "okr", "okr import",
    "okr new", "propose",
    "propose approve", "propose land", "propose reject", "propose request-changes", "propose start", "propose withdraw",
    "rename-team", "retire", "review", "review decide", "review open", "set", "workshop", "workshop add-candidate",
    "workshop choose", "workshop done", "workshop new", "workshop score",
  ]

  @Test func everyCommandIsOfOneSort() {
    let all = Set(HelpTests.commands.map { $0.joined(separator: " ") })
    #expect(all == Set(PagedCommandTests.reading.keys).union(PagedCommandTests.others))
  }

  /// One repository for all of them: they only read.
  private static let huddle = Huddle.shared

  /// The output of each command without a terminal, by its line.
  private static let plain: Result<[String: Outcome], any Error> = huddle.flatMap { huddle in
    Result {
      try reading.values.reduce(into: [:]) { outcomes, line in
        outcomes[line] = try huddle.northstar(line.split(separator: " ").map(String.init))
      }
    }
  }

  @Test(arguments: ["less", "more", "none"], [80, 120])
  func everyReadingCommandEnds(_ pager: String, _ columns: Int) throws {
    let huddle = try Self.huddle.get()
    for line in PagedCommandTests.reading.values.sorted() {
      let session = try huddle.onTerminal(line, pager: pager, columns: columns)
      let plain = try #require(Self.plain.get()[line])
      #expect(session.ended, "\(line), \(pager), \(columns)")
      #expect(session.status == plain.status, "\(line), \(pager), \(columns): \(session.screen)")
      #expect(session.seconds < 15, "\(line), \(pager), \(columns)")
      let word = plain.text.split { !$0.isLetter && $0 != "-" }.first { $0.count > 2 } ?? ""
      #expect(session.screen.contains(word), "\(line), \(pager), \(columns): \(session.screen)")
    }
  }
}
