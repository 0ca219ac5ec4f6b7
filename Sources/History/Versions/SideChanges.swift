import StrategyModel

/// The changes of a commit, compared with each of its parents.
package struct SideStep: Sendable {
  package typealias Files = [(path: String, meaning: FileMeaning)]

  /// The index of each parent among the steps; `nil` when it is not among them.
  package let parents: [Int?]
  /// The files that differ, one entry for each parent.
  package let differences: [(old: Files, new: Files)]

  package init(parents: [Int?], differences: [(old: Files, new: Files)]) {
    (self.parents, self.differences) = (parents, differences)
  }
}

/// The changes of a merge, attributed to the commits that made them.
///
/// A commit is credited with its changes to the entities that the merge changed. A merge, including a nested one, is
/// credited only with what differs from each of its parents. Changes that no commit on the side made stay with the
/// merge.
package struct SideChanges: Sendable {
  package struct Made: Sendable {
    /// The last step is the merge itself.
    package let step: Int
    package let change: EntityChange
    /// The file, below the strategy's folder.
    package let path: String
  }

  /// In the order of the steps.
  package private(set) var made: [Made] = []
  /// The earlier content of files that cannot be read, by path, for each step.
  private var bridged: [[String: EntityVersion]] = []

  /// - Parameters:
  ///   - merge: the changes of the merge, compared with its first parent.
  ///   - steps: each after its parents, the merge itself last.
  package init(_ merge: [HistoryEvent], _ steps: [SideStep]) {
    var own: [EntityKey: EntityChange] = [:]
    for (place, step) in steps.enumerated() {
      let changes = changes(of: step)
      if place == steps.count - 1 {
        own = Dictionary(changes.map { ($0.change.key, $0.change) }) { $1 }
      } else {
        made += changes.map { Made(step: place, change: $0.change, path: $0.path) }
      }
    }
    keep(Set(merge.flatMap { [$0.change.key, $0.change.old?.key ?? $0.change.key] }))
    let rest = merge.compactMap { event in
      left(of: event.change, own[event.change.key])
        .map { Made(step: steps.count - 1, change: $0, path: event.path) }
    }
    made += rest
  }

  /// Keeps the changes of these entities, including those under their former ids.
  private mutating func keep(_ wanted: Set<EntityKey>) {
    var wanted = wanted
    var kept: [Made] = []
    for one in made.reversed() where wanted.contains(one.change.key) {
      if case .renamed(let former) = one.change.what { wanted.insert(EntityKey(one.change.key.kind, former)) }
      kept.append(one)
    }
    made = kept.reversed()
  }

  /// The part of a merge's change that is its own, or that no commit on the side made; `nil` when there is none.
  private func left(of change: EntityChange, _ own: EntityChange?) -> EntityChange? {
    let told = made.filter { $0.change.key == change.key }
    guard !told.isEmpty else { return change }
    let left = change.limited { field in
      own?.fields.contains { $0.path == field.path } == true
        || !told.contains { one in
          one.change.fields.contains { $0.path == field.path && $0.new?.value == field.new?.value }
        }
    }
    if change.what != .changed, let own { return own }
    return left.fields.isEmpty ? nil : left
  }

  private mutating func changes(of step: SideStep) -> [(change: EntityChange, path: String)] {
    let known = step.parents.map { $0.map { bridged[$0] } ?? [:] }
    var next = known.first ?? [:]
    let seen = zip(step.differences, known).enumerated().map { place, difference in
      let (files, before) = difference
      let old = files.old.filter { $0.meaning.entity != nil || before[$0.path] != nil }
        .map { (path: $0.path, meaning: $0.meaning.entity ?? before[$0.path]) }
      let said = Dictionary(old.map { ($0.path, $0.meaning) }) { $1 }
      // The merge itself carries forward what was broken before this side began.
      let unknown = Set(files.old.map(\.path)).subtracting(said.keys)
      let new = files.new.filter { !unknown.contains($0.path) }
        .map { (path: $0.path, meaning: $0.meaning.entity ?? said[$0.path] ?? nil) }
      if place == 0 {
        for file in files.old { next[file.path] = nil }
        for file in files.new where file.meaning.entity == nil { next[file.path] = said[file.path] ?? nil }
      }
      return SideChanges.changes(old, new)
    }
    bridged.append(next)
    let paths = step.differences.first.map { difference in
      Dictionary(difference.new.compactMap { file in file.meaning.entity.map { ($0.key, file.path) } }) { min($0, $1) }
    }
    return SideChanges.unlikeEach(seen).map { ($0, paths?[$0.key] ?? "") }
  }

  private static func changes(
    _ old: [(path: String, meaning: EntityVersion?)], _ new: [(path: String, meaning: EntityVersion?)]
  ) -> [EntityChange] {
    func snapshot(_ files: [(path: String, meaning: EntityVersion?)]) -> Snapshot {
      Snapshot(files.compactMap { file in file.meaning.map { (file.path, .entity($0)) } })
    }
    return snapshot(old).changes(to: snapshot(new))
  }

  /// What differs from every parent, expressed as the difference from the nearest.
  private static func unlikeEach(_ seen: [[EntityChange]]) -> [EntityChange] {
    guard let first = seen.first, seen.count > 1 else { return seen.first ?? [] }
    return first.compactMap { change in
      let all = seen.compactMap { changes in changes.first { $0.key == change.key } }
      guard all.count == seen.count, let nearest = all.min(by: { $0.fields.count < $1.fields.count }) else {
        return nil
      }
      guard nearest.what == .changed else { return nearest }
      let own = nearest.limited { field in
        all.allSatisfy { change in change.fields.contains { $0.path == field.path } }
      }
      return own.fields.isEmpty ? nil : own
    }
  }
}
