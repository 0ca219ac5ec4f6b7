internal import Glibc

extension Decomposition {
  /// Splits the change of a product of powers by the logarithmic mean: `Δx = L(V₁,V₀) · n · ln(x₁/x₀)`.
  ///
  /// `nil` unless every factor is positive at both ends, and the product and its parts fit in a number.
  ///
  /// Source: Ang 2005, LMDI-I, additive.
  ///
  /// - Parameters:
  ///   - factors: for each, its power (-1 for a divisor) and its value before and after.
  ///   - constant: the number by which the product is multiplied at both ends.
  package init?(logarithmicMean factors: [(power: Int, from: Double, to: Double)], times constant: Double = 1) {
    guard factors.allSatisfy({ $0.from > 0 && $0.to > 0 && $0.from.isFinite && $0.to.isFinite }) else { return nil }
    let from = Decomposition.product(factors.map { ($0.power, $0.from) }, constant)
    let to = Decomposition.product(factors.map { ($0.power, $0.to) }, constant)
    guard from.isNormal, to.isNormal else { return nil }
    let mean = Decomposition.logarithmicMean(abs(to), abs(from))
    let parts = factors.map { factor in
      (constant < 0 ? -1 : 1) * mean * Double(factor.power) * Decomposition.logarithm(of: factor.to, over: factor.from)
    }
    self.init(method: .logarithmicMean, from: from, to: to, parts: parts)
    guard residual.isFinite else { return nil }
  }

  private static func product(_ factors: [(power: Int, value: Double)], _ constant: Double) -> Double {
    factors.reduce(constant) { product, factor in
      (0..<abs(factor.power)).reduce(product) { product, _ in
        factor.power > 0 ? product * factor.value : product / factor.value
      }
    }
  }

  /// `L(a, b) = (a − b)/(ln a − ln b)`, `L(a, a) = a`.
  static func logarithmicMean(_ a: Double, _ b: Double) -> Double {
    a == b ? a : (a - b) / logarithm(of: a, over: b)
  }

  /// `ln(a/b)`, with full precision when they are close to each other.
  private static func logarithm(of a: Double, over b: Double) -> Double {
    let growth = (a - b) / b
    return abs(growth) < 0.5 ? log1p(growth) : log(a) - log(b)
  }
}
