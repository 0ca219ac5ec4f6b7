/// The change of a rate, by segment: because the segments' shares moved (mix), or because their rates did.
///
/// Source: `Σ (w₁−w₀)((r₀+r₁)/2 − R̄) + Σ ((w₀+w₁)/2)(r₁−r₀)`, R̄ the mean of the whole rate before and after.
package struct RateMixDecomposition: Sendable, Equatable {
  /// One segment at one end: its share of the whole, 0…1, and its rate.
  package struct Part: Sendable, Equatable {
    package let share: Double
    package let rate: Double

    package init(share: Double, rate: Double) { (self.share, self.rate) = (share, rate) }
  }

  package struct Effect: Sendable, Equatable {
    package let segment: String
    package let mix: Double
    package let rate: Double
    package var sum: Double { mix + rate }
  }

  package let from: Double
  package let to: Double
  /// In the order in which the segments were given.
  package let effects: [Effect]

  package var mix: Double { ExactSum(effects.map(\.mix)).value }
  package var rate: Double { ExactSum(effects.map(\.rate)).value }
  package var residual: Double { to - from - mix - rate }

  /// - Parameter segments: each with its parts before and after. A segment that is missing at one end has share 0 and
  ///   the rate of the other end, so that its appearance or disappearance counts as mix. `nil` for no segments, and for
  ///   numbers that are not finite.
  package init?(_ segments: [(name: String, from: Part?, to: Part?)]) {
    let ends = segments.map { segment in
      let (from, to) = (segment.from ?? segment.to, segment.to ?? segment.from)
      return (
        from: Part(share: segment.from?.share ?? 0, rate: from?.rate ?? 0),
        to: Part(share: segment.to?.share ?? 0, rate: to?.rate ?? 0)
      )
    }
    from = ExactSum(ends.map { $0.from.share * $0.from.rate }).value
    to = ExactSum(ends.map { $0.to.share * $0.to.rate }).value
    let whole = from / 2 + to / 2
    effects = zip(segments, ends).map { segment, end in
      let mix = (end.to.share - end.from.share) * (end.from.rate / 2 + end.to.rate / 2 - whole)
      let rate = (end.from.share / 2 + end.to.share / 2) * (end.to.rate - end.from.rate)
      return Effect(segment: segment.name, mix: mix, rate: rate)
    }
    guard !segments.isEmpty, from.isFinite, to.isFinite, mix.isFinite, rate.isFinite else { return nil }
  }
}
