import Diagnostics
import Rules
import StrategyModel
import TestSupport
import Testing

/// The same files give the same diagnostics in the same order.
@Suite struct OrderTests {
  @Test func theOrderOfFilesDoesNotMatter() {
    var random = Chance(7)
    let files = brokenFiles
    let expected = Check(Strategy(folder: "", files: files), today: SmallStrategy.today).diagnostics
    #expect(expected.count >= 8)
    for _ in 0..<20 {
      let shuffled = Strategy(folder: "", files: files.shuffled(using: &random))
      #expect(Check(shuffled, today: SmallStrategy.today).diagnostics == expected)
    }
  }

  @Test func diagnosticsStandInTheOrderOfTheirPlaces() {
    let diagnostics = Check(Strategy(folder: "", files: brokenFiles), today: SmallStrategy.today).diagnostics
    #expect(diagnostics.map(\.location) == diagnostics.map(\.location).sorted())
  }

  @Test(arguments: [1, 2, 3, 200])
  func rulesThatRunSideBySideReportTheSame(_ count: Int) {
    let strategy = Strategy(folder: "", files: brokenFiles)
    let whole = Check(strategy, today: SmallStrategy.today)
    let parts = RuleCatalog.shares(count).map { Check(strategy, today: SmallStrategy.today, rules: $0) }
    #expect(Check(merging: parts).diagnostics == whole.diagnostics)
    #expect(Check(merging: parts).waived == whole.waived)
  }

  @Test func noFaultIsReportedTwice() {
    let diagnostics = Check(Strategy(folder: "", files: brokenFiles), today: SmallStrategy.today).diagnostics
    #expect(Set(diagnostics).count == diagnostics.count)
  }

  /// The small strategy with the wrong files of as many rules as fit together.
  private var brokenFiles: [StrategyFile] {
    var texts = SmallStrategy.files
    var taken: Set<String> = []
    for card in RuleCatalog.rules.map(\.card) {
      for file in card.wrong.flatMap(\.files) where file.problem == nil && taken.insert(file.path).inserted {
        texts[file.path] = file.text
      }
    }
    return texts.map { StrategyFile(path: $0.key, in: "", text: Array($0.value.utf8)) }
  }
}
