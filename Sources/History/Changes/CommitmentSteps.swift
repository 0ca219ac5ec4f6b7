import StrategyModel

/// How a change affects a team's commitments, one step for each item or field.
struct CommitmentSteps {
  struct Step {
    let what: String
    let from: String?
    let to: String?
    let place: [String]
    let helps: GoalpostChange.Help
    var amendment: (because: String?, by: String?)?
  }

  private(set) var all: [Step] = []
  private let isClosed: Bool

  /// - Parameters:
  ///   - left: OKRs of other teams whose objectives moved into these.
  ///   - isClosed: whether the cycle was already closed, so that grades are final.
  init(_ change: EntityChange, from left: [EntityVersion], isClosed: Bool) {
    self.isClosed = isClosed
    guard !change.isMove else { return }
    let old = Items(change.old)
    let new = Items(change.new)
    for objective in new.objectives where !old.objectives.contains(objective) {
      guard let giver = left.first(where: { Items($0).objectives.contains(objective) }) else {
        add("objective", nil, new.title([objective]), [objective], .unknown)
        continue
      }
      add("team", giver["team"], change.new?["team"], [objective], .neither)
    }
    for objective in old.objectives where !new.objectives.contains(objective) {
      add("objective", old.title([objective]), nil, [objective], .easier)
    }
    keyResults(old, new)
    if change.what != .added && change.what != .removed { fields(of: change, old, new) }
  }

  private mutating func add(
    _ what: String, _ from: String?, _ to: String?, _ place: [String], _ helps: GoalpostChange.Help
  ) {
    all.append(Step(what: what, from: from, to: to, place: place, helps: helps))
  }

  /// Key results that were added, removed or moved, in objectives that stayed; a moved one includes its other changes.
  private mutating func keyResults(_ old: Items, _ new: Items) {
    for (id, place) in new.keyResults where old.objectives.contains(place) && old.place(of: id) == nil {
      add("key result", nil, new.title([place, id]), [place, id], .unknown)
    }
    for (id, place) in old.keyResults {
      guard let now = new.place(of: id) else {
        if new.objectives.contains(place) { add("key result", old.title([place, id]), nil, [place, id], .easier) }
        continue
      }
      guard now != place else { continue }
      add("objective", place, now, [now, id], .neither)
      let changes = FieldChange.between(
        old.leaves(of: [place, id], as: [now, id]), new.leaves(of: [now, id], as: [now, id]))
      all += changes.compactMap { step($0, in: new.version, place: [now, id]) }
    }
  }

  /// Changed fields of items that stayed in place.
  private mutating func fields(of change: EntityChange, _ old: Items, _ new: Items) {
    for field in change.fields {
      let path = FieldPath(field.path)
      let place = [path.objective, path.keyResult].compactMap(\.self)
      guard old.contains(place), new.contains(place) else { continue }
      if let step = step(field, in: change.new, place: place) { all.append(step) }
    }
  }

  /// `nil` for a field that is not part of the commitment, and for a grade that is not final yet.
  private func step(_ field: FieldChange, in version: EntityVersion?, place: [String]) -> Step? {
    let isGrade = isClosed && field.bears(.grade, in: .okrs)
    guard field.bears(.commitment, in: .okrs) || isGrade || field.path == "team" && !field.isNewName else { return nil }
    let stem = field.path.lastIndex(of: ".").map { String(field.path[..<$0]) } ?? ""
    return Step(
      what: String(field.field), from: field.old?.value, to: field.new?.value, place: place,
      helps: isGrade ? .neither : GoalpostChange.Help(field, type: version?[stem + ".type"]),
      amendment: version?.amendment(of: field.field, in: stem))
  }
}

extension EntityChange {
  fileprivate var isMove: Bool { if case .moved = what { true } else { false } }
}

/// The objectives and key results of OKRs.
private struct Items {
  let version: EntityVersion?
  let objectives: [String]
  let keyResults: [(id: String, objective: String)]

  init(_ version: EntityVersion?) {
    self.version = version
    objectives = version?.items("objectives") ?? []
    keyResults = objectives.flatMap { objective in
      (version?.items("objectives[\(objective)].key_results") ?? []).map { ($0, objective) }
    }
  }

  func place(of keyResult: String) -> String? { keyResults.first { $0.id == keyResult }?.objective }

  func contains(_ place: [String]) -> Bool {
    switch place.count {
    case 0: true
    case 1: objectives.contains(place[0])
    default: keyResults.contains { $0.objective == place[0] && $0.id == place[1] }
    }
  }

  func title(_ place: [String]) -> String? { version?[Items.stem(place) + ".title"] }

  /// The leaves of an item, as if they were at another place.
  func leaves(of place: [String], as other: [String]) -> [Leaf] {
    let (stem, new) = (Items.stem(place) + ".", Items.stem(other) + ".")
    return (version?.leaves ?? []).filter { $0.path.hasPrefix(stem) }
      .map { Leaf(path: new + $0.path.dropFirst(stem.count), value: $0.value, range: $0.range) }
  }

  private static func stem(_ place: [String]) -> String {
    "objectives[\(place[0])]" + (place.count > 1 ? ".key_results[\(place[1])]" : "")
  }
}

extension EntityVersion {
  /// The values in the last amendment of a field.
  fileprivate func amendment(of field: Substring, in stem: String) -> (because: String?, by: String?)? {
    let last = leaves.last {
      $0.path.hasPrefix(stem + ".amendments[") && $0.path.hasSuffix("].field") && $0.value == String(field)
    }
    return last.map { String($0.path.dropLast(".field".count)) }.map { (self[$0 + ".because"], self[$0 + ".by"]) }
  }
}

extension GoalpostChange.Help {
  fileprivate init(_ change: FieldChange, type: String?) {
    guard change.field == "target" || change.field == "lower" || change.field == "upper",
      let old = change.old.flatMap({ Double($0.value) }), let value = change.new.flatMap({ Double($0.value) })
    else {
      // A milestone consists only of its words, and only a reader can compare those.
      let isWords = change.field == "title" && type == KeyResultType.milestone.rawValue
      let isOpen = ["target", "lower", "upper", "weight", "ambition"].contains(change.field)
      self = isWords || isOpen || change.bears(.number, in: .okrs) ? .unknown : .neither
      return
    }
    let lowerIsEasier: Bool? =
      switch (change.field, type) {
      case ("lower", _): true
      case ("upper", _): false
      case (_, KeyResultType.increase.rawValue): true
      case (_, KeyResultType.decrease.rawValue): false
      default: nil
      }
    self = lowerIsEasier.map { ($0 ? value < old : value > old) ? .easier : .harder } ?? .unknown
  }
}
