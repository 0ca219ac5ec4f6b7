package import Decisions
import Editing
import History
import Numbers
import Presentation
package import StrategyModel
package import StrategyStore

/// Everything that evidence is computed from: a strategy with its readings at a commit, its history up to there, and a
/// day.
package struct EvidenceContext {
  let subject: ReviewSubject
  let strategy: Strategy
  let day: Day
  /// The last review of the subject that came to a decision.
  let last: Review?
  /// The day of the last review; a year ago where there was none; for a cycle, the day on which it began.
  let since: Day
  /// The history of the metrics; `nil` where there is no history.
  let history: StrategyHistory?
  let holders: LeverHolders
  /// The limits of the history.
  package let notes: [String]

  /// - Parameters:
  ///   - strategy: with its readings.
  ///   - moment: where history is read from.
  package init(
    _ subject: ReviewSubject, in strategy: Strategy, on day: Day, _ moment: Moment,
    in session: Session
  ) throws {
    (self.subject, self.day) = (subject, day)
    if case .cycle(let id) = subject {
      self.strategy = try session.withPromises(strategy, of: [id], moment)
    } else {
      self.strategy = strategy
    }
    last = subject.lastReview(in: strategy)
    since = EvidenceContext.beginning(subject, strategy, day, last)
    history = try session.historyIfThere(moment) { options in
      try StrategyHistory(options, kinds: [.metric], fields: EvidenceContext.fields, in: session)
    }
    let owners = try session.historyIfThere(moment) { options in
      try OwnershipLookup(options, in: session)
    }
    holders = LeverHolders(strategy, owners)
    notes = (strategy.unread + (history?.notes ?? []) + (owners?.notes ?? [])).unique
  }

  /// The history from which beliefs and definitions are read.
  private static let fields: Set<String> = [
    "definition", "direction", "drives", "formula", "guards", "role", "target", "threshold",
  ]

  private static func beginning(_ subject: ReviewSubject, _ strategy: Strategy, _ day: Day, _ last: Review?) -> Day {
    if case .cycle(let id) = subject, let starts = strategy.cycles[id]?.starts?.value { return min(starts, day) }
    let held = last?.heldOn.map { min($0.value, day) }
    return held ?? day.adding(months: -12)
  }

  /// `nil` where there is no history.
  var ownership: OwnershipHistory? { holders.history }

  /// The first day in a sentence: `since the last review on 2026-06-23`.
  var sinceWords: String {
    if case .cycle = subject { return "since \(since)" }
    return last == nil ? "in the year since \(since)" : "since the last review on \(since)"
  }

  /// The judged metric, or the one that is believed to move another; `nil` for a cycle.
  var metric: String? {
    switch subject {
    case .northStar(let id), .metric(let id, _), .belief(let id, _): id
    case .cycle: nil
    }
  }

  /// The levers behind the subject: all inputs in use, or the metric itself.
  var levers: [String] {
    switch subject {
    case .northStar, .cycle: ids { $0.role?.value == .input }
    case .metric(let id, _), .belief(let id, _): [id]
    }
  }

  /// The guardrails that watch the subject; all of them for the North Star and for cycles.
  var guardrails: [String] {
    switch subject {
    case .northStar, .cycle: ids { $0.role?.value == .guardrail }
    case .metric(let id, role: .guardrail): [id]
    case .metric(let id, _), .belief(let id, _):
      ids { metric in metric.role?.value == .guardrail && metric.guards.contains { $0.id == id } }
    }
  }

  /// The metrics whose definitions determine the subject's meaning.
  var defining: Set<String> {
    switch subject {
    case .northStar, .cycle: Set(strategy.metrics.all.compactMap { $0.id?.value })
    case .belief(let id, let target): [id, target]
    case .metric(let id, _):
      Set(
        (strategy.metrics.position(of: id).map { strategy.graph.descendants(of: [$0]) } ?? [])
          .compactMap { strategy.metrics.all[$0].id?.value } + [id] + guardrails)
    }
  }

  func series(of metric: String) -> Series { strategy.series(of: metric, knownOn: day) }

  /// Metrics in use, in the order of their ids.
  func ids(where isWanted: (Metric) -> Bool) -> [String] {
    strategy.metrics.all.indices.filter { strategy.graph.isLive[$0] && isWanted(strategy.metrics.all[$0]) }
      .compactMap { strategy.metrics.all[$0].id?.value }.sorted()
  }

  /// A value with the unit of its metric.
  func figure(_ value: Double, of metric: String) -> String {
    let unit = strategy.metrics[metric]?.definition?.unit?.value
    return unit.map { "\(value.figure) \($0)" } ?? value.figure
  }
}
