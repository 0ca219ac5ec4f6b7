internal import Glibc

/// Student's distribution of t.
package enum StudentT {
  /// The probability of a `t` at least this far from 0, on either side, by chance.
  ///
  /// - Parameter freedom: degrees of freedom, any positive number.
  /// - Returns: 0…1; 1 when either argument is not valid.
  package static func twoSidedP(_ t: Double, freedom: Double) -> Double {
    guard !t.isNaN, freedom > 0 else { return 1 }
    // Far out, t² itself would overflow; its share of the whole is 1 long before that.
    let square = min(t * t, .greatestFiniteMagnitude / 2)
    let share = square / (freedom + square)
    return IncompleteBeta(freedom / 2, 0.5).regularised(at: freedom / (freedom + square), complement: share)
  }
}

/// The incomplete beta function, divided by the complete one.
///
/// Source: Press et al., Numerical Recipes, 6.4, a continued fraction by Lentz's method.
struct IncompleteBeta {
  let a: Double
  let b: Double

  /// - Parameters: a, b: positive.
  init(_ a: Double, _ b: Double) { (self.a, self.b) = (a, b) }

  /// The share of the distribution below `x`.
  ///
  /// - Parameter complement: `1 - x`, which the caller knows without the loss of precision of subtracting.
  func regularised(at x: Double, complement: Double) -> Double {
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    let front = exp(a * logarithm(of: x, complement) + b * logarithm(of: complement, x) - logBeta)
    let isLow = x < (a + 1) / (a + b + 2)
    let share =
      isLow
      ? front * fraction(x) / a
      : 1 - front * IncompleteBeta(b, a).fraction(complement) / b
    return min(max(share, 0), 1)
  }

  /// `ln x`, calculated near 1 from the complement.
  private func logarithm(of x: Double, _ complement: Double) -> Double { x > 0.5 ? log1p(-complement) : log(x) }

  private func fraction(_ x: Double) -> Double {
    var c = 1.0
    var d = 1 / IncompleteBeta.awayFromZero(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / IncompleteBeta.awayFromZero(1 + even * d)
      c = IncompleteBeta.awayFromZero(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / IncompleteBeta.awayFromZero(1 + odd * d)
      c = IncompleteBeta.awayFromZero(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }

  private static func awayFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }

  /// The logarithm of the complete beta function. Two large logarithms of gamma would cancel their digits, so for a
  /// large number their difference is calculated at once, by Stirling's series.
  private var logBeta: Double {
    let (large, small) = (max(a, b), min(a, b))
    guard large >= 10 else { return lgamma(a).0 + lgamma(b).0 - lgamma(a + b).0 }
    let ratio =
      (large - 0.5) * log1p(small / large) + small * log(large + small) - small
      + IncompleteBeta.stirling(large + small) - IncompleteBeta.stirling(large)
    return lgamma(small).0 - ratio
  }

  /// The error of Stirling's formula, for 10 and above.
  private static func stirling(_ z: Double) -> Double {
    let square = 1 / (z * z)
    return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / z
  }
}
