/// A mean of the known values, with how many are known: an unknown value is left out, never counted as 0.
package struct KnownMean: Sendable, Hashable {
  /// `nil` when nothing is known.
  package let value: Double?
  /// How many values are known.
  package let known: Int
  /// The number of all values, including unknown ones.
  package let count: Int

  /// The mean, when everything is known.
  package var complete: Double? { known == count ? value : nil }

  /// - Parameter values: with weights as in `Mean.weighted`.
  package init(_ values: some Sequence<(value: Double?, weight: Double?)>) {
    let all = Array(values)
    let found = all.compactMap { entry in entry.value.map { (value: $0, weight: entry.weight) } }
    value = Mean.weighted(found)
    (known, count) = (value == nil ? 0 : found.count, all.count)
  }

  /// The mean of several means, all with the same weight; counts the known values of all of them together.
  package init(of means: [KnownMean]) {
    value = Mean.of(means.compactMap(\.value))
    known = means.reduce(0) { $0 + $1.known }
    count = means.reduce(0) { $0 + $1.count }
  }
}
