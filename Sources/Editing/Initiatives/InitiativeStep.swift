import Presentation
package import StrategyModel
import StrategyStore

/// Moves an initiative to another state.
package struct InitiativeStep {
  package let id: String
  package let state: InitiativeState
  /// The first or last day of work; `nil` for today.
  package var day: Day?
  package var outcome: String?

  package init(id: String, state: InitiativeState, day: Day? = nil, outcome: String? = nil) {
    (self.id, self.state, self.day, self.outcome) = (id, state, day, outcome)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let path = try draft.path(of: .initiative, id)
    guard let initiative = draft.strategy.initiatives[id] else {
      throw StrategyError(message: "'\(id)' cannot be read", help: ["See what is wrong with \(run: .check)."])
    }
    let now = initiative.state?.value
    try requirePossible(from: now)
    let day = day ?? draft.today
    var edits: [(field: String, edit: FieldEdit)] = []
    if now != state {
      edits = [("state", .set(state.rawValue))] + (try days(of: initiative, day))
    }
    if let outcome { edits.append(("outcome", .set(outcome))) }
    try draft.edit(.initiative, at: path, edits)
    return CommitWording(topic: id, what: now == state ? "note what it did" : words(day), reasons: reasons(initiative))
  }

  private func requirePossible(from now: InitiativeState?) throws(StrategyError) {
    switch (now, state) {
    case (.proposed, .running), (.proposed, .stopped), (.running, .shipped), (.running, .stopped), (.shipped, .stopped):
      return
    case (.shipped, .shipped) where outcome != nil, (.stopped, .stopped) where outcome != nil: return
    case (.proposed, .shipped):
      throw StrategyError(
        message: "'\(id)' has not begun", help: ["Begin it first: \(run: .startInitiative(id))."])
    default:
      let isEnd = now == .shipped || now == .stopped
      throw StrategyError(
        message: "'\(id)' is \(now?.rawValue ?? "without a state")\(now == state ? " already" : "")",
        help: isEnd && now != state
          ? ["Record further work as a new initiative: \(run: .add(.initiative))."] : [])
    }
  }

  private func days(of initiative: Initiative, _ day: Day) throws(StrategyError) -> [(field: String, edit: FieldEdit)] {
    if state == .running { return [("started", .set(day.description))] }
    if let started = initiative.started?.value, day < started {
      throw StrategyError(.badRequest, message: "'\(id)' began on \(started), after \(day)")
    }
    // After shipping only the effect is watched; stopping that is not a day of work.
    return initiative.ended == nil ? [("ended", .set(day.description))] : []
  }

  private func words(_ day: Day) -> String {
    switch state {
    case .running: "started on \(day)"
    case .shipped: "shipped on \(day)"
    case .stopped: "stopped on \(day)"
    case .proposed: "proposed"
    }
  }

  private func reasons(_ initiative: Initiative) -> [String] {
    let hope = initiative.expected?.change.map { change in
      "Expected of \(initiative.input?.id ?? "its input"): \(change.value > 0 ? "+" : "")\(change.value.plain)."
    }
    return [outcome, hope].compactMap(\.self)
  }
}
