import History
import StrategyModel
import TestSupport
import Testing

@Suite struct ChangeLawTests {
  @Test func theSameContentWrittenInAnotherWayIsNoChange() {
    for seed in 0..<500 {
      let strategy = InventedStrategy(seed)
      let plain = strategy.snapshot()
      #expect(plain.broken.isEmpty && plain.entities.count == strategy.files.count, "seed \(seed)")
      let changes = plain.changes(to: strategy.snapshot(style: seed + 1))
      #expect(changes.isEmpty, "seed \(seed): \(changes.map(\.fields))")
    }
  }

  @Test func changesAppliedToTheOldSnapshotGiveTheNew() {
    for seed in 0..<500 {
      let old = InventedStrategy(2 * seed).snapshot(style: 1)
      let new = InventedStrategy(2 * seed + 1).snapshot(style: 2)
      let changes = old.changes(to: new)
      #expect(!changes.isEmpty)
      #expect(old.applying(changes).entities == new.entities, "seed \(seed)")
      #expect(old.applying(changes).changes(to: new).isEmpty, "seed \(seed)")
    }
  }

  @Test func changesCompose() {
    for seed in 0..<500 {
      let (a, b, c) = (
        InventedStrategy(seed).snapshot(), InventedStrategy(seed + 1000).snapshot(),
        InventedStrategy(seed + 2000).snapshot()
      )
      let through = a.applying(a.changes(to: b)).applying(b.changes(to: c))
      #expect(through.entities == c.entities, "seed \(seed)")
      #expect(through.entities == a.applying(a.changes(to: c)).entities, "seed \(seed)")
      #expect(a.applying(a.changes(to: b)).applying(b.changes(to: a)).entities == a.entities, "seed \(seed)")
    }
  }

  @Test func theOrderOfTheFilesDecidesNothing() {
    for seed in 0..<200 {
      let files = InventedStrategy(seed).meanings(style: 3)
      let other = InventedStrategy(seed + 1).meanings(style: 4)
      var chance = Chance(seed)
      let usual = Snapshot(files).changes(to: Snapshot(other))
      let shuffled = Snapshot(files.shuffled(using: &chance)).changes(to: Snapshot(other.shuffled(using: &chance)))
      #expect(usual.map(\.key) == shuffled.map(\.key), "seed \(seed)")
      #expect(usual.map(\.what) == shuffled.map(\.what), "seed \(seed)")
      #expect(usual.map { $0.fields.map(\.path) } == shuffled.map { $0.fields.map(\.path) }, "seed \(seed)")
    }
  }

  @Test func aFieldIsListedOnlyWithTwoDifferentValues() {
    for seed in 0..<200 {
      let changes = InventedStrategy(seed).snapshot().changes(to: InventedStrategy(seed + 1).snapshot())
      for change in changes {
        #expect(change.fields.allSatisfy { $0.old?.value != $0.new?.value })
        #expect(change.fields.map(\.path) == change.fields.map(\.path).sorted())
        #expect(change.fields.allSatisfy { $0.old?.value == change.old?[$0.path] })
        #expect(change.fields.allSatisfy { $0.new?.value == change.new?[$0.path] })
      }
    }
  }
}
