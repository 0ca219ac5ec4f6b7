package import StrategyModel

/// Everything that is computed about one objective.
package struct ObjectiveNumbers: Sendable {
  /// The position in `TeamOKRs.objectives`.
  package let position: Int
  package let keyResults: [KeyResultNumbers]

  /// The weighted mean of the shown progress of its key results, 0…1.
  package var progress: KnownMean {
    KnownMean(keyResults.map { (try? $0.progress.get().shown, $0.promise.weight) })
  }

  /// The key result with the least progress, the first of several; as a position in `keyResults`. Ignores those with
  /// unknown progress.
  package var weakest: Int? {
    keyResults.indices.compactMap { position in
      (try? keyResults[position].progress.get()).map { (position: position, shown: $0.shown) }
    }.min { $0.shown < $1.shown }?.position
  }

  /// The weighted mean of the scores given so far, 0…1.
  package var givenScore: KnownMean { KnownMean(keyResults.map { ($0.score, $0.promise.weight) }) }

  /// The weighted mean of the given scores; `nil` until every key result has one.
  package var score: Double? { givenScore.complete }

  /// The weighted mean of the scores computed against the promise with every amendment.
  package var amendedScore: KnownMean {
    KnownMean(keyResults.map { (try? $0.computed.amended.get(), $0.promise.weight) })
  }

  /// The weighted mean of the scores computed against the original promise, with its weights.
  package var committedScore: KnownMean {
    KnownMean(keyResults.map { (try? $0.computed.committed.get(), $0.committed.weight) })
  }
}

/// Everything that is computed about one team's OKRs in one cycle.
package struct TeamNumbers: Sendable {
  /// The position in `Strategy.okrs`.
  package let okrs: Int
  /// `nil` when the cycle is unknown, or when it does not give its days.
  package let cycle: CycleDays?
  package let objectives: [ObjectiveNumbers]

  /// The numbers of some objectives, chosen by their positions.
  package func keeping(_ isWanted: (Int) -> Bool) -> TeamNumbers {
    TeamNumbers(okrs: okrs, cycle: cycle, objectives: objectives.filter { isWanted($0.position) })
  }
}

extension Strategy {
  /// The numbers of one team's OKRs. Costs one pass over the team's check-ins.
  ///
  /// - Parameters:
  ///   - okrs: the position in `okrs`.
  ///   - today: ignores check-ins of later days.
  ///   - breaches: the guardrails that are breached, by the metric that they guard.
  package func numbers(
    ofOKRs okrs: Int, on today: Day, breaches: [String: [String]] = [:]
  ) -> TeamNumbers {
    let rhythm = CheckInRhythm(settings?.checkIns)
    let cycle = cycles.position(of: self.okrs.all[okrs].cycle)
      .flatMap { CycleDays(cycles.all[$0], on: today, rhythm) }
    let held = checkInsInForce(ofOKRs: okrs, until: today)
    let objectives = self.okrs.all[okrs].objectives
    let id = self.okrs.identifiers[okrs]?.value
    let promises = id.flatMap { promised[$0] }.map { KeyResultTerms.all(in: $0) } ?? [:]
    return TeamNumbers(
      okrs: okrs, cycle: cycle,
      objectives: objectives.indices.map { objectives.numbers(of: $0, held, cycle, breaches, promises) })
  }

  /// The check-ins in force for one team's OKRs.
  package func checkInsInForce(ofOKRs okrs: Int, until day: Day) -> CheckInsInForce {
    guard let id = self.okrs.identifiers[okrs]?.value, let file = checkIns.position(of: id) else {
      return CheckInsInForce()
    }
    return CheckInsInForce(checkIns.all[file].entries, until: day)
  }
}

extension [Objective] {
  fileprivate func numbers(
    of i: Int, _ held: CheckInsInForce, _ cycle: CycleDays?, _ breaches: [String: [String]],
    _ promises: [String: KeyResultTerms]
  ) -> ObjectiveNumbers {
    let keyResults = self[i].keyResults
    let isAbandoned = self[i].outcome?.decision?.value == .abandon
    let shared = breaches.isEmpty ? [] : self[i].input.flatMap { breaches[$0.id] } ?? []
    return ObjectiveNumbers(
      position: i,
      keyResults: keyResults.indices.map { k in
        let own = breaches.isEmpty ? [] : keyResults[k].metric.flatMap { breaches[$0.id] } ?? []
        return KeyResultNumbers(
          keyResults, at: k, keyResults[k].id.map { held[$0.value] } ?? [], cycle, isAbandoned: isAbandoned,
          promised: keyResults[k].id.flatMap { promises[$0.value] }, breaches: own + shared.filter { !own.contains($0) }
        )
      })
  }
}
