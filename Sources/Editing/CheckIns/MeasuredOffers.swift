import Numbers
package import StrategyModel
package import StrategyStore

/// A measured value that a check-in may take.
package struct MeasuredOffer {
  package let value: Double
  /// By its name: `2026-W46`.
  package let period: String
}

/// The last measured value of a metric, offered as a suggestion at a check-in.
package struct MeasuredOffers {
  /// With its readings; `nil` when they cannot be read.
  private let strategy: Strategy?
  private let day: Day

  /// Reads the working tree; a metric without readings offers nothing.
  ///
  /// - Parameter day: only values known by the end of this day count.
  package init(_ strategy: String?, on day: Day, in session: Session) throws {
    self.strategy = try? session.loadOne(Moment(strategy: strategy), readings: true).strategy
    self.day = day
  }

  /// The last value of the key result's metric, or of its segment.
  package func offer(for keyResult: KeyResult) -> MeasuredOffer? {
    guard let strategy, let metric = keyResult.metric?.id,
      let last = strategy.series(of: metric, knownOn: day, segment: keyResult.segment?.value ?? "").last
    else { return nil }
    return MeasuredOffer(value: last.value, period: strategy.readings.calendar.name(of: last.period))
  }
}
