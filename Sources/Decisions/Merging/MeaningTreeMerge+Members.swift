import StrictYAML

extension MeaningTreeMerge {
  // MARK: Fields

  /// New fields go where the other side has them: after the same field.
  mutating func mergeFields(_ sides: Sides<Members>, _ spot: Spot) {
    guard let ours = sides.ours, let theirs = sides.theirs else { return }
    var keys = ours.all.map(\.step.name)
    var removals: [Change] = []
    let gone = (sides.base?.all ?? []).filter { theirs[$0.name] == nil }
    for member in theirs.all + gone {
      let own = ours[member.name]
      let parts = Sides(
        base: sides.base?[member.name]?.part, ours: own?.part, theirs: theirs[member.name]?.part)
      let inner = spot.field(own ?? member)
      guard case .becomes(let part, let names) = merge(parts, inner) else { continue }
      guard let part else {
        if own != nil { removals.append(.remove(inner.path)) }
        continue
      }
      let value = part.value(keeping: names)
      if let own, case .scalar(let text, _) = value, own.part?.isLeaf ?? own.isMissing {
        changes.append(.set(inner.path, text))
        continue
      }
      let entry = YAMLValue.Entry(member.step.name, value)
      if own != nil {
        changes += [.remove(inner.path), .insert(spot.path, entry, .place(of: entry.key, in: keys, like: keys))]
      } else {
        let position = Change.Position.place(of: entry.key, in: keys, like: theirs.all.map(\.step.name))
        changes.append(.insert(spot.path, entry, position))
        keys.insert(entry.key, at: position.index(in: keys))
      }
    }
    changes += removals
  }

  // MARK: Items

  /// Our items keep their order; new ones go to the end, or to their day in a diary.
  mutating func mergeItems(_ sides: Sides<Members>, _ spot: Spot) {
    guard let ours = sides.ours, let theirs = sides.theirs else { return }
    var removals: [Int] = []
    var additions: [(index: Int, value: YAMLValue)] = []
    let gone = (sides.base?.all ?? []).filter { theirs[$0.name] == nil }
    for member in theirs.all + gone {
      let own = ours[member.name]
      let parts = Sides(
        base: sides.base?[member.name]?.part, ours: own?.part, theirs: theirs[member.name]?.part)
      guard case .becomes(let part, let names) = merge(parts, spot.item(own ?? member)) else { continue }
      if let index = own?.step.index { removals.append(index) }
      guard let part else { continue }
      additions.append((own?.step.index ?? ours.place(ofDay: member.day), part.value(keeping: names)))
    }
    // From the end, so that the positions of the others stay valid.
    let inserted = additions.enumerated().filter { $0.element.index < ours.all.count }
      .sorted { ($0.element.index, $0.offset) > ($1.element.index, $1.offset) }
    changes += inserted.map { .insertItem(spot.path, $0.element.value, at: $0.element.index) }
    changes += additions.filter { $0.index >= ours.all.count }.map { .append(spot.path, $0.value) }
    changes += removals.sorted(by: >).map { removed in
      let shift = additions.count { $0.index <= removed }
      return .remove(spot.path + [.index(removed + shift)])
    }
  }
}

extension Members {
  /// Before the first item of a later day.
  fileprivate func place(ofDay day: String?) -> Int {
    guard let day else { return all.count }
    return all.firstIndex { ($0.day ?? "") > day } ?? all.count
  }
}

extension Change.Position {
  /// Next to the same key as in `order`, as far as `keys` has any of them.
  fileprivate static func place(of key: String, in keys: [String], like order: [String]) -> Change.Position {
    guard let place = order.firstIndex(of: key) else { return .end }
    let others = Set(keys).subtracting([key])
    if let before = order[..<place].last(where: others.contains) { return .after(before) }
    return order[place...].first(where: others.contains).map { .before($0) } ?? .end
  }

  fileprivate func index(in keys: [String]) -> Int {
    switch self {
    case .end: keys.count
    case .before(let key): keys.firstIndex(of: key) ?? keys.count
    case .after(let key): keys.firstIndex(of: key).map { $0 + 1 } ?? keys.count
    }
  }
}

extension MeaningTree {
  fileprivate var isLeaf: Bool { if case .leaf = content { true } else { false } }
}

extension PathStep {
  fileprivate var name: String { if case .key(let name) = self { name } else { "" } }
  fileprivate var index: Int? { if case .index(let index) = self { index } else { nil } }
}
