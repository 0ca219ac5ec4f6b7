import History
import StrategyModel

/// Who took what over from whom in a report's days, as history has it.
struct HandOvers {
  struct Entry {
    let lever: String
    let name: String
    /// `nil` where nobody answered for it before.
    let before: Tenure?
    let after: Tenure
  }

  /// In the order of their days; `nil` where there is no history.
  let all: [Entry]?

  init(_ strategy: Strategy, _ moment: MomentOptions, _ period: ReportPeriod, in environment: CommandEnvironment) throws
  {
    all = try environment.historyIfThere(moment) { options in
      let read = try OwnershipReading(options, in: environment)
      return OwnershipHistory(read.records, day: read.line.day).timelines.flatMap { timeline in
        HandOvers.entries(of: timeline, strategy, period)
      }.sorted { ($0.after.from, $0.lever) < ($1.after.from, $1.lever) }
    }
  }

  /// Tenures that began in these days, or were put on record then.
  private static func entries(of timeline: OwnershipTimeline, _ strategy: Strategy, _ period: ReportPeriod) -> [Entry] {
    let tenures = timeline.tenures
    return tenures.indices.compactMap { place in
      let tenure = tenures[place]
      guard period.days.contains(tenure.from) || period.days.contains(tenure.recorded),
        place > 0 || tenure.isOwned
      else { return nil }
      let before = place > 0 && tenures[place - 1].isOwned ? tenures[place - 1] : nil
      guard before != nil || tenure.isOwned else { return nil }
      let name = strategy.metrics[timeline.lever]?.name?.value ?? timeline.lever
      return Entry(lever: timeline.lever, name: name, before: before, after: tenure)
    }
  }
}
