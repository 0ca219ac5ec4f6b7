package import StrategyModel

/// The class of a change with its reason, one clause, and who must approve it.
package struct Judgement: Sendable, Equatable {
  package let level: ChangeClass
  package let reason: String
  package let keeper: Keeper

  init(_ level: ChangeClass, _ reason: String, _ keeper: Keeper) {
    (self.level, self.reason, self.keeper) = (level, reason, keeper)
  }

  init(_ consequence: Consequence) {
    self.init(consequence.level, consequence.reason, consequence.keeper)
  }

  /// Of two with the same class, the one that needs an approval is worse.
  fileprivate static func isBetter(_ a: Judgement, _ b: Judgement) -> Bool {
    a.level == b.level ? a.keeper == .anybody && b.keeper != .anybody : a.level < b.level
  }
}

extension FieldChange {
  /// What the change of a field of such an entity means for the people who rely on it.
  package func judgement(in kind: Kind) -> Judgement {
    if isNewName { return Judgement(.safe, "the team has a new id", .anybody) }
    guard let consequence = consequence(in: kind) else {
      return Judgement(.risky, "the field is unknown", kind.entity.going.keeper)
    }
    if let worst = consequence.worst, new?.value == worst.value {
      return Judgement(.breaking, worst.reason, consequence.keeper)
    }
    if old == nil, let fresh = consequence.fresh { return Judgement(.safe, fresh, consequence.keeper) }
    return Judgement(consequence)
  }

  fileprivate func isFormerly(_ id: String) -> Bool { old == nil && path.hasPrefix("formerly[") && new?.value == id }

  /// Whether the field counts in an entity that arrives with it.
  fileprivate func countsOnArrival(in kind: Kind) -> Bool {
    guard let value = new?.value else { return false }
    let top = String(path.prefix { $0 != "." && $0 != "[" })
    guard let mayCount = kind.arrivals[top] else { return true }
    return mayCount && consequence(in: kind)?.arrival.counts(value) ?? true
  }
}

extension Kind {
  /// For each top-level field, whether anything in it may count when the entity arrives.
  fileprivate var arrivals: [String: Bool] { Kind.arrivalsOfKinds[self] ?? [:] }

  private static let arrivalsOfKinds = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in
      (kind, Dictionary(kind.fields.map { ($0.name, $0.countsOnArrival) }) { $1 })
    })
}

extension FieldDescription {
  fileprivate var countsOnArrival: Bool {
    consequence.arrival != .never || shape.described.contains(where: \.countsOnArrival)
  }
}

extension Shape {
  /// The fields below.
  fileprivate var described: [FieldDescription] {
    switch self {
    case .record(let fields): fields
    case .list(let item, _): item.described
    default: []
    }
  }
}

extension EntityChange {
  /// All judgements: of the entity as a whole if it was added or removed, and of its fields.
  package var judgements: [(field: FieldChange?, judgement: Judgement)] {
    let kind = key.kind
    func each(_ fields: [FieldChange]) -> [(field: FieldChange?, judgement: Judgement)] {
      fields.map { ($0, $0.judgement(in: kind)) }
    }
    switch what {
    case .added: return [(nil, arrival)] + each(fields.filter { $0.countsOnArrival(in: kind) })
    case .removed: return [(nil, departure)]
    case .changed: return each(fields)
    case .renamed(let former):
      // The lead decides whose history a team continues, however small the change.
      let whole = Judgement(.safe, "it continues under a new id", kind == .team ? .lead : .anybody)
      return [(nil, whole)] + each(fields.filter { $0.path != "id" && !($0.isFormerly(former) && kind == .team) })
    case .moved(let heir): return [(nil, Judgement(.risky, "it is '\(heir)' now", kind.entity.going.keeper))]
    }
  }

  /// The worst of its judgements.
  package var judgement: Judgement {
    judgements.map(\.judgement).max(by: Judgement.isBetter)
      ?? Judgement(.safe, "nothing was changed", .anybody)
  }

  /// The judgement of one field: its own, or that of the whole entity when single fields say nothing more.
  package func judgement(of field: FieldChange) -> Judgement {
    judgements.first { $0.field?.path == field.path }?.judgement ?? judgement
  }

  private var arrival: Judgement {
    let coming = key.kind.entity.coming
    return coming.fresh.map { Judgement(.safe, $0, coming.keeper) } ?? Judgement(coming)
  }

  private var departure: Judgement {
    let going = Judgement(key.kind.entity.going)
    return key.kind == .metric && old?["lifecycle"] == Lifecycle.retired.rawValue
      ? Judgement(.risky, "others may name it", going.keeper) : going
  }
}
