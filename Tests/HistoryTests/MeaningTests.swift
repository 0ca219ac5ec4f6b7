import History
import StrategyModel
import StrictYAML
import Testing

/// What counts as a change, and how much it can hurt.
@Suite struct MeaningTests {
  private func differences(_ old: [String: String], _ new: [String: String]) -> [EntityChange] {
    snapshot(old).changes(to: snapshot(new))
  }

  private func snapshot(_ files: [String: String]) -> Snapshot {
    Snapshot(files.map { ($0.key, FileMeaning(path: $0.key, text: Array($0.value.utf8))) })
  }

  /// What changes in one metric's file.
  private func metric(_ old: String, _ new: String) -> [EntityChange] {
    differences(["metrics/a.yaml": "kind: metric\nid: a\n" + old], ["metrics/a.yaml": "kind: metric\nid: a\n" + new])
  }

  @Test(arguments: [
    ("target: 41\n", "target: 41.0\n"), ("target: 0.50\n", "target: 0.5\n"),
    ("name: Activation\n", "name: \"Activation\"\n"), ("name: Activation\n", "name: 'Activation'  # why\n"),
    ("owner:\n  team: x\n  person: y\n", "owner:\n  person: y\n  team: x\n"),
    ("guards: [b, c]\n", "guards:\n  - c\n  - b\n"), ("name:\n", ""), ("guards: []\n", ""),
    ("name: A\ntarget: 1\n", "target: 1\n\n# moved\nname: A\n"),
  ])
  func anotherWayToSayTheSameIsNoChange(old: String, new: String) {
    #expect(metric(old, new).isEmpty)
    #expect(metric(new, old).isEmpty)
  }

  @Test func aNumberInATextIsTheText() {
    #expect(metric("name: 41\n", "name: 41.0\n").first?.fields.map(\.path) == ["name"])
  }

  @Test func aMovedFileIsNoChange() {
    let text = "kind: metric\nid: a\nname: A\n"
    #expect(differences(["metrics/a.yaml": text], ["metrics/deep/down/b.yaml": text]).isEmpty)
  }

  @Test func itemsOfAListAreMatchedByTheirKeys() {
    let head = "kind: okrs\ncycle: q\nteam: t\nobjectives:\n  - id: o\n    key_results:\n"
    let one = "      - id: one\n        target: 10\n"
    let two = "      - id: two\n        target: 20\n"
    let changes = differences(
      ["okrs/q/t.yaml": head + one + two],
      ["okrs/q/t.yaml": head + two.replacing("20", with: "25") + one])
    #expect(changes.count == 1)
    #expect(changes.first?.fields.map(\.path) == ["objectives[o].key_results[two].target"])
    #expect(changes.first?.fields.first?.old?.value == "20")
    #expect(changes.first?.fields.first?.new?.value == "25")
  }

  @Test func theRangeOfAValueIsItsBytesInTheFile() throws {
    let text = "kind: metric\nid: a\nowner:\n  team: growth\n"
    let version = try #require(FileMeaning(path: "metrics/a.yaml", text: Array(text.utf8)).entity)
    let range = try #require(version.leaf(at: "owner.team")).range
    #expect(String(decoding: Array(text.utf8)[Int(range.lower)..<Int(range.upper)], as: UTF8.self) == "growth")
  }

  @Test func aTeamThatWasFormerlyAnotherIsRenamed() {
    let old = "kind: team\nid: activation\nname: A\n"
    let new = "kind: team\nid: onboarding\nname: A\nformerly: [activation]\n"
    let changes = differences(["teams/activation.yaml": old], ["teams/onboarding.yaml": new])
    #expect(changes.map(\.what) == [.renamed(from: "activation")])
    #expect(changes.first?.key == EntityKey(.team, "onboarding"))
    #expect(changes.first?.judgement.level == .safe)
  }

  @Test func aTeamWhoseFormerNameStillStandsIsNew() {
    let old = "kind: team\nid: activation\nname: A\n"
    let new = "kind: team\nid: onboarding\nname: A\nformerly: [activation]\n"
    let changes = differences(
      ["teams/activation.yaml": old], ["teams/activation.yaml": old, "teams/onboarding.yaml": new])
    #expect(changes.map(\.what) == [.added])
  }

  @Test func ofTwoTeamsThatClaimOneFormerNameTheLesserIdIsTheRenamedOne() {
    let claimants = ["b", "c", "d", "e"].map { id in
      ("teams/\(id).yaml", "kind: team\nid: \(id)\nformerly: [a]\n")
    }
    for _ in 0..<10 {
      let changes = differences(["teams/a.yaml": "kind: team\nid: a\n"], Dictionary(uniqueKeysWithValues: claimants))
      #expect(changes.map(\.what) == [.renamed(from: "a"), .added, .added, .added])
      #expect(changes.map(\.key.id) == ["b", "c", "d", "e"])
    }
  }

  @Test(arguments: [
    ("definition:\n  counts: x\n", "definition:\n  counts: y\n", ChangeClass.breaking),
    ("definition:\n  unit: users\n", "definition:\n  unit: percent\n", .breaking),
    ("definition:\n  source: x\n", "definition:\n  source: y\n", .risky),
    ("formula: b * c\n", "formula: b + c\n", .breaking),
    ("direction: increase\n", "direction: decrease\n", .breaking),
    ("lifecycle: active\n", "lifecycle: retired\n", .breaking),
    ("lifecycle: active\n", "lifecycle: deprecated\n", .risky),
    ("owner:\n  team: x\n", "owner:\n  team: y\n", .risky),
    ("target: 1\n", "target: 2\n", .risky),
    ("name: A\n", "name: B\n", .safe),
    ("name: A\nowner:\n  team: x\nformula: b\n", "name: B\nowner:\n  team: y\nformula: c\n", .breaking),
  ])
  func aChangeIsAsBadAsItsWorstField(old: String, new: String, level: ChangeClass) {
    let changes = metric(old, new)
    #expect(changes.map(\.judgement.level) == [level])
    #expect(changes.allSatisfy { !$0.judgement.reason.isEmpty })
  }

  @Test(arguments: ["", "- a\n", "id: [\n", "kind: metric\nname: x\n", "kind: unheard-of\nid: a\n"])
  func aFileWithoutMeaningIsBroken(text: String) {
    let meaning = FileMeaning(path: "metrics/a.yaml", text: Array(text.utf8))
    #expect(meaning.entity == nil)
    #expect(snapshot(["metrics/a.yaml": text]).broken.map(\.path) == ["metrics/a.yaml"])
  }
}
