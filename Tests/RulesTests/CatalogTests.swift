import Diagnostics
import Foundation
import Rules
import Testing

/// What is true of the catalog as a whole.
@Suite struct CatalogTests {
  @Test func rulesAreSortedByIdsThatAreUnique() {
    let codes = RuleCatalog.rules.map(\.card.id.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { $0.wholeMatch(of: /NS[1-8]\d\d/) == nil } == [])
  }

  @Test func namesAreUniqueWordsWithHyphens() {
    let names = RuleCatalog.rules.map(\.card.name)
    #expect(Set(names).count == names.count)
    #expect(names.filter { $0.wholeMatch(of: /[a-z]+(-[a-z]+)+/) == nil } == [])
  }

  @Test func aTypeIsNamedAfterItsFault() {
    for rule in RuleCatalog.rules {
      #expect(String(describing: type(of: rule)).lowercased() == rule.card.name.replacing("-", with: ""))
    }
  }

  @Test func aRuleIsFoundByItsIdAndName() throws {
    for rule in RuleCatalog.rules {
      #expect(RuleCatalog.rule(rule.card.name)?.card.id == rule.card.id)
      #expect(RuleCatalog.rule(rule.card.id.code.lowercased())?.card.id == rule.card.id)
    }
  }

  @Test func cardsSpeakInSentences() {
    for card in RuleCatalog.rules.map(\.card) {
      #expect(card.summary.hasSuffix("."), "\(card.name)")
      #expect(card.rationale.hasSuffix("."), "\(card.name)")
      #expect(card.rationale.count > 80, "\(card.name) says too little about who is hurt")
      for setting in card.settings { #expect(setting.summary.hasSuffix("."), "\(card.name)") }
    }
  }

  @Test func everyRuleStandsInAFileOfItsNameInTheFolderOfItsGroup() throws {
    let groups = [
      "Text": "NS1", "References": "NS2", "Ownership": "NS3", "Metrics": "NS4", "OKRs": "NS5", "Cycles": "NS6",
      "Decisions": "NS7", "Readings": "NS8",
    ]
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Rules")
    var found: [String: String] = [:]
    for folder in groups.keys {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: sources.appending(path: folder).path)) ?? []
      for file in files {
        let text = try String(contentsOf: sources.appending(path: "\(folder)/\(file)"), encoding: .utf8)
        for match in text.matches(of: /struct (\w+): \w*Rule \{/) {
          #expect(file == "\(match.1).swift")
          found[String(match.1)] = folder
        }
      }
    }
    let listed = RuleCatalog.rules.map { (type: String(describing: type(of: $0)), code: $0.card.id.code) }
    #expect(Set(listed.map(\.type)) == Set(found.keys))
    for rule in listed {
      #expect(found[rule.type].flatMap { groups[$0] } == String(rule.code.prefix(3)), "\(rule.type)")
    }
  }
}
