import Git
import Presentation
package import StrategyModel

extension Session {
  /// Today in a strategy's time zone; `NORTHSTAR_TODAY` sets another day.
  package func today(in strategy: Strategy) throws(StrategyError) -> Day { try today(in: strategy.zone) }

  /// Today in a time zone; `NORTHSTAR_TODAY` sets another day.
  package func today(in zone: Zone) throws(StrategyError) -> Day {
    if let text = git["NORTHSTAR_TODAY"] {
      guard let day = Day(text) else {
        throw StrategyError(message: "NORTHSTAR_TODAY '\(text.visible)' \(Day.refusal(of: text))")
      }
      return day
    }
    return Day(of: now, in: zone)
  }
}

extension Strategy {
  /// The strategy's time zone; UTC if it names no valid one.
  package var zone: Zone {
    settings?.timezone.flatMap { Zone($0.value) } ?? .utc
  }
}
