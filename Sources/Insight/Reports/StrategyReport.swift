import History
import Numbers
package import StrategyModel
package import StrategyStore

/// What happened in a week, a month or a cycle: numbers, goals, owners and decisions, complete in itself.
package struct StrategyReport {
  let strategy: Strategy
  let period: ReportPeriod
  let numbers: ReportedNumbers
  /// For each North Star; `nil` where its change cannot be split.
  let changes: [ExplainedMetric?]
  /// Whether the North Star got better while other metrics got worse; `nil` where too little was measured.
  let goodhart: GoodhartScreen?
  let keyResults: WeakKeyResults
  /// Of a cycle that is over.
  let results: CycleResults?
  let handOvers: HandOvers
  /// Changes of promises and definitions; `nil` where there is no history.
  let moved: GoalsAndMeasures?
  /// Notes on what the names of the owners would hide.
  let doubts: [String]
  /// The newest first; `nil` where there is no history.
  let decisions: [RecordedDecision]?
  /// Overdue or due within `soon` days, the most urgent first.
  let reviews: [DueReview]
  /// The limits of the history.
  let limits: [String]

  /// In days.
  static let soon = 30

  package init(
    _ strategy: Strategy, _ period: ReportPeriod, cycle: String?, _ moment: Moment,
    in session: Session
  ) throws {
    self.strategy = strategy
    self.period = period
    numbers = ReportedNumbers(strategy, period)
    let holders = try LeverHolders(strategy, moment, in: session)
    changes = numbers.stars.map { ExplainedMetric($0, in: strategy, period, holders) }
    goodhart = GoodhartScreen(strategy, on: period.today)
    keyResults = try WeakKeyResults(strategy, on: period.today, cycle: cycle)
    results = try CycleResults(strategy, period, moment, in: session)
    handOvers = HandOvers(strategy, holders.history, period)
    doubts = strategy.metrics.ids.sorted().flatMap { id in
      holders.history?.doubts(about: id, from: period.first, to: min(period.last, period.today)).map(\.sentence) ?? []
    }
    moved = try session.historyIfThere(moment) { options in
      try GoalsAndMeasures(strategy, options, period, in: session)
    }
    let read = try session.historyIfThere(moment) { options in
      try StrategyHistory(options, kinds: [.review, .proposal], in: session)
    }
    decisions = try read.map { try RecordedDecision.all(in: $0) }?.filter { period.days.contains($0.day) }
    limits = (strategy.unread + (holders.history == nil ? [] : holders.limits) + (read?.notes ?? [])).unique
    reviews = ReviewCalendar(strategy).all.filter { $0.day - period.today <= StrategyReport.soon }
  }

  var title: String { strategy.settings?.product?.value ?? strategy.settings?.id?.value ?? "Strategy" }
}
