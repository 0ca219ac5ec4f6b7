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

  /// - Parameter ownership: `nil` where there is no history to ask.
  init(_ strategy: Strategy, _ ownership: OwnershipHistory?, _ period: ReportPeriod) {
    all = ownership.map { ownership in
      ownership.timelines.flatMap { HandOvers.entries(of: $0, strategy, period) }
        .sorted { ($0.after.from, $0.lever) < ($1.after.from, $1.lever) }
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
