import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

/// What the examples of every card promise.
@Suite struct ExampleTests {
  @Test func theSmallStrategyHasNoFault() {
    #expect(Check(SmallStrategy.loaded(), today: SmallStrategy.today).diagnostics == [])
  }

  @Test func theSmallStrategyIsCheckedOnItsDay() {
    #expect(SmallStrategy.today.description == "2026-01-28")
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func aWrongExampleIsReportedAtItsMarksAndNowhereElse(_ name: String) throws {
    let outcomes = try #require(Outcome.wrong[name])
    #expect(!outcomes.isEmpty)
    for outcome in outcomes {
      #expect(!outcome.expected.isEmpty)
      #expect(outcome.reported == outcome.expected, "\(outcome.diagnostics.map(\.message))")
    }
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func aRightExampleIsNotReported(_ name: String) throws {
    let card = try #require(RuleCatalog.rule(name)).card
    #expect(!card.right.isEmpty)
    for example in card.right {
      let outcome = Outcome(example, of: card)
      #expect(outcome.expected.isEmpty)
      #expect(outcome.diagnostics == [])
    }
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func anExampleChangesWhatStandsInTheSmallStrategy(_ name: String) throws {
    let card = try #require(RuleCatalog.rule(name)).card
    for example in card.wrong + card.right {
      #expect(example.stale == [])
      #expect(example.removed.filter { SmallStrategy.files[$0] == nil } == [])
    }
  }

  @Test(arguments: RuleCatalog.rules.map(\.card.name))
  func aSafeFixRemovesTheFault(_ name: String) throws {
    let card = try #require(RuleCatalog.rule(name)).card
    for (example, outcome) in zip(card.wrong, try #require(Outcome.wrong[name])) {
      let diagnostics = outcome.diagnostics
      let fixes = diagnostics.compactMap { diagnostic in
        diagnostic.fixes.first { $0.safety == .safe }.map { (diagnostic.location.path, $0.edits) }
      }
      guard !fixes.isEmpty else { continue }
      let repaired = Example(example.files.map { ($0.path, $0.text(after: fixes)) }, removing: example.removed)
      #expect(Outcome(repaired, of: card).diagnostics.count == diagnostics.count - fixes.count)
    }
  }
}

extension Example.File {
  fileprivate func text(after fixes: [(path: String, edits: [TextEdit])]) -> String {
    var bytes = Array(text.utf8)
    let edits = fixes.filter { $0.path == path }.flatMap(\.edits).sorted { $0.range.lower > $1.range.lower }
    for edit in edits { bytes.replaceSubrange(edit.range.indices, with: edit.replacement) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
