/// Whether two groups have different means, without assuming that they spread alike.
///
/// Source: Welch 1947; degrees of freedom by Welch and Satterthwaite.
package struct WelchTest: Sendable, Equatable {
  package let first: Moments
  package let second: Moments
  package let t: Double
  package let degreesOfFreedom: Double
  /// The probability of a difference at least this large, in either direction, by chance: 0…1.
  package let p: Double

  /// `nil` when a group has fewer than two values or one that is not finite, and when neither group has any spread.
  package init?(_ a: some Collection<Double>, _ b: some Collection<Double>) {
    guard a.count > 1, b.count > 1, let first = Moments(a), let second = Moments(b) else { return nil }
    let scale = max(first.standardDeviation, second.standardDeviation)
    guard scale > 0 else { return nil }
    (self.first, self.second) = (first, second)
    let (u, v) = (WelchTest.error(first, scale), WelchTest.error(second, scale))
    t = (first.mean / 2 - second.mean / 2) / scale * 2 / (u + v).squareRoot()
    degreesOfFreedom = (u + v) * (u + v) / (u * u / Double(first.count - 1) + v * v / Double(second.count - 1))
    p = StudentT.twoSidedP(t, freedom: degreesOfFreedom)
    guard t.isFinite, degreesOfFreedom.isFinite else { return nil }
  }

  /// The squared standard error of a group's mean, in units of `scale` squared.
  private static func error(_ group: Moments, _ scale: Double) -> Double {
    let deviation = group.standardDeviation / scale
    return deviation * deviation / Double(group.count)
  }
}
