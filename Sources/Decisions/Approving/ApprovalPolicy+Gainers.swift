package import History
import StrategyModel

/// People whose scores rise through a change: a conflict of interest.
extension ApprovalPolicy {
  /// The people, each with the reason in one clause.
  func gainers(by change: EntityChange) -> [String: String] {
    switch change.key.kind {
    case .metric: gainersByDefinition(change)
    case .okrs: gainersByGoalposts(change)
    default: [:]
    }
  }

  /// When something is counted differently, nobody can know in advance that the result is not higher.
  private func gainersByDefinition(_ change: EntityChange) -> [String: String] {
    guard change.what == .changed, change.fields.contains(where: \.redefines) else { return [:] }
    var gainers: [String: String] = [:]
    for (key, version) in openOKRs {
      for stem in version.keyResultStems where version[stem + ".metric"] == change.key.id {
        let reason = "gains if \(FieldPath(stem).keyResult ?? "a key result") of \(key.id) scores higher"
        for person in [version[stem + ".owner"]].compactMap(\.self) + leads(of: version["team"]) {
          gainers[person] = gainers[person] ?? reason
        }
        if let owner = target.entities[change.key]?["owner.person"], gainers[owner] == nil {
          gainers[owner] = "answers for the metric that scores \(FieldPath(stem).keyResult ?? "a key result")"
        }
      }
    }
    return gainers
  }

  private func gainersByGoalposts(_ change: EntityChange) -> [String: String] {
    guard change.what == .changed, let version = target.entities[change.formerKey] ?? change.old,
      let state = state(ofCycle: version["cycle"]), state != .draft
    else { return [:] }
    var gainers: [String: String] = [:]
    for field in change.fields where field.mayEase(in: change.old, gradedIn: state) {
      let path = FieldPath(field.path)
      let stem = field.path.dropLast(field.field.count + 1)
      let reason = "gains if \(path.keyResult ?? "a key result") of \(change.key.id) scores higher"
      for person in [version[stem + ".owner"]].compactMap(\.self) + leads(of: version["team"]) {
        gainers[person] = gainers[person] ?? reason
      }
    }
    return gainers
  }

  /// The OKRs that people are working towards, sorted.
  private var openOKRs: [(key: EntityKey, version: EntityVersion)] {
    target.entities.filter { key, version in
      let state = state(ofCycle: version["cycle"])
      return key.kind == .okrs && state != .draft && state != .closed
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension FieldChange {
  /// Whether values before and after count different things.
  package var redefines: Bool { bears(.definition, in: .metric) }

  /// Whether the change of a key result's field may make it easier to score, as far as that can be known.
  ///
  /// - Parameter version: the OKRs before.
  fileprivate func mayEase(in version: EntityVersion?, gradedIn state: CycleState) -> Bool {
    guard let name = FieldPath(path).field(in: "objectives", "key_results") else { return false }
    let type = version?[path.dropLast(name.count + 1) + ".type"]
    if state == .closed, name == "score" { return raises ?? true }
    guard bears(.number, in: .okrs) else {
      // A milestone consists only of its words; a weight moves the mean in one direction or the other.
      return name == "weight" || name == "title" && type == KeyResultType.milestone.rawValue && old != nil
    }
    // A number in place of a word that says it is still unknown makes nothing easier.
    if old?.value == OpenTarget.toBeSet.rawValue || old?.value == UnknownBaseline.unknown.rawValue { return false }
    guard old.flatMap({ Double($0.value) }) != nil, new.flatMap({ Double($0.value) }) != nil else {
      // A new goal makes nothing easier; a goal that was removed, or cannot be compared, may.
      return old != nil
    }
    switch name {
    case "target", "baseline":
      return type == "decrease" ? raises ?? true : type == "increase" ? !(raises ?? false) : true
    case "lower": return !(raises ?? false)
    case "upper": return raises ?? true
    default: return true
    }
  }

  /// Whether the number is greater than before; `nil` unless there are two numbers.
  private var raises: Bool? {
    guard let old = old.flatMap({ Double($0.value) }), let new = new.flatMap({ Double($0.value) }) else { return nil }
    return new > old
  }
}

extension EntityVersion {
  /// The paths of OKRs' key results: `objectives[first].key_results[done]`.
  package var keyResultStems: [String] {
    var stems: [String] = []
    for leaf in leaves where FieldPath(leaf.path).field(in: "objectives", "key_results") != nil {
      let stem = String(leaf.path[..<(leaf.path.lastIndex(of: ".") ?? leaf.path.endIndex)])
      if stems.last != stem { stems.append(stem) }
    }
    return stems
  }

  subscript(path: Substring) -> String? { self[String(path)] }
}
