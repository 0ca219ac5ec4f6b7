import StrategyModel

extension Audit {
  /// Changes of goals and grades of closed cycles: one finding for each commit and team.
  func afterClose(_ history: EntityHistory, _ day: (Int) -> Day) -> [AuditFinding] {
    let cycles = Set(history.events.map(\.change.key).filter { $0.kind == .cycle }.map(\.id))
    return cycles.sorted().flatMap { cycle -> [AuditFinding] in
      let late = Goalposts.changes(of: cycle, in: history, day: day).filter(\.isAfterClose)
      let places = late.indices.filter { place in
        place == 0 || late[place].okrs != late[place - 1].okrs || late[place].ordinal != late[place - 1].ordinal
      }
      return places.map { place in
        let own = late[place...].prefix { $0.okrs == late[place].okrs && $0.ordinal == late[place].ordinal }
        return AuditFinding(Array(own), cycle)
      }
    }
  }
}

extension AuditFinding {
  /// - Parameter changes: at least one, all of one commit and team.
  fileprivate init(_ changes: [GoalpostChange], _ cycle: String) {
    let first = changes[0]
    let more = changes.count > 1 ? ", and \(changes.count - 1) more" : ""
    self.init(
      kind: .afterClose, subject: "okrs/\(first.okrs)", team: first.okrs.split(separator: "/").last.map(String.init),
      from: first.day, to: first.day, ordinal: first.ordinal,
      message: "\(cycle) was closed, and \(first.words)\(more)")
  }
}

extension GoalpostChange {
  /// `objective calm was added`, `target of setup went from 55 to 47`
  fileprivate var words: String {
    let item = place.joined(separator: "/")
    switch (from, to) {
    case (nil, _): return "\(what) \(isItem ? item : "of \(item)") was added"
    case (_, nil): return "\(what) \(isItem ? item : "of \(item)") was dropped"
    case (let old?, let new?): return "\(what)\(item.isEmpty ? "" : " of \(item)") went from \(old) to \(new)"
    }
  }

  private var isItem: Bool { what == "objective" || what == "key result" }
}
