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

  /// The day that somebody typed where a revision is allowed too; `nil` for text that may be a revision.
  package static func moment(_ text: String) throws(StrategyError) -> Day? {
    Day.nearest(to: text) == nil ? Day(text) : try Day(argument: text)
  }
}
