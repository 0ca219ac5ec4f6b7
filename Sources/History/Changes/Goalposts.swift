package import StrategyModel

/// One change of a commitment after its cycle became active.
package struct GoalpostChange: Sendable {
  package let ordinal: Int
  /// `2026-q1/onboarding`.
  package let okrs: String
  package let field: FieldChange
  /// The objective's and the key result's ids, as far as there are any.
  package let place: [String]
  package let day: Day
  /// Days to the cycle's end; negative when the change came after it.
  package let daysLeft: Int
  /// What the file gives as the reason, and who it names.
  package let reason: String?
  package let by: String?
  package let helps: Help

  /// Whether the change makes the goal easier to reach.
  package enum Help: String, Sendable { case easier, harder, neither, unknown }
}

package enum Goalposts {
  /// Every amendment of a cycle's OKRs since it became active, in the order of the commits.
  ///
  /// The day of activation is the cycle's `activated`, else the day on which its state became `active`, else its first.
  package static func changes(
    of cycle: String, in history: EntityHistory, day: (Int) -> Day
  ) -> [GoalpostChange] {
    let versions = history.events.filter { $0.change.key == EntityKey(.cycle, cycle) }
    guard let last = versions.last(where: { $0.change.new != nil })?.change.new,
      let ends = last["ends"].flatMap({ Day($0) })
    else { return [] }
    let landed = versions.first { $0.change.new?["state"] != "draft" }.map { day($0.ordinal) }
    guard let active = last["activated"].flatMap({ Day($0) }) ?? landed else { return [] }
    return history.events.filter { event in
      event.change.key.kind == .okrs && event.change.key.id.hasPrefix(cycle + "/") && event.change.what == .changed
        && day(event.ordinal) > active
    }.flatMap { event in
      event.change.fields.filter(\.movesGoalposts).map { field in
        GoalpostChange(event, field, day: day(event.ordinal), ends: ends)
      }
    }
  }
}

extension GoalpostChange {
  init(_ event: HistoryEvent, _ field: FieldChange, day: Day, ends: Day) {
    ordinal = event.ordinal
    okrs = event.change.key.id
    self.field = field
    self.day = day
    daysLeft = ends - day
    place = field.path.split(separator: "[").dropFirst().map { String($0.prefix { $0 != "]" }) }
    let stem = field.path.lastIndex(of: ".").map { field.path[..<$0] } ?? ""
    let amendment = event.change.new?.leaves.last {
      $0.path.hasPrefix(stem + ".amendments[") && $0.path.hasSuffix("].field") && $0.value == String(field.field)
    }
    let entry = amendment.map { String($0.path.dropLast(".field".count)) }
    reason = entry.flatMap { event.change.new?[$0 + ".because"] }
    by = entry.flatMap { event.change.new?[$0 + ".by"] }
    helps = Help(field, type: event.change.new?[stem + ".type"], new: event.change.new, stem: String(stem))
  }
}

extension GoalpostChange.Help {
  fileprivate init(_ change: FieldChange, type: String?, new: EntityVersion?, stem: String) {
    guard change.field == "target" || change.field == "lower" || change.field == "upper",
      let old = change.old.flatMap({ Double($0.value) }), let value = change.new.flatMap({ Double($0.value) })
    else {
      self = ["metric", "type", "baseline"].contains(change.field) ? .unknown : .neither
      return
    }
    let lowerIsEasier: Bool? =
      switch (change.field, type) {
      case ("lower", _): true
      case ("upper", _): false
      case (_, "increase"): true
      case (_, "decrease"): false
      default: nil
      }
    self = lowerIsEasier.map { ($0 ? value < old : value > old) ? .easier : .harder } ?? .unknown
  }
}

extension FieldChange {
  /// Whether the commitment itself changed, and not what was added to it later: scores, outcomes, amendments.
  var movesGoalposts: Bool {
    guard path.hasPrefix("objectives["), !path.contains("].amendments["), !path.contains("].outcome.") else {
      return false
    }
    return !["score", "score_reason"].contains(field)
  }
}
