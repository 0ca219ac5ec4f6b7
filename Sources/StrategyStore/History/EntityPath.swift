package import History
import StrategyModel

/// An entity that somebody named, with or without a field: `activation-rate.owner.team`.
package struct EntityPath {
  package let key: EntityKey
  package let field: String?

  /// The kinds that a name can refer to, so that nothing else is read.
  static func kinds(of name: String) -> [Kind] {
    guard let slash = name.firstIndex(of: "/") else { return Kind.allCases }
    guard let kind = Kind(rawValue: String(name[..<slash])) ?? Kind(folder: name[..<slash]) else {
      return Kind.allCases
    }
    // Teams record their former ids.
    return kind == .okrs || kind == .checkins ? [kind, .team] : [kind]
  }

  /// The named entity and its history; only files that mention it are parsed.
  package static func find(
    _ name: String, _ options: HistoryRequest, allParents: Bool, in session: Session
  ) throws -> (EntityPath, StrategyHistory) {
    let kinds = kinds(of: name)
    if let word = word(of: name), !allParents {
      let read = try StrategyHistory(options, kinds: kinds, mentioning: word, in: session)
      if let path = try? EntityPath(name, in: read) { return (path, read) }
    }
    let read = try StrategyHistory(options, kinds: kinds, allParents: allParents, in: session)
    return (try EntityPath(name, in: read), read)
  }

  /// The word that every file about an entity contains: its id; for a team's OKRs and check-ins the cycle, since the
  /// team may have had another id.
  private static func word(of name: String) -> String? {
    let parts = name.prefix { $0 != "." }.split(separator: "/").map(String.init)
    let isOfATeam =
      parts.count == 3 || parts.count == 2 && Kind(rawValue: parts[0]) == nil && Kind(folder: parts[0]) == nil
    return isOfATeam ? parts[parts.count - 2] : parts.last
  }

  private init(_ name: String, in read: StrategyHistory) throws(StrategyError) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let entity = parts.first ?? ""
    field = parts.count == 2 ? parts[1] : nil
    let known = Set(read.events.flatMap { [$0.change.key] + ($0.change.old.map { [$0.key] } ?? []) })
    let matches = known.filter { $0.id == entity || "\($0)" == entity || "\($0.kind.folder ?? "")/\($0.id)" == entity }
    guard let key = matches.first else {
      throw .unknown(entity, among: Set(known.flatMap { [$0.id, "\($0)"] }), "entity")
    }
    guard matches.count == 1 else {
      let choices = matches.sorted().map(\.description).joined(separator: ", ")
      throw StrategyError(
        .badRequest, message: "'\(entity)' is the name of several entities", help: ["Say which: \(choices)."])
    }
    self.key = key
  }

  /// The events of the entity, including those under its former ids.
  package func events(in all: [HistoryEvent]) -> [HistoryEvent] {
    var keys: Set<EntityKey> = [key]
    for event in all.reversed() where keys.contains(event.change.key) {
      if case .renamed(let former) = event.change.what { keys.insert(EntityKey(key.kind, former)) }
    }
    return all.filter { event in
      keys.contains(event.change.key)
        && field.map { field in event.change.fields.contains { $0.isPart(of: field) } } ?? true
    }
  }
}
