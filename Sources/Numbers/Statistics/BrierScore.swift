/// How well forecasts did: 0 is perfect, 0.25 is what always saying 0.5 gives, 1 is always sure and always wrong.
///
/// Source: Brier 1950, for two outcomes.
package struct BrierScore: Sendable, Equatable {
  /// 0…1.
  package let score: Double
  package let count: Int

  /// `nil` without forecasts.
  ///
  /// - Parameter forecasts: how likely something was said to be, and whether it was so (1), was not (0), or between.
  package init?(_ forecasts: some Collection<(said: Double, was: Double)>) {
    guard let mean = Moments(forecasts.map { ($0.said - $0.was) * ($0.said - $0.was) })?.mean else { return nil }
    (score, count) = (mean, forecasts.count)
  }
}
