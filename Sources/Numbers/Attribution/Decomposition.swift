/// The change of one number, split into the contributions of several factors.
package struct Decomposition: Sendable, Equatable {
  package enum Method: String, Sendable, CaseIterable {
    /// The logarithmic mean Divisia index, additive: for products of positive factors.
    case logarithmicMean = "LMDI"
    /// Every factor's mean effect over all orders in which the factors could have changed: for any formula.
    case shapley = "Shapley"
    /// By segment: the effect of shares, and the effect of rates.
    case ratioAndMix = "ratio and mix"
  }

  package let method: Method
  package let from: Double
  package let to: Double
  /// What each factor contributes, in the unit of the number and in the order in which the factors were given.
  package let parts: [Double]

  package var change: Double { to - from }
  /// What no factor explains: 0 apart from rounding. Not finite when the change or a part does not fit in a number.
  package var residual: Double { ExactSum([to, -from] + parts.map { -$0 }).value }

  /// The factor that contributes most, in either direction; `nil` when nothing moved.
  package var dominant: Int? {
    guard let largest = parts.indices.max(by: { abs(parts[$0]) < abs(parts[$1]) }), parts[largest] != 0
    else { return nil }
    return largest
  }
}

/// Why a change cannot be split.
package enum DecompositionProblem: Error, Hashable {
  /// Exact Shapley tries every subset of the factors; more than twelve are too many.
  case tooManyFactors(Int)
  /// The formula is undefined for some mixture of old and new factors, for example where a divisor is 0.
  case noValueBetween
  /// A number is not finite, or there is nothing to split.
  case noNumbers
}
