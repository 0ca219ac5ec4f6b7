import Diagnostics
import Rules
import StrategyModel
import StrictYAML
import Testing

/// What the examples of the rules about texts and fields cannot show.
@Suite struct TextRuleTests {
  @Test(arguments: [
    ("UTF-16", [0xFF, 0xFE] + Array("kind: team\n".utf8).flatMap { [$0, 0] } as [UInt8]),
    ("latin-1", Array("kind: team\nid: growth\nname: Gr".utf8) + [0xFC, 0x0A] as [UInt8]),
    ("NUL", Array("kind: team\nid: growth\u{0}\n".utf8)),
  ])
  func bytesThatAreNoTextAreOneFault(_ what: String, _ bytes: [UInt8]) {
    #expect(checked(adding: "teams/growth.yaml", bytes).names == ["not-plain-text"])
  }

  @Test func nothingIsUnknownThatADamagedFileMayDescribe() {
    let found = checked(adding: "teams/growth.yaml", Array("<<<<<<< HEAD\n".utf8))
    #expect(found.names == ["merge-conflict"])
  }

  @Test func aMisspeltFieldIsCorrectedSafelyOnlyWhenItsNameIsFree() throws {
    func fix(_ lines: String) throws -> Fix? {
      let found = checked([("teams/growth.yaml", "name: Growth", lines)])
      return try #require(found.first { $0.ruleName == "unknown-field" }).fixes.first
    }
    #expect(try fix("nmae: Growth")?.safety == .safe)
    #expect(try fix("name: Growth\nnmae: Reach") == nil)
    #expect(try fix("nmae: Growth\nnaame: Reach")?.safety == .needsReview)
    #expect(try fix("name: Growth\nchannel: x") == nil)
  }

  @Test func aFieldIsNotMissingInADamagedFile() {
    let found = checked([("cycles/2026-q1.yaml", "ends: 2026-03-31", "ends 2026-03-31")])
    #expect(found.names == ["invalid-syntax"])
  }

  @Test func aConflictNamesBothSides() throws {
    let text = "<<<<<<< HEAD\nname: Growth\n=======\nname: Reach\n>>>>>>> proposal/reach"
    let found = checked([("teams/growth.yaml", "name: Growth", text)])
    #expect(found.map(\.message) == ["unresolved conflict between 'HEAD' and 'proposal/reach'"])
  }

  @Test func aChoiceInAnotherSpellingIsCorrectedSafely() throws {
    for (word, safety) in [("North_Star", Fix.Safety.safe), ("NORTH STAR", .safe), ("north-stars", .needsReview)] {
      let found = checked([("metrics/weekly-hosted-meetings.yaml", "role: north-star", "role: \(word)")])
      let fix = try #require(found.first { $0.ruleName == "unknown-choice" }?.fixes.first)
      #expect(fix.safety == safety)
      #expect(fix.edits.map { String(decoding: $0.replacement, as: UTF8.self) } == ["north-star"])
    }
  }

  @Test func aLongValueIsCutInTheMessage() {
    let found = checked([("cycles/2026-q1.yaml", "2026-03-31", String(repeating: "x", count: 5000))])
    #expect(found.allSatisfy { $0.message.count <= 80 })
    #expect(found.names.contains("wrong-type"))
  }

  @Test func tenThousandUnknownFieldsAreReportedInLinearTime() {
    let lines = (0..<10_000).map { "field-\($0): 1\n" }.joined()
    let found = checked(
      adding: "teams/growth.yaml", Array(((SmallStrategy.files["teams/growth.yaml"] ?? "") + lines).utf8))
    let unknown = found.filter { $0.ruleName == "unknown-field" }
    #expect(unknown.count == 101)
    #expect(unknown.reduce(0) { $0 + max(1, $1.more) } == 10_000)
    #expect(unknown.last?.message == "9900 more of 'unknown-field' in this file")
  }

  @Test func faultsOfAFileAreFiledUnderWhatItDescribes() {
    let found = checked([("northstar.yaml", "timezone: Europe/Berlin", "timezon: Europe/Berlin")])
    #expect(found.map(\.subject) == ["strategy/huddle"])
  }

  @Test func aFileInASubfolderOfItsKindIsMisplaced() {
    let text = SmallStrategy.files["teams/growth.yaml"] ?? ""
    var files = SmallStrategy.files.filter { $0.key != "teams/growth.yaml" }
    files["teams/emea/growth.yaml"] = text
    let loaded = files.map { StrategyFile(path: "plans/" + $0.key, in: "plans", text: Array($0.value.utf8)) }
    let found = Check(Strategy(folder: "plans", files: loaded), today: SmallStrategy.today).diagnostics
    #expect(found.map(\.message) == ["team 'growth' belongs in 'plans/teams/growth.yaml'"])
  }
}
