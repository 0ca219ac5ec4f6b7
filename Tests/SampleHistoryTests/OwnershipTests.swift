import Diagnostics
import Rules
import StrategyModel
import TestSupport
import Testing
import samplehistory

/// What went wrong with ownership in the story, and that the checker said so at the time.
@Suite struct OwnershipTests {
  /// The commits that break a rule about owners, by subject, and why they are part of the story.
  private static let broken: [(subject: String, rule: String, mended: String)] = [
    // A copied file keeps the id, so two teams own one lever.
    ("metrics: a start on invited teams", "duplicate-id", "metrics: connected-teams is in one file again"),
    // An input has no owner for four weeks.
    ("days-active-per-user: not mine any more", "unowned-input", "days-active-per-user: Rituals takes it"),
    // A guardrail stays with a team that has ended.
    ("teams: Invitations joins Growth", "owner-team-ended", "invite-complaints: it moves to Growth as well"),
  ]

  private func rules(_ commit: Commit, on today: Day) -> Set<String> {
    let files = commit.files.paths.filter { $0.hasSuffix(".yaml") }.compactMap { path in
      commit.files[path].map { StrategyFile(path: path, in: "", text: Array($0.utf8)) }
    }
    let found = Check(Strategy(folder: "", files: files), today: today).diagnostics
    return Set(found.compactMap { RuleCatalog.rule($0.rule.code)?.card.name })
  }

  @Test func checkNamesThemUntilTheyAreMended() throws {
    let line = try Story.shared.get().mainLine
    let today = try #require(Day("2026-04-01"))
    for (subject, rule, mended) in OwnershipTests.broken {
      let begin = try #require(line.firstIndex { $0.message.hasPrefix(subject) }, "\(subject)")
      let end = try #require(line.firstIndex { $0.message.hasPrefix(mended) }, "\(mended)")
      #expect(begin < end)
      #expect(!rules(line[begin - 1], on: today).contains(rule), "\(subject)")
      #expect(rules(line[begin], on: today).contains(rule), "\(subject)")
      #expect(rules(line[end - 1], on: today).contains(rule), "\(subject)")
      #expect(!rules(line[end], on: today).contains(rule), "\(mended)")
    }
  }
}
