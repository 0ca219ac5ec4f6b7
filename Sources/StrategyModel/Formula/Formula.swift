package import StrictYAML

/// Arithmetic over metrics: `activation-rate / 100 * new-workspaces`.
///
/// Numbers, ids of metrics, `+ - * /` and parentheses; `*` and `/` bind closer than `+` and `-`, and both work from
/// left to right. A hyphen belongs to the word before it, so a minus after a metric needs a space before it.
package struct Formula: Sendable, Hashable {
  package let root: Expression
  /// Every metric in the formula, as often as it occurs, from left to right. Ranges count from the formula's first
  /// byte.
  package let metrics: [Located<String>]

  /// Reads a formula, or throws its first fault.
  package init(parsing text: String) throws(FormulaFault) {
    var parser = try FormulaParser(text)
    root = try parser.parse()
    metrics = parser.metrics
  }

  /// The value for given values of the metrics; `nil` when one of them has no value, or the result is not a finite
  /// number.
  package func value(_ valueOf: (String) -> Double?) -> Double? {
    guard let value = root.value(valueOf), value.isFinite else { return nil }
    return value
  }
}

/// A formula's tree. Sums and products hold all their parts, so that its depth is that of the parentheses alone.
package indirect enum Expression: Sendable, Hashable {
  case number(Double)
  case metric(String)
  /// At least two parts, or one that is subtracted.
  case sum([Term])
  /// At least two parts, the first of which is not a divisor.
  case product([Factor])

  package struct Term: Sendable, Hashable {
    package let isSubtracted: Bool
    package let expression: Expression
    /// The bytes of the formula that the part was read from.
    package let range: ByteRange
  }

  package struct Factor: Sendable, Hashable {
    package let isDivisor: Bool
    package let expression: Expression
    package let range: ByteRange
  }

  fileprivate func value(_ valueOf: (String) -> Double?) -> Double? {
    switch self {
    case .number(let number): return number
    case .metric(let id): return valueOf(id)
    case .sum(let terms):
      var total = 0.0
      for term in terms {
        guard let value = term.expression.value(valueOf) else { return nil }
        total += term.isSubtracted ? -value : value
      }
      return total
    case .product(let factors):
      var total = 1.0
      for factor in factors {
        guard let value = factor.expression.value(valueOf) else { return nil }
        total = factor.isDivisor ? total / value : total * value
      }
      return total
    }
  }
}

/// Why a text is not a formula.
package struct FormulaFault: Error, Hashable {
  package enum Kind: Sendable, Hashable {
    case empty
    /// A word that is neither a number nor an id.
    case notAnOperand(String)
    case unexpectedCharacter(Character)
    /// Nothing follows an operator, a bracket or the formula's start.
    case missingOperand
    /// Two operands are next to each other.
    case missingOperator
    case unclosedParenthesis
    case strayParenthesis
    case tooDeep
  }

  package let kind: Kind
  /// Counts from the formula's first byte.
  package let range: ByteRange
}
