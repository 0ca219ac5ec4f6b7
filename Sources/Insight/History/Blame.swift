import Git
import History
package import Presentation
import StrategyModel
package import StrategyStore

/// The commit that each field's value comes from.
package struct Blame {
  private let path: EntityPath
  private let lines: [(leaf: Leaf, proof: RecordingCommit)]

  /// - Parameter path: an entity or one of its fields.
  package init(_ path: EntityPath, in read: StrategyHistory) throws {
    let events = path.events(in: read.events)
    let landed = path.events(in: read.history.events)
    guard let version = landed.last?.change.new else {
      throw StrategyError(
        .refused, message: try Blame.gone(path, events, read),
        help: ["Run \(run: .log(path.key.description)) to see what it was."])
    }
    let leaves = version.leaves.filter { leaf in path.field.map { FieldChange(leaf).isPart(of: $0) } ?? true }
    let ordinals = leaves.map { Blame.ordinal(of: $0, among: events, landed, read) }
    let proofs = try Dictionary(
      uniqueKeysWithValues: Set(ordinals).map { ($0, try RecordingCommit($0, on: read.line)) })
    self.path = path
    lines = zip(leaves, ordinals).compactMap { leaf, ordinal in proofs[ordinal].map { (leaf, $0) } }
  }

  /// The commit that a value comes from; off the main line, only the commits that landed with the value are searched.
  private static func ordinal(
    of leaf: Leaf, among events: [HistoryEvent], _ landed: [HistoryEvent], _ read: StrategyHistory
  ) -> Int {
    guard let landing = landed.last(where: { $0.sets(leaf.path) })?.ordinal else { return 0 }
    return events.last { read.line.landing($0.ordinal) == landing && $0.sets(leaf.path, to: leaf.value) }?.ordinal
      ?? landing
  }

  private static func gone(_ path: EntityPath, _ events: [HistoryEvent], _ read: StrategyHistory) throws -> String {
    guard let last = events.last else { return "\(path.key) has no such field" }
    return "\(path.key) was removed by \(try RecordingCommit(last.ordinal, on: read.line).text)"
  }

  /// One line for each field.
  package var text: String {
    let width = lines.map { $0.proof.author.visible.displayWidth }.max() ?? 0
    return lines.map { leaf, proof in
      let name = proof.author.visible
      let author = name + String(repeating: " ", count: width - name.displayWidth)
      return "\(proof.id.short)  \(proof.day)  \(author)  \(leaf.path.visible): \(leaf.value.visible)\n"
    }.joined()
  }

  package var listing: Listing {
    Listing(["commit", "day", "author", "field", "value"], lines) { leaf, proof in
      [
        .commit(proof.id.description), .text(proof.day.description), .text(proof.author), .text(leaf.path),
        .text(leaf.value),
      ]
    }
  }

  package var json: JSONValue {
    let fields = lines.compactMap { leaf, proof -> JSONValue? in
      guard case .object(let object) = proof.json else { return nil }
      return .object(object.merging(["field": .string(leaf.path), "value": .string(leaf.value)]) { $1 })
    }
    return ["formatVersion": "1.0", "entity": .string(path.key.description), "fields": .array(fields)]
  }
}

extension HistoryEvent {
  /// Whether the value at a path comes from this commit.
  fileprivate func sets(_ path: String) -> Bool {
    change.fields.contains { $0.path == path && $0.new != nil }
  }

  fileprivate func sets(_ path: String, to value: String) -> Bool {
    change.fields.contains { $0.path == path && $0.new?.value == value }
  }
}

extension FieldChange {
  fileprivate init(_ leaf: Leaf) { self.init(path: leaf.path, old: nil, new: leaf) }
}
