import StrategyModel

/// Who may change what, according to the strategy before a commit.
struct Entitlement {
  private var entities: [EntityKey: EntityVersion] = [:]

  mutating func apply(_ change: EntityChange) {
    if let old = change.old { entities[old.key] = nil }
    entities[change.key] = change.new
  }

  /// The people of whom at least one must have made or decided a change; `nil` when anybody may.
  ///
  /// A lever may be changed by its owner and its team's lead; the stewards may change every metric, and only they may
  /// change the North Star and the settings. Nobody can take over a lever alone.
  func entitled(to change: EntityChange) -> Set<String>? {
    guard change.what == .changed || change.what == .removed, change.judgement.level > .safe else { return nil }
    let stewards = Set(entities.filter { $0.key.kind == .strategy }.flatMap { $0.value.list("stewards") })
    switch change.key.kind {
    case .strategy: return stewards.isEmpty ? nil : stewards
    case .metric:
      var people = stewards
      if let person = change.old?["owner.person"] { people.insert(person) }
      if let team = change.old?["owner.team"] { people.formUnion(entities[EntityKey(.team, team)]?.leads ?? []) }
      return people.isEmpty || change.old?["owner.team"] == nil && stewards.isEmpty ? nil : people
    default: return nil
    }
  }
}

extension Audit {
  /// Changes by people who were not entitled, and changes of what is measured without a decision.
  func unentitled<Failure: Error>(
    _ history: EntityHistory, _ day: (Int) -> Day, _ actor: (Int) throws(Failure) -> Actor
  ) throws(Failure) -> [AuditFinding] {
    var found: [AuditFinding] = []
    var entitlement = Entitlement()
    var next = history.events.startIndex
    while next < history.events.endIndex {
      let ordinal = history.events[next].ordinal
      let events = history.events[next...].prefix { $0.ordinal == ordinal }
      next = events.endIndex
      let landed = day(ordinal)
      if landed >= from, landed <= to, events.contains(where: { $0.change.concernsMetrics }) {
        let actor = try actor(ordinal)
        let approvers = events.filter { $0.change.key.kind == .proposal }
          .flatMap { $0.change.new?.list("approved_by") ?? [] }
        let records = events.contains { [.proposal, .review].contains($0.change.key.kind) }
        for event in events where event.change.concernsMetrics {
          let people = Set(approvers + actor.decidedBy + [actor.person].compactMap(\.self))
          if let entitled = entitlement.entitled(to: event.change), entitled.isDisjoint(with: people) {
            found.append(AuditFinding(notEntitled: event, landed, actor, entitled))
          }
          if event.change.redefines, !actor.hasDecision, !records {
            found.append(AuditFinding(undecided: event, landed, actor))
          }
        }
      }
      for event in events { entitlement.apply(event.change) }
    }
    return found
  }
}

extension EntityChange {
  fileprivate var concernsMetrics: Bool { key.kind == .metric || key.kind == .strategy }

  fileprivate var redefines: Bool { (what == .changed || what == .removed) && judgement.level == .breaking }

  /// The fields whose change is more than safe, in short.
  fileprivate var touched: String {
    guard what == .changed else { return "its file" }
    var names: [Substring] = []
    for field in fields where field.judgement(in: key.kind).level > .safe {
      let name = field.path.prefix { $0 != "[" }
      if !names.contains(name) { names.append(name) }
    }
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and more" : "")
  }
}

extension AuditFinding {
  fileprivate init(notEntitled event: HistoryEvent, _ day: Day, _ actor: Actor, _ entitled: Set<String>) {
    self.init(
      kind: .notEntitled, subject: event.change.key.id, team: event.change.old?["owner.team"], from: day, to: day,
      ordinal: event.ordinal,
      message: "\(actor.person ?? actor.name) changed \(event.change.touched); "
        + "entitled were \(entitled.sorted().joined(separator: ", "))")
  }

  fileprivate init(undecided event: HistoryEvent, _ day: Day, _ actor: Actor) {
    self.init(
      kind: .undecided, subject: event.change.key.id, team: event.change.old?["owner.team"], from: day, to: day,
      ordinal: event.ordinal,
      message: "\(actor.person ?? actor.name) changed \(event.change.touched) and named no decision")
  }
}
