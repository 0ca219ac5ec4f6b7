/// The straight line with the least squares.
package struct LinearRegression: Sendable, Equatable {
  package let slope: Double
  package let intercept: Double
  package let correlation: Correlation
  /// The standard error of the slope.
  package let slopeError: Double

  /// `nil` for fewer than three points, for series of unequal length, when one of them is constant, and when the slope
  /// does not fit in a number.
  package init?(_ x: some Collection<Double>, _ y: some Collection<Double>) {
    guard let correlation = Correlation(pearson: x, y), let a = Moments(x), let b = Moments(y), a.standardDeviation > 0
    else { return nil }
    let steepness = b.standardDeviation / a.standardDeviation
    slope = correlation.r * steepness
    intercept = b.mean - slope * a.mean
    let missed = (1 - correlation.r) * (1 + correlation.r)
    slopeError = (missed / Double(x.count - 2)).squareRoot() * steepness
    self.correlation = correlation
    guard slope.isFinite, intercept.isFinite, slopeError.isFinite else { return nil }
  }
}
