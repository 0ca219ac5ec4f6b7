import Numbers
package import StrategyModel
package import StrategyStore

/// A measured value that a check-in may take.
package struct MeasuredOffer {
  package let value: Double
  /// By its name: `2026-W46`.
  package let period: String
}

/// The last measured value of every metric, offered as a suggestion at a check-in.
package struct MeasuredOffers {
  package let offers: [String: MeasuredOffer]

  /// Reads the working tree; a metric without readings offers nothing.
  ///
  /// - Parameter day: only values known by the end of this day count.
  package init(_ strategy: String?, on day: Day, in session: Session) throws {
    guard let read = try? session.loadOne(Moment(strategy: strategy), readings: true).strategy else {
      offers = [:]
      return
    }
    var offers: [String: MeasuredOffer] = [:]
    for sheet in read.readings.sheets {
      guard let last = read.series(of: sheet.metric, knownOn: day).last else { continue }
      offers[sheet.metric] = MeasuredOffer(
        value: last.value, period: read.readings.calendar.name(of: last.period))
    }
    self.offers = offers
  }
}
