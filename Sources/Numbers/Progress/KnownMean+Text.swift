import Presentation

extension KnownMean {
  /// `29 %`, `29 % (2 of 3)` where a part is unknown, `-` where everything is.
  package var percent: String {
    guard let value else { return "-" }
    return known < count ? "\(value.percent) (\(known) of \(count))" : value.percent
  }

  /// `0.55`, `0.55 (2 of 3)` where a part is unknown, `-` where everything is.
  package var short: String {
    guard let value else { return "-" }
    return known < count ? "\(value.short) (\(known) of \(count))" : value.short
  }
}
