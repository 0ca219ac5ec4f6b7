package import StrategyModel

/// How far a cycle should have come.
package enum ExpectedProgress {
  /// `(today − start) / (end − start)`, 0…1; `nil` when the end lies before the start.
  package static func share(on today: Day, from start: Day, to end: Day) -> Double? {
    guard start <= end else { return nil }
    guard start < end else { return today < start ? 0 : 1 }
    return min(max(Double(today - start) / Double(end - start), 0), 1)
  }
}

/// Where a key result will end if it continues as until now.
package struct Pace: Sendable, Hashable {
  /// Progress divided by the progress expected on the day of the last value: 1 is on schedule. It also is the raw
  /// progress that a straight line reaches at the cycle's end.
  package let ratio: Double
  /// The value that the line reaches at the cycle's end; `nil` when there is no value to aim at.
  package let forecast: Double?

  /// Whether the cycle would end below the green scores.
  package var isOffTrack: Bool { ScoreBand(min(max(ratio, 0), 1)) != .green }

  /// Earlier in a cycle a straight line says little: the first value often is the baseline.
  package static let leastElapsed = 0.25
}

extension KeyResultTerms {
  /// `nil` before a quarter of the cycle has passed, for milestones, and when there is no value or no number.
  ///
  /// - Parameters:
  ///   - progress: the progress of the same check-ins.
  ///   - since: the day from which the key result is promised (default: the cycle's first).
  ///   - ends: the day until when it is to be reached.
  func pace(
    _ progress: Progress, _ held: [HeldCheckIn], _ cycle: CycleDays, since: Day?, ends: Day
  ) -> Pace? {
    guard let last = held.last(where: { $0.value != nil }), let schedule = cycle.schedule?.beginning(since),
      let elapsed = ExpectedProgress.share(
        on: last.day, from: max(cycle.starts, since ?? cycle.starts), to: ends),
      elapsed >= Pace.leastElapsed
    else { return nil }
    switch type {
    case .increase, .decrease:
      return Progress(raw: progress.raw / elapsed).map { Pace(ratio: $0.raw, forecast: end(at: $0.raw)) }
    case .maintain:
      let answered = max(schedule.number(of: last.day), schedule.passed(by: cycle.today))
      return Pace(ratio: Double(inside(held, schedule)) / Double(max(answered, 1)), forecast: nil)
    case .milestone, nil: return nil
    }
  }

  private func end(at ratio: Double) -> Double? {
    guard let baseline, let target else { return nil }
    let value = baseline + ratio * (target - baseline)
    return value.isFinite ? value : nil
  }
}

/// A cycle's days, seen from one of them.
package struct CycleDays: Sendable, Hashable {
  package let starts: Day
  package let ends: Day
  package let today: Day
  package let state: CycleState?
  /// `nil` when the cycle's days are in the wrong order.
  package let schedule: CheckInSchedule?

  /// `nil` when the cycle does not give its days.
  package init?(_ cycle: Cycle, on today: Day, _ rhythm: CheckInRhythm) {
    guard let starts = cycle.starts?.value, let ends = cycle.ends?.value else { return nil }
    (self.starts, self.ends, self.today, state) = (starts, ends, today, cycle.state?.value)
    schedule = CheckInSchedule(cycle, rhythm)
  }

  /// How far the cycle should have come, 0…1.
  package var expected: Double? { ExpectedProgress.share(on: today, from: starts, to: ends) }
}
