package import StrategyModel

/// One change of a commitment after its cycle became active, or of a grade after its cycle was closed.
package struct GoalpostChange: Sendable {
  /// Whether the change makes the goal easier to reach.
  package enum Help: String, Sendable, CaseIterable { case easier, harder, neither, unknown }

  package let ordinal: Int
  /// `2026-q1/onboarding`, with the team's current id.
  package let okrs: String
  /// `2026-q1/onboarding`, with the id that the team had then.
  package let formerOKRs: String
  /// What changed: a field, or `objective`, `key result`, `team` for an item that was added, removed or moved.
  package let what: String
  package let from: String?
  package let to: String?
  /// The ids of the objective and the key result, as far as they apply.
  package let place: [String]
  package let day: Day
  /// Days to the cycle's end; negative when the change came after it.
  package let daysLeft: Int
  package let isAfterClose: Bool
  /// The reason in the file, and the person it names.
  package let reason: String?
  package let by: String?
  package let helps: Help
}

package enum Goalposts {
  /// Every change of a cycle's commitments since it became active, in the order of the commits. An item that was added,
  /// removed or moved is one change, whatever its fields.
  ///
  /// The day of activation is the cycle's `activated`, else the day on which its state became `active`, else its first.
  ///
  /// - Parameter history: contains cycles, OKRs and teams.
  package static func changes(
    of cycle: String, in history: EntityHistory, day: (Int) -> Day
  ) -> [GoalpostChange] {
    guard let course = CycleCourse(cycle, history, day) else { return [] }
    let goals = history.events.filter { $0.change.key.kind == .okrs && $0.change.key.id.hasPrefix(cycle + "/") }
    let names = LatestNames(goals)
    return goals.indices.flatMap { place -> [GoalpostChange] in
      let event = goals[place]
      let isClosed = course.isClosed(before: event.ordinal)
      let landed = day(event.ordinal)
      guard landed > course.active || isClosed else { return [] }
      let left = goals.filter { $0.ordinal == event.ordinal && $0.change.what == .moved(into: event.change.key.id) }
      return CommitmentSteps(event.change, from: left.compactMap(\.change.old), isClosed: isClosed).all.map { step in
        GoalpostChange(
          ordinal: event.ordinal, okrs: names.now(event.change.key.id),
          formerOKRs: event.change.key.id, what: step.what, from: step.from, to: step.to,
          place: step.place, day: landed, daysLeft: course.ends - landed, isAfterClose: isClosed,
          reason: step.amendment?.because, by: step.amendment?.by, helps: step.helps)
      }
    }
  }
}

/// When a cycle's goals became binding, and when its scores became final.
private struct CycleCourse {
  let active: Day
  let ends: Day
  private let states: [(ordinal: Int, isClosed: Bool)]

  init?(_ cycle: String, _ history: EntityHistory, _ day: (Int) -> Day) {
    let versions = history.events.filter { $0.change.key == EntityKey(.cycle, cycle) }
    guard let last = versions.last(where: { $0.change.new != nil })?.change.new,
      let ends = last["ends"].flatMap({ Day($0) })
    else { return nil }
    let bound = versions.first { $0.change.new?["state"] != CycleState.draft.rawValue }.map { day($0.ordinal) }
    guard let active = last["activated"].flatMap({ Day($0) }) ?? bound else { return nil }
    (self.active, self.ends) = (active, ends)
    states = versions.map { ($0.ordinal, $0.change.new?["state"] == CycleState.closed.rawValue) }
  }

  func isClosed(before ordinal: Int) -> Bool { states.last { $0.ordinal < ordinal }?.isClosed ?? false }
}

/// The current ids of teams' OKRs.
private struct LatestNames {
  private var next: [String: String] = [:]

  init(_ events: [HistoryEvent]) {
    for event in events {
      guard case .renamed(let former) = event.change.what else { continue }
      next[event.change.key.id] = nil
      next[former] = event.change.key.id
    }
  }

  func now(_ id: String) -> String {
    var id = id
    while let later = next[id] { id = later }
    return id
  }
}
