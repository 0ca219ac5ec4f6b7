import Diagnostics
import Foundation
import Git
import StrategyModel

extension CommandEnvironment {
  /// Today in a strategy's time zone; `NORTHSTAR_TODAY` sets another day.
  func today(in strategy: Strategy) throws(CommandFailure) -> Day { try today(in: strategy.zone) }

  /// Today in a time zone; `NORTHSTAR_TODAY` sets another day.
  func today(in zone: Zone) throws(CommandFailure) -> Day {
    if let text = git["NORTHSTAR_TODAY"] {
      guard let day = Day(text) else {
        throw CommandFailure(message: "NORTHSTAR_TODAY '\(text.visible)' \(Day.refusal(of: text))")
      }
      return day
    }
    return Day(of: now, in: zone)
  }
}

extension Strategy {
  /// The strategy's time zone; UTC unless it names one that exists.
  var zone: Zone {
    settings?.timezone.flatMap { Zone($0.value) } ?? .utc
  }
}

extension Day {
  /// The day of a moment, in seconds since 1970, in a time zone; moments outside the years 1 to 9999 count as
  /// their ends.
  init(of moment: Int64, in zone: Zone) {
    let seconds = Int(min(max(moment, -62_135_596_800), 253_402_300_799))
    let local = seconds + zone.offset(at: Int64(seconds))
    self.init(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The last second of the day in a time zone.
  func lastSecond(in zone: Zone) -> Int64 {
    let utc = Int64(number + 1) * 86_400 - 1
    return utc - Int64(zone.offset(at: utc))
  }
}
