/// Mean and spread of values of any size: they are scaled by a power of two, so that no sum or square overflows or
/// vanishes.
package struct Moments: Sendable, Equatable {
  package let count: Int
  package let mean: Double
  /// For a sample: the sum of squares divided by one less than the count; 0 for one value.
  package let standardDeviation: Double

  /// `nil` without values, and when one of them is not finite.
  package init?(_ values: some Collection<Double>) {
    guard let scaled = Scaled(values) else { return nil }
    count = values.count
    mean = scaled.center * scaled.scale
    standardDeviation = count < 2 ? 0 : (scaled.squares / Double(count - 1)).squareRoot() * scaled.scale
  }
}

/// Values around their mean, divided by a power of two so that the largest is about 1.
struct Scaled {
  let scale: Double
  /// In units of `scale`.
  let center: Double
  let deviations: [Double]
  /// The sum of the squared deviations, in units of `scale` squared.
  let squares: Double

  /// `nil` without values, and when one of them is not finite.
  init?(_ values: some Collection<Double>) {
    guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let largest = values.reduce(0) { max($0, abs($1)) }
    scale = largest == 0 ? 1 : largest.binade
    let (scale, count) = (scale, Double(values.count))
    let scaled = values.map { $0 / scale }
    let first = ExactSum(scaled).value / count
    // The mean of the residuals corrects the mean: it would be 0 in exact arithmetic.
    center = first + ExactSum(scaled.map { $0 - first }).value / count
    let center = center
    deviations = scaled.map { $0 - center }
    squares = ExactSum(deviations.map { $0 * $0 }).value
  }

  /// Whether only the rounding of the values themselves makes them differ.
  var isConstant: Bool { deviations.allSatisfy { abs($0) <= abs(center) * 0x1p-51 } }

  /// The sum of the products of two series' deviations.
  func products(with other: Scaled) -> Double {
    ExactSum(zip(deviations, other.deviations).map { $0 * $1 }).value
  }
}

/// A sum that also keeps what rounding loses. Source: Neumaier 1974.
struct ExactSum {
  private(set) var sum = 0.0
  private var lost = 0.0

  init(_ values: [Double]) { for value in values { add(value) } }

  mutating func add(_ value: Double) {
    let total = sum + value
    lost += abs(sum) >= abs(value) ? (sum - total) + value : (value - total) + sum
    sum = total
  }

  var value: Double { sum + lost }
}
