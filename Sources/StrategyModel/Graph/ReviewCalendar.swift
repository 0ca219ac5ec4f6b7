/// A review that is due in a strategy.
package struct DueReview: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    /// Positions in `Strategy.metrics` and `Strategy.cycles`.
    case northStar(metric: Int)
    case metric(Int)
    case cycle(Int)
    /// The position of the metric that is believed to move another, and of the edge in its `drives`.
    case belief(metric: Int, edge: Int)
  }

  package let subject: Subject
  /// `metric/activation-rate`, `cycle/2026-q1`, `metric/onboarding-completion->activation-rate`.
  package let name: String
  /// The last day on which the review is on time.
  package let day: Day
  /// The last review of it that reached a decision, as a position in `Strategy.reviews`.
  package let last: Int?
}

/// When each review is due: the North Star and the inputs periodically, cycles at their end, beliefs on their day.
package struct ReviewCalendar: Sendable {
  private let strategy: Strategy
  private let last: [String: Int]
  private let chosen: [String: Day]
  private let beginning: Day?

  package init(_ strategy: Strategy) {
    self.strategy = strategy
    last = strategy.lastDecisions
    beginning = strategy.cycles.all.compactMap(\.starts?.value).min()
    var chosen: [String: Day] = [:]
    for workshop in strategy.workshops.all {
      if let id = workshop.choice?.candidate?.value, let day = workshop.heldOn?.value {
        chosen[id] = max(day, chosen[id] ?? day)
      }
    }
    for review in strategy.reviews.all {
      if let id = review.replacement?.id, let day = review.heldOn?.value { chosen[id] = max(day, chosen[id] ?? day) }
    }
    self.chosen = chosen
  }

  /// Everything with a day, the earliest first.
  package var all: [DueReview] {
    (metrics + cycles + beliefs).sorted { ($0.day, $0.name) < ($1.day, $1.name) }
  }

  /// Active metrics that are reviewed periodically, or whose last review set a day.
  package var metrics: [DueReview] {
    strategy.metrics.all.indices.compactMap { position in
      let metric = strategy.metrics.all[position]
      guard metric.lifecycle?.value == .active, let id = metric.id?.value, let day = due(metric, id) else { return nil }
      let isStar = metric.role?.value == .northStar
      let name = "metric/\(id)"
      return DueReview(
        subject: isStar ? .northStar(metric: position) : .metric(position), name: name, day: day, last: last[name])
    }
  }

  /// Cycles with an end that are not closed; a decision moves the day, or settles it.
  package var cycles: [DueReview] {
    strategy.cycles.all.indices.compactMap { position in
      let cycle = strategy.cycles.all[position]
      guard let id = cycle.id?.value, let ends = cycle.ends?.value,
        cycle.state?.value == .active || cycle.state?.value == .grading
      else { return nil }
      let name = "cycle/\(id)"
      let day = last[name].map { strategy.reviews.all[$0].nextReview?.value } ?? ends
      return day.map { DueReview(subject: .cycle(position), name: name, day: $0, last: last[name]) }
    }
  }

  /// Influences between metrics in use that have a day for the next review.
  package var beliefs: [DueReview] {
    strategy.metrics.all.indices.filter { strategy.graph.isLive[$0] }.flatMap { position in
      let metric = strategy.metrics.all[position]
      return metric.drives.indices.compactMap { edge -> DueReview? in
        let drive = metric.drives[edge]
        guard drive.type?.value == .influence, let day = drive.reviewOn?.value, let target = drive.metric?.id,
          let id = metric.id?.value
        else { return nil }
        let name = "metric/\(id)->\(target)"
        return DueReview(subject: .belief(metric: position, edge: edge), name: name, day: day, last: last[name])
      }
    }
  }

  /// Months between the reviews of a metric under the policy; `nil` when it is not reviewed periodically.
  package static func months(of metric: Metric, under policy: ReviewPolicy?) -> Int? {
    switch metric.role?.value {
    case .northStar: policy?.northStarMonths?.value.value ?? 12
    case .input: policy?.inputMonths?.value.value
    default: nil
    }
  }

  private func due(_ metric: Metric, _ id: String) -> Day? {
    let months = ReviewCalendar.months(of: metric, under: strategy.settings?.reviews)
    guard let position = last["metric/\(id)"] else {
      guard let months, let since = chosen[id] ?? metric.owner?.since?.value ?? beginning else { return nil }
      return since.adding(months: months)
    }
    let review = strategy.reviews.all[position]
    return review.nextReview?.value ?? months.flatMap { months in review.heldOn?.value.adding(months: months) }
  }
}
