package import StrategyModel

/// A key result that still expects check-ins, and the day of its last one.
package struct PendingCheckIn: Sendable {
  package let keyResult: Identifier
  /// The day that the last check-in is about; `nil` when there was none.
  package let last: Day?
  /// The day from which the key result is promised, if that is not the cycle's beginning.
  package let since: Day?
  /// Its index among the key results of its team.
  fileprivate let order: Int
}

extension Strategy {
  /// The key results of one team that still expect check-ins, in the order of the file: those without a score that are
  /// not finished milestones.
  ///
  /// Reads the entries from the last backwards, and only a few of them, since they are in the order of their days.
  package func silences(ofOKRs okrs: Int, on today: Day) -> [PendingCheckIn] {
    var waiting: [String: Waiting] = [:]
    let objectives = self.okrs.all[okrs].objectives
    for i in objectives.indices where objectives[i].outcome?.decision?.value != .abandon {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices where keyResults[k].score == nil {
        guard let id = keyResults[k].id else { continue }
        waiting[id.value] = Waiting(
          keyResult: id, isMilestone: keyResults[k].type?.value == .milestone,
          areStepsDone: keyResults[k].stepsDone(on: today) == 1, since: keyResults[k].since?.value,
          order: waiting.count)
      }
    }
    return heard(of: &waiting, ofOKRs: okrs, on: today).sorted { $0.order < $1.order }
  }

  private func heard(of waiting: inout [String: Waiting], ofOKRs okrs: Int, on today: Day) -> [PendingCheckIn] {
    guard let id = self.okrs.identifiers[okrs]?.value, let file = checkIns.position(of: id) else {
      return waiting.values.filter { !$0.isDone(at: nil) }.map { $0.silence(since: nil) }
    }
    var found: [PendingCheckIn] = []
    let files = checkIns.all
    let entries = files[file].entries
    for i in entries.indices.reversed() {
      if waiting.isEmpty { break }
      guard let on = entries[i].on?.value, on <= today, let id = entries[i].keyResult?.value, waiting[id] != nil
      else { continue }
      guard entries[i].corrects == nil else {
        // Which entries are in force after a correction is known only after reading everything before it.
        return found + resolved(waiting, CheckInsInForce(entries, until: today))
      }
      guard let last = waiting.removeValue(forKey: id) else { continue }
      if !last.isDone(at: entries[i].value?.value) { found.append(last.silence(since: on)) }
    }
    return found + waiting.values.filter { !$0.isDone(at: nil) }.map { $0.silence(since: nil) }
  }

  private func resolved(_ waiting: [String: Waiting], _ held: CheckInsInForce) -> [PendingCheckIn] {
    waiting.values.compactMap { waiting in
      let last = held[waiting.keyResult.value].last
      return waiting.isDone(at: last?.value) ? nil : waiting.silence(since: last?.day)
    }
  }
}

private struct Waiting {
  let keyResult: Identifier
  let isMilestone: Bool
  let areStepsDone: Bool
  let since: Day?
  let order: Int

  func silence(since last: Day?) -> PendingCheckIn {
    PendingCheckIn(keyResult: keyResult, last: last, since: since, order: order)
  }

  func isDone(at value: Double?) -> Bool { isMilestone && (value ?? (areStepsDone ? 1 : 0)) >= 1 }
}
