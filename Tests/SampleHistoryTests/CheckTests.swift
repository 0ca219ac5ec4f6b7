import Diagnostics
import Rules
import StrategyModel
import TestSupport
import Testing
import samplehistory

/// What the checker says on the last day of the story.
@Suite struct CheckTests {
  private func found(_ branch: String) throws -> [Diagnostic] {
    let commit = try #require(try Story.shared.get().history.tip(of: branch))
    let files = commit.files.paths.filter { $0.hasSuffix(".yaml") }.compactMap { path in
      commit.files[path].map { StrategyFile(path: path, in: "", text: Array($0.utf8)) }
    }
    let today = try #require(Day("2026-11-16"))
    return Check(Strategy(folder: "", files: files), today: today).diagnostics
  }

  private func names(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.compactMap { RuleCatalog.rule($0.rule.code)?.card.name }.sorted()
  }

  @Test(arguments: ["main", "proposal/three-people-make-a-meeting"])
  func headHasOneWarningOnly(_ branch: String) throws {
    let found = try found(branch)
    #expect(names(found) == ["overdue-check-in"], "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func brokenBranchShowsEveryFault() throws {
    let errors = try found("broken-on-purpose").filter { $0.severity == .error }
    #expect(
      names(errors) == [
        "circular-drivers", "duplicate-key", "objective-without-input", "target-against-direction", "unknown-field",
        "unknown-reference", "unowned-input",
      ])
  }
}
