import Decisions
import History
import StrategyModel
import StrictYAML
import TestSupport
import Testing

/// The digest of a change, over invented strategies.
@Suite struct DigestLawTests {
  @Test func anotherLayoutOrPlaceOfTheFilesKeepsTheDigest() {
    for seed in 0..<200 {
      let (old, new) = (InventedStrategy(seed), InventedStrategy(seed + 1))
      let digest = ChangeDigest(old.snapshot().changes(to: new.snapshot()), of: "huddle")
      let again = old.snapshot(style: seed + 2).changes(to: new.snapshot(style: seed + 3))
      #expect(ChangeDigest(again, of: "huddle") == digest, "seed \(seed)")
      let moved = new.meanings(style: 5).map { (path: "moved/" + $0.path, meaning: $0.meaning) }
      #expect(ChangeDigest(old.snapshot().changes(to: Snapshot(moved)), of: "huddle") == digest, "seed \(seed)")
    }
  }

  @Test func theOrderOfTheChangesDecidesNothing() {
    for seed in 0..<200 {
      var chance = Chance(seed)
      let changes = InventedStrategy(seed).snapshot().changes(to: InventedStrategy(seed + 1).snapshot())
      #expect(
        ChangeDigest(changes.shuffled(using: &chance), of: "huddle") == ChangeDigest(changes, of: "huddle"),
        "seed \(seed)")
    }
  }

  @Test func anyOtherValueAnywhereIsAnotherDigest() throws {
    for seed in 0..<200 {
      var chance = Chance(seed)
      let (old, new) = (InventedStrategy(seed).snapshot(), InventedStrategy(seed + 1).snapshot())
      let digest = ChangeDigest(old.changes(to: new), of: "huddle")
      for version in new.entities.values where !version.leaves.isEmpty {
        let position = Int.random(in: version.leaves.indices, using: &chance)
        var leaves = version.leaves
        leaves[position] = Leaf(
          path: leaves[position].path, value: leaves[position].value + "?", range: ByteRange(at: 0))
        let altered = try #require(EntityChange(version, EntityVersion(key: version.key, leaves: leaves)))
        let changes = old.changes(to: new.applying([altered]))
        #expect(ChangeDigest(changes, of: "huddle") != digest, "seed \(seed), \(version.key) \(leaves[position].path)")
      }
    }
  }

  @Test func whatIsApprovedForOneStrategyIsApprovedForNoOther() {
    for seed in 0..<50 {
      let changes = InventedStrategy(seed).snapshot().changes(to: InventedStrategy(seed + 1).snapshot())
      let digests = [nil, "", "huddle", "labs"].map { ChangeDigest(changes, of: $0) }
      #expect(Set(digests).count == digests.count, "seed \(seed)")
    }
  }

  @Test func twoChangesWithOneDigestAreOneChange() {
    var seen: [String: [EntityChange]] = [:]
    for seed in 0..<300 {
      let changes = InventedStrategy(seed / 2).snapshot().changes(to: InventedStrategy(seed).snapshot())
      guard let other = seen.updateValue(changes, forKey: ChangeDigest(changes, of: "huddle").description) else {
        continue
      }
      #expect(other.map(\.key) == changes.map(\.key))
      #expect(other.map { $0.fields.map(\.new?.value) } == changes.map { $0.fields.map(\.new?.value) })
    }
    #expect(seen.count > 200)
  }
}
