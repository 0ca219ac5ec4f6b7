/// How good forecasts were: 0 is perfect, 0.25 is what always saying 0.5 gives, 1 is always sure and always wrong.
///
/// Source: Brier 1950, for two outcomes.
package struct BrierScore: Sendable, Equatable {
  /// 0…1.
  package let score: Double
  package let count: Int

  /// `nil` without forecasts.
  ///
  /// - Parameter forecasts: the stated probability, and whether it came true (1), did not (0), or something between.
  package init?(_ forecasts: some Collection<(said: Double, was: Double)>) {
    guard let mean = Moments(forecasts.map { ($0.said - $0.was) * ($0.said - $0.was) })?.mean else { return nil }
    (score, count) = (mean, forecasts.count)
  }
}
