/// A mean of what is known, and of how much that is: what is unknown counts as nothing, never as 0.
package struct KnownMean: Sendable, Hashable {
  /// `nil` when nothing is known.
  package let value: Double?
  /// How many values are known.
  package let known: Int
  /// How many there would be.
  package let count: Int

  /// The mean, when everything is known.
  package var complete: Double? { known == count ? value : nil }

  /// - Parameter values: weights as `Mean.weighted` takes them.
  package init(_ values: some Sequence<(value: Double?, weight: Double?)>) {
    let all = Array(values)
    let found = all.compactMap { entry in entry.value.map { (value: $0, weight: entry.weight) } }
    value = Mean.weighted(found)
    (known, count) = (value == nil ? 0 : found.count, all.count)
  }

  /// The mean of several means, each as much as the next; how much is known of all of them together.
  package init(of means: [KnownMean]) {
    value = Mean.of(means.compactMap(\.value))
    known = means.reduce(0) { $0 + $1.known }
    count = means.reduce(0) { $0 + $1.count }
  }
}
