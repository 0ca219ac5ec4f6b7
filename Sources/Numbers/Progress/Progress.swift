import StrategyModel

/// How far a key result has come. Says nothing about how likely the rest is.
package struct Progress: Sendable, Hashable {
  /// Below 0 when worse than the baseline, above 1 when beyond the target; always finite.
  package let raw: Double

  /// `nil` when it is not a number: no value represents unknown progress.
  package init?(raw: Double) {
    guard !raw.isNaN else { return nil }
    self.raw = min(max(raw, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
  }

  /// 0…1.
  package var shown: Double { min(max(raw, 0), 1) }

  /// `(current − baseline) / (target − baseline)`, for increase and decrease alike; `nil` when target and baseline are
  /// the same, or a value is not a finite number.
  package static func toward(_ target: Double, from baseline: Double, at current: Double) -> Progress? {
    guard target != baseline, target.isFinite, baseline.isFinite, current.isFinite else { return nil }
    let (way, whole) = (current - baseline, target - baseline)
    guard way.isFinite, whole.isFinite else {
      // Differences of huge values overflow; quarters of them do not, and have the same ratio.
      return Progress(raw: (current / 4 - baseline / 4) / (target / 4 - baseline / 4))
    }
    return Progress(raw: way / whole)
  }
}

/// Why a number is missing.
package enum Unmeasurable: String, Error, Sendable, Hashable, CaseIterable {
  /// There is no check-in yet, so progress is unknown.
  case noCheckIn = "no check-in"
  case noType = "no type"
  case noBaseline = "no baseline"
  case unknownBaseline = "the baseline is unknown"
  case noTarget = "no target"
  case openTarget = "the target is to be set"
  case undisclosed = "the target is undisclosed"
  case targetIsBaseline = "target equals baseline"
  case noBand = "no band to stay in"
  case invertedBand = "the band is upside down"
  /// The promise was about another metric than the one that was read.
  case otherMetric = "another metric was promised"
  /// The days of the cycle are unknown.
  case noCycle = "no days of the cycle"
}

extension KeyResultTerms {
  /// How far it has come; unknown without a check-in that has a value.
  ///
  /// - Parameters:
  ///   - held: oldest first.
  ///   - stepsDone: the share of a milestone's steps that are done, which counts where no check-in has a value.
  package func progress(
    _ held: [HeldCheckIn], _ schedule: CheckInSchedule?, stepsDone: Double? = nil
  ) -> Result<Progress, Unmeasurable> {
    switch type {
    case nil: .failure(.noType)
    case .milestone: known((held.last { $0.value != nil }?.value ?? stepsDone).flatMap { Progress(raw: $0) })
    case .maintain: maintained(held, schedule)
    case .increase, .decrease: moved(held)
    }
  }

  private func moved(_ held: [HeldCheckIn]) -> Result<Progress, Unmeasurable> {
    guard let baseline else { return .failure(baselineWord == nil ? .noBaseline : .unknownBaseline) }
    guard let target else { return .failure(missingTarget) }
    guard target != baseline else { return .failure(.targetIsBaseline) }
    let current = held.last { $0.value != nil }?.value
    return known(current.flatMap { Progress.toward(target, from: baseline, at: $0) })
  }

  private var missingTarget: Unmeasurable {
    switch targetWord {
    case .toBeSet: .openTarget
    case .undisclosed: .undisclosed
    case nil: .noTarget
    }
  }

  private func known(_ progress: Progress?) -> Result<Progress, Unmeasurable> {
    progress.map { .success($0) } ?? .failure(.noCheckIn)
  }

  /// The share of all check-ins of the cycle that are inside the band; a missed one counts as outside.
  private func maintained(_ held: [HeldCheckIn], _ schedule: CheckInSchedule?) -> Result<Progress, Unmeasurable> {
    guard lower != nil || upper != nil else { return .failure(.noBand) }
    if let lower, let upper, lower > upper { return .failure(.invertedBand) }
    guard let schedule else { return .failure(.noCycle) }
    guard held.contains(where: { $0.value != nil }) else { return .failure(.noCheckIn) }
    return known(Progress(raw: Double(inside(held, schedule)) / Double(schedule.count)))
  }

  /// How many of the check-ins that were due found the value inside the band; of several for one due day the last
  /// counts.
  func inside(_ held: [HeldCheckIn], _ schedule: CheckInSchedule) -> Int {
    var count = 0
    for i in held.indices {
      let number = schedule.number(of: held[i].day)
      guard i + 1 == held.count || schedule.number(of: held[i + 1].day) != number else { continue }
      if let value = held[i].value, isInside(value) { count += 1 }
    }
    return count
  }

  private func isInside(_ value: Double) -> Bool {
    value >= lower ?? -.infinity && value <= upper ?? .infinity
  }
}
