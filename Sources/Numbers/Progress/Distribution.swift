package import StrategyModel

/// How many scores fall into which band, and what they say about how goals were aimed.
package struct Distribution: Sendable, Hashable {
  /// The score of one key result, and what its objective was meant to be.
  package struct Score: Sendable, Hashable {
    /// 0…1; `nil` when it is not known.
    package let value: Double?
    package let ambition: Ambition?

    package init(_ value: Double?, _ ambition: Ambition?) { (self.value, self.ambition) = (value, ambition) }
  }

  /// The scores of one ambition.
  package struct Part: Sendable, Hashable {
    package let ambition: Ambition
    package let count: Int
    package let average: Double
    /// `nil` for goals that end in an answer.
    package let aim: Aim?
  }

  /// Those that are known.
  package let scores: [Double]
  /// How many there would be.
  package let count: Int
  /// Empty as long as the cycle runs: a score of today judges nobody's aim.
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
