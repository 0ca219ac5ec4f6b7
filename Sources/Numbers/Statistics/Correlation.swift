/// How closely two series move together.
package struct Correlation: Sendable, Equatable {
  /// -1…1.
  package let r: Double
  /// The probability of an `r` at least this far from 0 by chance, if the points were independent of each other: 0…1.
  package let p: Double
  package let count: Int

  /// Pearson's correlation: how close the points are to a straight line.
  ///
  /// `nil` for fewer than three points, for series of unequal length, and when one of them is constant.
  package init?(pearson x: some Collection<Double>, _ y: some Collection<Double>) {
    guard x.count == y.count, x.count >= 3, let a = Scaled(x), let b = Scaled(y), !a.isConstant, !b.isConstant
    else { return nil }
    self.init(r: a.products(with: b) / (a.squares * b.squares).squareRoot(), count: x.count)
  }

  /// Spearman's correlation: of ranks, so that any rising curve counts as close. Equal values share the mean of their
  /// ranks.
  package init?(spearman x: some Collection<Double>, _ y: some Collection<Double>) {
    guard x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else { return nil }
    self.init(pearson: Correlation.ranks(of: Array(x)), Correlation.ranks(of: Array(y)))
  }

  private init(r: Double, count: Int) {
    self.r = min(max(r, -1), 1)
    self.count = count
    p = Correlation.chance(of: self.r, among: Double(count))
  }

  /// The p of an `r` among a number of points, which need not be whole when they depend on each other.
  static func chance(of r: Double, among count: Double) -> Double {
    guard count > 2 else { return 1 }
    return IncompleteBeta(count / 2 - 1, 0.5).regularised(at: (1 - r) * (1 + r), complement: r * r)
  }

  private static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
