extension Decomposition {
  package static let mostFactors = 12

  /// Splits the change of any function of up to twelve factors by exact Shapley values.
  ///
  /// Evaluates the function once for each subset of the factors that changed: 4,096 times for twelve.
  ///
  /// Source: Shapley 1953; for splits of a change, Shorrocks 2013.
  ///
  /// - Parameters:
  ///   - from, to: the factors before and after, in the same order.
  ///   - value: the function; `nil` where it is undefined.
  package init(
    shapleyFrom from: [Double], to: [Double], _ value: ([Double]) -> Double?
  ) throws(DecompositionProblem) {
    guard from.count == to.count, !from.isEmpty, (from + to).allSatisfy(\.isFinite) else { throw .noNumbers }
    let moved = from.indices.filter { from[$0] != to[$0] }
    guard moved.count <= Decomposition.mostFactors else { throw .tooManyFactors(moved.count) }
    let values = try Decomposition.values(from, to, moved, value)
    var parts = Array(repeating: 0.0, count: from.count)
    for (bit, factor) in moved.enumerated() { parts[factor] = Decomposition.share(of: bit, among: moved.count, values) }
    self.init(method: .shapley, from: values[0], to: values[values.count - 1], parts: parts)
    guard residual.isFinite else { throw .noNumbers }
  }

  /// The function's value for each subset of factors that have already changed.
  private static func values(
    _ from: [Double], _ to: [Double], _ moved: [Int], _ value: ([Double]) -> Double?
  ) throws(DecompositionProblem) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(1 << moved.count)
    var point = from
    for subset in 0..<1 << moved.count {
      for (bit, factor) in moved.enumerated() { point[factor] = subset & 1 << bit == 0 ? from[factor] : to[factor] }
      guard let found = value(point), found.isFinite else { throw .noValueBetween }
      values.append(found)
    }
    return values
  }

  /// The mean effect of a factor, over all orders in which the factors could have changed.
  private static func share(of bit: Int, among count: Int, _ values: [Double]) -> Double {
    let weights = weights(count)
    var sum = ExactSum([])
    for subset in values.indices where subset & 1 << bit == 0 {
      sum.add((values[subset | 1 << bit] - values[subset]) * weights[subset.nonzeroBitCount])
    }
    return sum.value
  }

  /// The share of all orders that begin with exactly a given subset, by the size of the subset: `s! (n − s − 1)! / n!`.
  private static func weights(_ count: Int) -> [Double] {
    var weights: [Double] = []
    // The number of subsets of that size among the other factors, which share 1/n of the orders.
    var subsets = 1.0
    for size in 0..<max(count, 1) {
      weights.append(1 / (subsets * Double(count)))
      subsets = subsets * Double(count - 1 - size) / Double(size + 1)
    }
    return weights
  }
}
