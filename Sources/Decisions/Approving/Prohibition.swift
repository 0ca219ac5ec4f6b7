package import History
import StrategyModel

/// Something that no approval allows: it would falsify what people reported or decided.
package struct Prohibition: Sendable, Equatable {
  package let entity: EntityKey
  /// The field's path; `nil` when it is about the entity as a whole.
  package let field: String?
  /// One clause.
  package let reason: String
  /// What to do instead, a sentence; `nil` when there is nothing.
  package let help: String?

  init(_ change: EntityChange, _ field: FieldChange? = nil, _ reason: String, _ help: String? = nil) {
    (entity, self.field, self.reason, self.help) = (change.key, field?.path, reason, help)
  }
}

extension ApprovalPolicy {
  /// - Parameter voices: the authors of the changes, and the people who have approved them.
  package func prohibitions(of changes: [EntityChange], saidBy voices: Set<String>) -> [Prohibition] {
    let moved = Words(movedBy: changes)
    return changes.flatMap { change in
      prohibitions(of: change, voices) + foreignWords(change, voices, moved)
    }
  }

  private func prohibitions(of change: EntityChange, _ voices: Set<String>) -> [Prohibition] {
    switch change.key.kind {
    case .checkins: rewritten(checkIns: change)
    case .review: rewritten(review: change) + undecided(change)
    case .waiver: ungiven(change, voices)
    default: []
    }
  }

  private func rewritten(checkIns change: EntityChange) -> [Prohibition] {
    if change.what == .removed { return [Prohibition(change, nil, "what was reported is gone")] }
    let known = Set((change.old?.leaves ?? []).map { $0.path.stem })
    let help = "Add a check-in that says with 'corrects' which one it corrects."
    return change.fields.filter { field in
      !field.isNewName && (field.old != nil || field.path.contains("[") && known.contains(field.path.stem))
        && FieldPath(field.path).top != "meta"
    }.map { Prohibition(change, $0, "check-ins are only added to", help) }
  }

  private func rewritten(review change: EntityChange) -> [Prohibition] {
    guard change.old?["decision"] != nil else { return [] }
    let help = "Hold another review: northstar review open <subject>"
    if change.what == .removed { return [Prohibition(change, nil, "what was decided is gone", help)] }
    return change.fields.filter { !$0.isNewName && FieldPath($0.path).top != "meta" }
      .map { Prohibition(change, $0, "what was decided stays as it is", help) }
  }

  /// A decision must be made by people who may decide, and by enough of them.
  private func undecided(_ change: EntityChange) -> [Prohibition] {
    guard let new = change.new, new["decision"] != nil, change.old?["decision"] == nil,
      let right = decisionRight(in: new),
      !right.people.isEmpty
    else { return [] }
    let deciders = new.list("decided_by")
    if let outsider = right.outsiders(among: deciders).first {
      return [Prohibition(change, nil, "\(outsider) is not one of those who decide on it: \(right.role)")]
    }
    let lacking = right.lacking(with: deciders)
    guard lacking > 0 else { return [] }
    let others = right.others(than: deciders).joined(separator: ", ")
    return [Prohibition(change, nil, "\(lacking) more of \(right.role) must decide on it (\(others))")]
  }

  /// Who may decide a review; `nil` when it does not say what is reviewed.
  package func decisionRight(in review: EntityVersion) -> DecisionRight? {
    review["subject"].flatMap { subject($0, on: review["influence_on"]) }.map { DecisionRight(on: $0, under: self) }
  }

  private func subject(_ name: String, on influenced: String?) -> ReviewSubject? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch Kind(rawValue: parts[0]) {
    case .cycle: return .cycle(parts[1])
    case .metric:
      if let influenced { return .belief(parts[1], on: influenced) }
      return isNorthStar(parts[1]) ? .northStar(parts[1]) : .metric(parts[1], role: .input)
    default: return nil
    }
  }

  /// The person named as a waiver's approver approves all of it, and each extension again.
  private func ungiven(_ change: EntityChange, _ voices: Set<String>) -> [Prohibition] {
    guard let giver = change.new?["approved_by"], !voices.contains(giver),
      change.fields.contains(where: {
        !$0.isNewName && !$0.bears(.word, in: .waiver) && FieldPath($0.path).top != "meta"
      })
    else { return [] }
    return [Prohibition(change, nil, "it says that \(giver) approved it, which only \(giver) can say")]
  }

  /// What a record says about people counts only if those people say it themselves.
  private func foreignWords(_ change: EntityChange, _ voices: Set<String>, _ moved: Words) -> [Prohibition] {
    change.fields.compactMap { field in
      guard field.bears(.word, in: change.key.kind), let person = field.new?.value, !voices.contains(person),
        !moved.contains(field, of: change.key.kind)
      else { return nil }
      return Prohibition(
        change, field, "it is said in the name of \(person), which only \(person) can do",
        "Let \(person) write it, or approve it as a proposal.")
    }
  }
}

extension String {
  /// A field's path without its name: the path of the item that contains it.
  fileprivate var stem: Substring { lastIndex(of: ".").map { self[..<$0] } ?? "" }
}

/// Words in files that were merged into others.
private struct Words {
  private var said: [Kind: Set<String>] = [:]

  init(movedBy changes: [EntityChange]) {
    for change in changes {
      guard case .moved = change.what, let old = change.old else { continue }
      for leaf in old.leaves { said[change.key.kind, default: []].insert(Self.name(leaf.path, leaf.value)) }
    }
  }

  func contains(_ field: FieldChange, of kind: Kind) -> Bool {
    guard let value = field.new?.value else { return false }
    return said[kind]?.contains(Self.name(field.path, value)) ?? false
  }

  /// Items with equal names are numbered, and the number can differ in another file.
  private static func name(_ path: String, _ value: String) -> String {
    let uncounted = path.split(separator: "#", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? $1 : $1.drop { $0.isNumber } }.joined()
    return "\(uncounted)\n\(value)"
  }
}
