package import StrategyModel

/// How each metric in a formula contributed to the change of its value.
package struct FormulaSplit: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package let metric: String
    package let from: Double
    package let to: Double
    /// In the unit of the formula's value.
    package let contribution: Double
  }

  package let split: Decomposition
  /// One for each metric, in the order in which the formula first names them.
  package let parts: [Part]

  package var dominant: Part? { split.dominant.map { parts[$0] } }

  /// Uses the logarithmic mean when the formula is a product of positive metrics, else Shapley.
  ///
  /// - Parameters: from, to: the metrics' values before and after; every metric in the formula needs one.
  package init(_ formula: Formula, from: [String: Double], to: [String: Double]) throws(DecompositionProblem) {
    let metrics = formula.names
    let (before, after) = (metrics.compactMap { from[$0] }, metrics.compactMap { to[$0] })
    guard before.count == metrics.count, after.count == metrics.count else { throw .noNumbers }
    let split: Decomposition
    if let product = FormulaSplit.byLogarithm(formula, metrics, before, after) {
      split = product
    } else {
      split = try .shapley(formula, metrics, before, after)
    }
    self.split = split
    parts = metrics.indices.map { place in
      Part(metric: metrics[place], from: before[place], to: after[place], contribution: split.parts[place])
    }
  }

  private static func byLogarithm(_ formula: Formula, _ metrics: [String], _ from: [Double], _ to: [Double])
    -> Decomposition?
  {
    guard let product = PowerProduct(formula) else { return nil }
    let factors = metrics.indices.map { (power: product.powers[metrics[$0]] ?? 0, from: from[$0], to: to[$0]) }
    return Decomposition(logarithmicMean: factors, times: product.constant)
  }
}

extension Decomposition {
  fileprivate static func shapley(
    _ formula: Formula, _ metrics: [String], _ from: [Double], _ to: [Double]
  ) throws(DecompositionProblem) -> Decomposition {
    let places = Dictionary(uniqueKeysWithValues: zip(metrics, metrics.indices))
    return try Decomposition(shapleyFrom: from, to: to) { point in formula.value { id in places[id].map { point[$0] } }
    }
  }
}

extension Formula {
  /// The metrics in the formula, each once, in the order of their first occurrence.
  package var names: [String] {
    var seen: Set<String> = []
    return metrics.map(\.value).filter { seen.insert($0).inserted }
  }
}
