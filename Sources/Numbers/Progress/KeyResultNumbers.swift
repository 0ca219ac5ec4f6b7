package import StrategyModel

/// Everything that is computed about one key result on one day.
package struct KeyResultNumbers: Sendable {
  /// The position in `Objective.keyResults`.
  package let position: Int
  /// The promise with every amendment.
  package let promise: KeyResultTerms
  /// The promise on the day on which the cycle became active.
  package let committed: KeyResultTerms
  /// The value of the last check-in that has one.
  package let current: Double?
  package let progress: Result<Progress, Unmeasurable>
  /// As last reported, 0…1; never derived from progress.
  package let confidence: Double?
  package let status: KeyResultStatus
  package let pace: Pace?
  /// The last check-in, as a position among the entries of the team's file.
  package let lastEntry: Int?
  /// The day that the last check-in is about.
  package let lastDay: Day?
  /// When the next check-in is due; `nil` when none is expected.
  package let due: Day?
  /// By how many days it is overdue, always more than the grace.
  package let overdue: Int?
  /// The given score, 0…1.
  package let score: Double?
  package let computed: ScorePair
  /// Guardrails that are breached, of the key result's metric or its objective's input.
  package let breaches: [String]

  /// Whether a straight line ends below the green scores, whatever people report.
  package var isTrendingOff: Bool { !status.isClosed && pace?.isOffTrack ?? false }

  /// Whether the target was reached while a guardrail was breached.
  package var isAtCost: Bool {
    guard !breaches.isEmpty else { return false }
    if let score { return ScoreBand(score) == .green }
    return (try? progress.get()).map { $0.raw >= 1 } ?? false
  }
}

/// What a key result would score: its shown progress at its last value, 0…1.
package struct ScorePair: Sendable, Hashable {
  /// Against the promise on the day on which the cycle became active.
  package let committed: Result<Double, Unmeasurable>
  /// Against the promise with every amendment.
  package let amended: Result<Double, Unmeasurable>

  init(
    _ promise: KeyResultTerms, _ committed: KeyResultTerms, _ held: [HeldCheckIn], _ schedule: CheckInSchedule?,
    stepsDone: Double?
  ) {
    amended = promise.progress(held, schedule, stepsDone: stepsDone).map(\.shown)
    if committed == promise {
      self.committed = amended
    } else if committed.metric != promise.metric || committed.segment != promise.segment {
      self.committed = .failure(.otherMetric)
    } else {
      self.committed = committed.progress(held, schedule, stepsDone: stepsDone).map(\.shown)
    }
  }
}

extension KeyResultNumbers {
  /// - Parameters:
  ///   - held: the check-ins of this key result, oldest first.
  ///   - promised: the promise according to history; otherwise the amendments say what was promised.
  init(
    _ keyResults: [KeyResult], at i: Int, _ held: [HeldCheckIn], _ cycle: CycleDays?, isAbandoned: Bool,
    promised: KeyResultTerms?, breaches: [String]
  ) {
    let promise = KeyResultTerms(keyResults, at: i)
    let amendments = keyResults[i].amendments
    let committed = promised ?? (amendments.isEmpty ? promise : promise.undoing(amendments))
    let score = keyResults[i].score?.value.value
    let since = keyResults[i].since?.value
    let ownSchedule = cycle?.schedule?.beginning(since).ending(keyResults[i].due?.value)
    let stepsDone = keyResults[i].stepsDone(on: cycle?.today)
    let progress = promise.progress(held, ownSchedule, stepsDone: stepsDone)
    let isReached = promise.type == .milestone && (try? progress.get()).map { $0.raw >= 1 } ?? false
    let closed: KeyResultStatus? = score != nil ? .scored : isAbandoned ? .abandoned : isReached ? .reached : nil
    let schedule = closed == nil && cycle?.awaitsCheckIns == true ? ownSchedule : nil
    let overdue = cycle.flatMap { schedule?.lateness(after: held.last?.day, on: $0.today) }
    let confidence = held.last { $0.confidence != nil }?.confidence
    position = i
    (self.promise, self.committed) = (promise, committed)
    let ends = cycle.map { min(keyResults[i].due?.value ?? $0.ends, $0.ends) }
    current = held.last { $0.value != nil }?.value ?? (promise.type == .milestone ? stepsDone : nil)
    self.progress = progress
    self.confidence = confidence
    status = closed ?? (overdue != nil ? .outdated : held.isEmpty ? .pending : KeyResultStatus(reported: confidence))
    pace = cycle.flatMap { cycle in
      (try? progress.get()).flatMap { promise.pace($0, held, cycle, since: since, ends: ends ?? cycle.ends) }
    }
    lastEntry = held.last?.entry
    lastDay = held.last?.day
    // What was missed in a cycle that is over cannot be caught up.
    due = cycle.flatMap { $0.today > ends ?? $0.ends ? nil : schedule?.due(after: held.last?.day) }
    self.overdue = overdue
    self.score = score
    computed = ScorePair(promise, committed, held, ownSchedule, stepsDone: stepsDone)
    self.breaches = breaches
  }
}

extension CycleDays {
  /// Whether a missing check-in counts: a draft promises nothing yet, and a closed cycle nothing more.
  var awaitsCheckIns: Bool { state == .active || state == .grading }
}
