package import StrategyModel

/// A formula that only multiplies and divides: a constant, and each metric to some power.
package struct PowerProduct: Sendable, Equatable {
  package private(set) var constant = 1.0
  /// -1 for a metric that divides once; 0 for a metric that both multiplies and divides.
  package private(set) var powers: [String: Int] = [:]

  /// `nil` for a formula that adds or subtracts metrics.
  package init?(_ formula: Formula) {
    guard multiply(by: formula.root, sign: 1), constant.isFinite, constant != 0 else { return nil }
  }

  /// The recursion is bounded, since the depth of a formula is.
  private mutating func multiply(by expression: Expression, sign: Int) -> Bool {
    switch expression {
    case .metric(let id): powers[id, default: 0] += sign
    case .product(let factors):
      return factors.allSatisfy { multiply(by: $0.expression, sign: $0.isDivisor ? -sign : sign) }
    case .number, .sum:
      // Parentheses without metrics are a number; a minus before a product is the number -1.
      if let number = expression.number {
        constant = sign > 0 ? constant * number : constant / number
      } else if case .sum(let terms) = expression, terms.count == 1 {
        constant = terms[0].isSubtracted ? -constant : constant
        return multiply(by: terms[0].expression, sign: sign)
      } else {
        return false
      }
    }
    return true
  }
}

extension Expression {
  /// The value of an expression without metrics.
  fileprivate var number: Double? {
    switch self {
    case .number(let number): return number
    case .metric: return nil
    case .product(let factors):
      return factors.reduce(1) { product, factor in
        guard let product, let number = factor.expression.number else { return nil }
        return factor.isDivisor ? product / number : product * number
      }
    case .sum(let terms):
      return terms.reduce(0) { sum, term in
        guard let sum, let number = term.expression.number else { return nil }
        return sum + (term.isSubtracted ? -number : number)
      }
    }
  }
}
