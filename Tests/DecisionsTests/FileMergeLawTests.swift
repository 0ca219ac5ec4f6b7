import Decisions
import Git
import History
import StrictYAML
import TestSupport
import Testing
import Yams

/// What is true of every merge of three versions of a file.
@Suite struct FileMergeLawTests {
  private func merge(_ base: EditedFile, _ ours: EditedFile, _ theirs: EditedFile) -> FileMerge.Outcome {
    FileMerge(path: base.path, base: base.text, ours: ours.text, theirs: theirs.text).outcome
  }

  private func meaning(_ file: EditedFile, _ text: [UInt8]) -> EntityVersion? {
    FileMeaning(path: file.path, text: text).entity
  }

  /// Two sides of a file that were edited apart from each other.
  private func sides(_ seed: Int) -> (base: EditedFile, ours: EditedFile, theirs: EditedFile) {
    let base = EditedFile(seed)
    var ours = EditedFile(base, seed: 3 * seed + 1)
    var theirs = EditedFile(base, seed: 3 * seed + 2)
    for _ in 0..<2 {
      ours.edit(1 + seed % 2)
      theirs.edit(1 + seed % 3)
      ours.decorate()
      theirs.decorate()
    }
    return (base, ours, theirs)
  }

  @Test func aSideThatDidNothingGivesTheOtherToTheByte() {
    for seed in 0..<300 {
      let (base, ours, theirs) = sides(seed)
      #expect(merge(base, ours, base) == .merged(ours.text))
      #expect(merge(base, base, theirs) == .merged(theirs.text))
      #expect(merge(base, ours, ours) == .merged(ours.text))
    }
  }

  @Test func theMeaningIsOursWithTheChangesOfTheirs() throws {
    var (merged, conflicts, wholes) = (0, 0, 0)
    for seed in 0..<1000 {
      let (base, ours, theirs) = sides(seed)
      switch merge(base, ours, theirs) {
      case .merged(let text):
        let text = try #require(text)
        merged += 1
        let versions = try [base, ours, theirs].map { try #require(meaning($0, $0.text)) }
        let wanted = EntityChange(versions[0], versions[2]).map { $0.applied(to: versions[1]) } ?? versions[1]
        #expect(meaning(base, text) == wanted, "seed \(seed)")
        try expectSameReading(text, seed)
      case .conflict(let found):
        conflicts += 1
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.field == nil || $0.ours != $0.theirs }, "seed \(seed): \(found.map(\.summary))")
        if found.contains(where: { $0.field == nil }) { wholes += 1 }
      }
    }
    #expect(merged > 300 && conflicts > 100, "\(merged) merged, \(conflicts) in conflict")
    // Items with the same name, which only their order distinguishes.
    #expect(wholes < 10)
  }

  @Test func itDoesNotMatterWhichSideIsOurs() throws {
    for seed in 2000..<2500 {
      let (base, ours, theirs) = sides(seed)
      switch (merge(base, ours, theirs), merge(base, theirs, ours)) {
      case (.merged(let one), .merged(let other)):
        #expect(try meaning(base, #require(one)) == meaning(base, #require(other)), "seed \(seed)")
      case (.conflict(let one), .conflict(let other)):
        #expect(Set(one.map { [$0.field, $0.ours, $0.theirs] }) == Set(other.map { [$0.field, $0.theirs, $0.ours] }))
      default: Issue.record("seed \(seed): a conflict seen from one side only")
      }
    }
  }

  @Test func changesOfDifferentFieldsAreNeverInConflict() {
    for seed in 3000..<3500 {
      let base = EditedFile(seed)
      var chance = Chance(seed)
      let fields = base.fields.shuffled(using: &chance)
      let half = fields.count / 2
      var ours = EditedFile(base, seed: seed + 1)
      var theirs = EditedFile(base, seed: seed + 2)
      ours.edit(3, below: Array(fields[..<half]))
      theirs.edit(3, below: Array(fields[half...]))
      guard case .merged = merge(base, ours, theirs) else {
        Issue.record("seed \(seed)")
        continue
      }
    }
  }

  @Test func whatIsNoDocumentIsAWholeConflictAndNothingTraps() {
    var chance = Chance(77)
    for seed in 0..<600 {
      let (base, ours, theirs) = sides(seed)
      var texts = [base.text, ours.text, theirs.text]
      for place in texts.indices where chance.happens(60) { texts[place] = damaged(texts[place], &chance) }
      let merge = FileMerge(path: base.path, base: texts[0], ours: texts[1], theirs: texts[2])
      let broken = texts.contains { FileMeaning(path: base.path, text: $0).entity == nil }
      if case .conflict(let found) = merge.outcome, broken { #expect(found.allSatisfy { $0.field == nil }) }
      if case .merged(let text) = merge.outcome, broken { #expect(text.map { texts.contains($0) } ?? false) }
      _ = try? merge.marked()
    }
  }

  @Test func markersStandWhereTheConflictsAre() throws {
    var count = 0
    for seed in 0..<400 {
      let (base, ours, theirs) = sides(seed)
      let merge = FileMerge(path: base.path, base: base.text, ours: ours.text, theirs: theirs.text)
      guard case .conflict = merge.outcome else { continue }
      count += 1
      let marked = try merge.marked()
      if marked.isClean { continue }
      #expect(String(decoding: marked.text, as: UTF8.self).contains("<<<<<<< ours"), "seed \(seed)")
      #expect(FileMeaning(path: base.path, text: marked.text).entity == nil, "seed \(seed)")
    }
    #expect(count > 50)
  }

  private func damaged(_ text: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var text = text
    for _ in 0...chance.below(3) {
      let place = chance.below(text.count + 1)
      switch chance.below(4) {
      case 0: text.removeSubrange(place..<min(text.count, place + 1 + chance.below(9)))
      case 1: text.insert(UInt8(truncatingIfNeeded: chance.next()), at: place)
      case 2:
        text.insert(contentsOf: chance.one(of: ["{", "- ", "\n", ": ", "[[", "|", "\u{0}", "&a"]).utf8, at: place)
      default: text.removeSubrange(place...)
      }
    }
    return text
  }

  /// Checks that Yams reads it in the same way.
  private func expectSameReading(_ text: [UInt8], _ seed: Int) throws {
    let document = Document(parsing: text)
    #expect(document.faults.isEmpty, "seed \(seed)")
    let root = try #require(document.root)
    let node = try #require(try Yams.compose(yaml: String(decoding: text, as: UTF8.self)))
    #expect(YAMLValue(document, root) == YAMLValue(node), "seed \(seed)")
  }
}

extension YAMLValue {
  fileprivate init(_ node: Yams.Node) {
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.string)
    case .sequence(let sequence): self = .sequence(sequence.map { YAMLValue($0) })
    case .mapping(let mapping): self = .mapping(mapping.map { Entry($0.key.string ?? "", YAMLValue($0.value)) })
    case .alias: self = .scalar("*alias")
    }
  }
}
