package import StrategyModel

/// A key result that still awaits check-ins, and when the last one was.
package struct Silence: Sendable {
  package let keyResult: Identifier
  /// The day that the last check-in speaks of; `nil` when there was none.
  package let last: Day?
  /// The day from which the key result is promised, where that is not the cycle's beginning.
  package let since: Day?
  /// Where it stands among the key results of its team.
  fileprivate let order: Int
}

extension Strategy {
  /// The key results of one team that expect more check-ins, in the order of the file: those that have no score, and
  /// are no milestones that are done.
  ///
  /// Reads the entries from the last backwards, and few of them: they stand in the order of their days.
  package func silences(ofOKRs okrs: Int, on today: Day) -> [Silence] {
    var waiting: [String: Waiting] = [:]
    let objectives = self.okrs.all[okrs].objectives
    for i in objectives.indices where objectives[i].outcome?.decision?.value != .abandon {
      let keyResults = objectives[i].keyResults
      for k in keyResults.indices where keyResults[k].score == nil {
        guard let id = keyResults[k].id else { continue }
        waiting[id.value] = Waiting(
          keyResult: id, isMilestone: keyResults[k].type?.value == .milestone, since: keyResults[k].since?.value,
          order: waiting.count)
      }
    }
    return heard(of: &waiting, ofOKRs: okrs, on: today).sorted { $0.order < $1.order }
  }

  private func heard(of waiting: inout [String: Waiting], ofOKRs okrs: Int, on today: Day) -> [Silence] {
    guard let id = self.okrs.identifiers[okrs]?.value, let file = checkIns.position(of: id) else {
      return waiting.values.map { $0.silence(since: nil) }
    }
    var found: [Silence] = []
    let files = checkIns.all
    let entries = files[file].entries
    for i in entries.indices.reversed() {
      if waiting.isEmpty { break }
      guard let on = entries[i].on?.value, on <= today, let id = entries[i].keyResult?.value, waiting[id] != nil
      else { continue }
      guard entries[i].corrects == nil else {
        // What a correction leaves in force is known only to those who have read everything before it.
        return found + resolved(waiting, CheckInsInForce(entries, until: today))
      }
      guard let last = waiting.removeValue(forKey: id) else { continue }
      if !last.isDone(at: entries[i].value?.value) { found.append(last.silence(since: on)) }
    }
    return found + waiting.values.map { $0.silence(since: nil) }
  }

  private func resolved(_ waiting: [String: Waiting], _ held: CheckInsInForce) -> [Silence] {
    waiting.values.compactMap { waiting in
      let last = held[waiting.keyResult.value].last
      return waiting.isDone(at: last?.value) ? nil : waiting.silence(since: last?.day)
    }
  }
}

private struct Waiting {
  let keyResult: Identifier
  let isMilestone: Bool
  let since: Day?
  let order: Int

  func silence(since last: Day?) -> Silence {
    Silence(keyResult: keyResult, last: last, since: since, order: order)
  }

  func isDone(at value: Double?) -> Bool { isMilestone && value ?? 0 >= 1 }
}
