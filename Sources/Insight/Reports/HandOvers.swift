import History
import StrategyModel

/// The hand-overs in a report's days, from history.
struct HandOvers {
  struct Entry {
    let lever: String
    let name: String
    /// `nil` where it had no owner before.
    let before: Tenure?
    let after: Tenure
  }

  /// In chronological order; `nil` where there is no history.
  let all: [Entry]?

  /// - Parameter ownership: `nil` where there is no history.
  init(_ strategy: Strategy, _ ownership: OwnershipHistory?, _ period: ReportPeriod) {
    all = ownership.map { ownership in
      ownership.timelines.flatMap { HandOvers.entries(of: $0, strategy, period) }
        .sorted { ($0.after.from, $0.lever) < ($1.after.from, $1.lever) }
    }
  }

  /// Tenures that began or were recorded in these days.
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
