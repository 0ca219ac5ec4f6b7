package import StrategyModel

/// How many scores are in each band, and what they say about how goals were set.
package struct Distribution: Sendable, Hashable {
  /// The score of one key result, and the ambition of its objective.
  package struct Score: Sendable, Hashable {
    /// 0…1; `nil` when it is unknown.
    package let value: Double?
    package let ambition: Ambition?

    package init(_ value: Double?, _ ambition: Ambition?) { (self.value, self.ambition) = (value, ambition) }
  }

  /// The scores of goals with the same ambition.
  package struct Part: Sendable, Hashable {
    package let ambition: Ambition
    package let count: Int
    package let average: Double
    /// `nil` for goals that end in an answer.
    package let aim: Aim?
  }

  /// The known scores.
  package let scores: [Double]
  /// The number of all scores, including unknown ones.
  package let count: Int
  /// Empty while the cycle runs: an interim score does not show how well a goal was set.
  package let parts: [Part]

  /// - Parameter isOver: whether the cycle's last day is over.
  package init(_ all: [Score], isOver: Bool) {
    scores = all.compactMap(\.value)
    count = all.count
    parts = Ambition.allCases.compactMap { ambition in
      let own = all.filter { $0.ambition == ambition }.compactMap(\.value)
      guard isOver, let average = Mean.of(own) else { return nil }
      return Part(ambition: ambition, count: own.count, average: average, aim: Aim(average: average, of: ambition))
    }
  }

  package var average: Double? { Mean.of(scores) }

  package func count(_ band: ScoreBand) -> Int { scores.count { ScoreBand($0) == band } }
}
