import Presentation
package import StrategyModel

extension Day {
  /// A day that somebody typed.
  package init(argument text: String) throws(StrategyError) {
    guard let day = Day(text) else {
      throw StrategyError(.badRequest, message: "'\(text.visible)' \(Day.refusal(of: text))")
    }
    self = day
  }

  /// A day that somebody gave as an option; `nil` when it was left out.
  package init?(argument text: String?) throws(StrategyError) {
    guard let text else { return nil }
    try self.init(argument: text)
  }

  /// A typed day, which must be after another.
  package init(argument text: String, after day: Day) throws(StrategyError) {
    try self.init(argument: text)
    guard self > day else {
      throw StrategyError(.badRequest, message: "\(self) is not after \(day)")
    }
  }

  /// The first day of a period that somebody typed, or the typed day.
  package init(firstOf text: String, in calendar: PeriodCalendar) throws(StrategyError) {
    self = calendar.firstDay(of: try calendar.period(argument: text))
  }

  /// The last day of a period that somebody typed, or the typed day.
  package init(lastOf text: String, in calendar: PeriodCalendar) throws(StrategyError) {
    self = calendar.lastDay(of: try calendar.period(argument: text))
  }

  /// The day that somebody typed where a revision is allowed too; `nil` for text that may be a revision.
  package static func moment(_ text: String) throws(StrategyError) -> Day? {
    Day.nearest(to: text) == nil ? Day(text) : try Day(argument: text)
  }
}

extension PeriodCalendar {
  /// A period that somebody typed; a day is one too.
  fileprivate func period(argument text: String) throws(StrategyError) -> Period {
    // A day that does not exist has a reason of its own.
    guard let period = period(named: text) else { return Period(.day, number: try Day(argument: text).number) }
    return period
  }
}
