import ArgumentParser
import Numbers
import StrategyModel

/// The last measured value of every metric, offered as a suggestion at a check-in.
struct MeasuredOffers {
  let offers: [String: CheckInQuestions.Offer]

  /// Reads the working tree; a metric without readings offers nothing.
  ///
  /// - Parameter day: only values known by the end of this day count.
  init(_ strategy: String?, on day: Day, in environment: CommandEnvironment) throws {
    var moment = try MomentOptions.parse([])
    moment.strategy = strategy
    guard let read = try? environment.loadOne(moment, readings: true).strategy else {
      offers = [:]
      return
    }
    var offers: [String: CheckInQuestions.Offer] = [:]
    for sheet in read.readings.sheets {
      guard let last = read.series(of: sheet.metric, knownOn: day).last else { continue }
      offers[sheet.metric] = CheckInQuestions.Offer(
        value: last.value, period: read.readings.calendar.name(of: last.period))
    }
    self.offers = offers
  }
}
