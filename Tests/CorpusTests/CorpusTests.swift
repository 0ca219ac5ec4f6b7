import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

@Suite struct CorpusTests {
  @Test func holdsAtLeastAHundredAndFiftyCases() {
    #expect(Case.all.count >= 150)
    #expect(Set(Case.all.map(\.name)).count == Case.all.count)
  }

  /// A fault in a file that no case touches: it must be found in addition to whatever the case breaks.
  private static let canary = Example("people/omar.yaml", "kind: person\nid: omar\nname: Omar Haddad\nnickname: Om\n")

  @Test(arguments: Case.all)
  func brokenFileGivesLocatedDiagnosticsInEveryFormatAndTheOthersAreStillChecked(_ broken: Case) throws {
    let file = StrategyFile(path: broken.path, in: "", text: broken.bytes)
    let strategy = SmallStrategy.loaded(with: Self.canary).replacing(file)
    let check = Check(strategy, today: SmallStrategy.today)

    let here = check.diagnostics.filter { $0.location.path == broken.path }
    #expect(!here.isEmpty, "nothing is said about \(broken.path)")
    if let rule = broken.rule {
      #expect(here.contains { $0.ruleName == rule }, "\(Set(check.diagnostics.map(\.ruleName)).sorted())")
    }
    for diagnostic in here {
      #expect(Int(diagnostic.location.range.upper) <= broken.bytes.count)
      #expect(diagnostic.message.unicodeScalars.count < 400)
    }
    #expect(check.count(.error) > 0)
    #expect(check.diagnostics.contains { $0.location.path == "people/omar.yaml" && $0.ruleName == "unknown-field" })
    try everyFormatRenders(check, of: broken)
  }

  private func everyFormatRenders(_ check: Check, of broken: Case) throws {
    let findings = Findings(
      Array(check.diagnostics.prefix(50)), files: 20, toolVersion: "0",
      text: { $0 == broken.path ? broken.bytes : SmallStrategy.files[$0].map { Array($0.utf8) } })
    let formats: [any FindingsFormat] = [
      TextFormat(width: 80), JSONFormat(), SARIFFormat(), GitHubFormat(), GitLabFormat(), JUnitFormat(),
    ]
    for format in formats {
      let output = try format.render(findings)
      #expect(!output.isEmpty)
      #expect(!output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(type(of: format))")
    }
  }
}

extension Strategy {
  fileprivate func replacing(_ file: StrategyFile) -> Strategy {
    let others = files.filter { $0.path != file.path }
    return Strategy(folder: folder, files: (others + [file]).sorted { $0.path < $1.path })
  }
}
