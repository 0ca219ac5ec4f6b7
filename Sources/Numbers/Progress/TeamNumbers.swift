package import StrategyModel

/// Everything that is computed about one objective.
package struct ObjectiveNumbers: Sendable {
  /// The position in `TeamOKRs.objectives`.
  package let position: Int
  package let keyResults: [KeyResultNumbers]

  /// The weighted mean of what its key results show, 0…1; those without a number are left out, `nil` when all are.
  package var progress: Double? {
    Mean.weighted(
      keyResults.lazy.compactMap { numbers in
        (try? numbers.progress.get()).map { ($0.shown, numbers.promise.weight) }
      })
  }

  /// The key result that has come least far, the first of several; as a position in `keyResults`.
  package var weakest: Int? {
    keyResults.indices.lazy.filter { (try? keyResults[$0].progress.get()) != nil }
      .min { (try? keyResults[$0].progress.get().shown) ?? 1 < (try? keyResults[$1].progress.get().shown) ?? 1 }
  }

  /// The weighted mean of the scores that were given, 0…1; `nil` unless every key result has one.
  package var score: Double? {
    keyResults.allSatisfy { $0.score != nil }
      ? Mean.weighted(keyResults.lazy.map { ($0.score ?? 0, $0.promise.weight) }) : nil
  }

  /// The weighted mean of the computed scores with every amendment.
  package var amendedScore: Double? {
    Mean.weighted(
      keyResults.lazy.compactMap { keyResult in
        (try? keyResult.computed.amended.get()).map { ($0, keyResult.promise.weight) }
      })
  }

  /// The weighted mean of the computed scores against the promise, with the weights that were promised.
  package var committedScore: Double? {
    Mean.weighted(
      keyResults.lazy.compactMap { keyResult in
        (try? keyResult.computed.committed.get()).map { ($0, keyResult.committed.weight) }
      })
  }
}

/// Everything that is computed about one team's OKRs in one cycle.
package struct TeamNumbers: Sendable {
  /// The position in `Strategy.okrs`.
  package let okrs: Int
  /// `nil` when nobody knows the cycle, or when it does not say its days.
  package let cycle: CycleDays?
  package let objectives: [ObjectiveNumbers]
}

extension Strategy {
  /// The numbers of one team's OKRs. Costs one pass over the team's check-ins.
  ///
  /// - Parameters:
  ///   - okrs: the position in `okrs`.
  ///   - today: check-ins of later days are left out.
  ///   - breaches: the guardrails that broke, by the metric that they guard.
  package func numbers(
    ofOKRs okrs: Int, on today: Day, breaches: [String: [String]] = [:]
  ) -> TeamNumbers {
    let rhythm = CheckInRhythm(settings?.checkIns)
    let cycle = cycles.position(of: self.okrs.all[okrs].cycle)
      .flatMap { CycleDays(cycles.all[$0], on: today, rhythm) }
    let held = checkInsInForce(ofOKRs: okrs, until: today)
    let objectives = self.okrs.all[okrs].objectives
    return TeamNumbers(
      okrs: okrs, cycle: cycle,
      objectives: objectives.indices.map { objectives.numbers(of: $0, held, cycle, breaches) })
  }

  /// The check-ins that hold of one team's OKRs.
  package func checkInsInForce(ofOKRs okrs: Int, until day: Day) -> CheckInsInForce {
    guard let id = self.okrs.identifiers[okrs]?.value, let file = checkIns.position(of: id) else {
      return CheckInsInForce()
    }
    return CheckInsInForce(checkIns.all[file].entries, until: day)
  }
}

extension [Objective] {
  fileprivate func numbers(
    of i: Int, _ held: CheckInsInForce, _ cycle: CycleDays?, _ breaches: [String: [String]]
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
          breaches: own + shared.filter { !own.contains($0) })
      })
  }
}
