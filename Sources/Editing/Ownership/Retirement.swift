package import StrategyModel
import StrategyStore

/// Takes a metric out of use: at once, or on a future day.
package struct Retirement {
  package let metric: String
  /// The first day without it; `nil` for today.
  package let day: Day?

  package init(metric: String, day: Day?) {
    (self.metric, self.day) = (metric, day)
  }

  package func apply(to draft: inout StrategyDraft) throws -> CommitWording {
    let path = try draft.path(of: .metric, metric)
    let day = day ?? draft.today
    let isOver = day <= draft.today
    let entity = draft.strategy.metrics[metric]
    if isOver, entity?.lifecycle?.value == .retired {
      throw StrategyError(message: "'\(metric)' is already retired")
    }
    let goals = isOver ? draft.strategy.liveGoals(on: metric) : []
    guard goals.isEmpty else {
      throw StrategyError(
        .refused, message: "live goals still aim at '\(metric)'",
        help: goals.map { "It is named by \($0)." } + [
          "Aim them at another metric first, or give a future day with \(give: .on)."
        ])
    }
    var edits: [(field: String, edit: FieldEdit)] = [
      ("lifecycle", .set(isOver ? Lifecycle.retired.rawValue : Lifecycle.deprecated.rawValue)),
      ("retired", .set(day.description)),
    ]
    // A metric that is no longer measured does not drive anything.
    if isOver { edits.append(("drives", .unset)) }
    try draft.edit(.metric, at: path, edits)
    var wording = CommitWording(topic: metric, what: isOver ? "retired since \(day)" : "deprecated, retires on \(day)")
    let driven = entity?.drives.compactMap { $0.metric?.id } ?? []
    if isOver, !driven.isEmpty { wording.remarks = ["It no longer drives \(driven.joined(separator: ", "))."] }
    return wording
  }
}

extension Strategy {
  /// The objectives and key results of cycles that are not closed which name a metric, in words.
  fileprivate func liveGoals(on metric: String) -> [String] {
    guard let position = metrics.position(of: metric) else { return [] }
    return commitments.goals.flatMap { goal -> [String] in
      let team = okrs.all[goal.okrs]
      let objective = team.objectives[goal.objective]
      let name = "okrs/\(team.id?.value ?? "")"
      let aims =
        goal.input == position || goal.guards == position || objective.supports.contains { $0.input?.id == metric }
      let results = zip(goal.keyResults, objective.keyResults)
        .filter { commitments.metric(ofKeyResult: $0.0) == position }.compactMap { $0.1.id?.value }
      return (aims ? ["objective '\(objective.id?.value ?? "")' of \(name)"] : [])
        + results.map { "key result '\($0)' of \(name)" }
    }
  }
}
