package import Numbers
package import Presentation
package import StrategyModel

/// All beliefs of a strategy, graded, and how well each team's came true.
package struct BeliefLedger {
  /// By metric, then in the order of its file.
  package private(set) var beliefs: [GradedBelief]
  /// Whether there was a history that tells when each belief was written down.
  package let hasHistory: Bool
  package let notes: [String]

  package init(_ strategy: Strategy, _ origins: BeliefOrigins?, detrending: Detrending, isSince: Bool) {
    let metrics = strategy.metrics.all.sorted { ($0.id?.value ?? "") < ($1.id?.value ?? "") }
    beliefs = metrics.flatMap { metric in
      metric.drives.compactMap {
        GradedBelief($0, of: metric, in: strategy, origins, detrending, isSince: isSince)
      }
    }
    hasHistory = origins != nil
    notes = origins?.notes ?? []
  }

  /// Keeps the beliefs whose rows a listing has kept.
  package mutating func keep(_ listing: Listing) {
    beliefs = listing.kept.map { beliefs[$0] }
  }

  mutating func keep(where isWanted: (GradedBelief) -> Bool) { beliefs = beliefs.filter(isWanted) }

  /// One for each team with a belief that can be graded, by name; beliefs of no team are under `nil`.
  var scores: [(team: String?, score: BrierScore)] {
    let forecasts = Dictionary(grouping: beliefs.filter { $0.forecast != nil }) { $0.team }
    return forecasts.keys.sorted { ($0 ?? "") < ($1 ?? "") }.compactMap { team in
      BrierScore((forecasts[team] ?? []).compactMap(\.forecast)).map { (team, $0) }
    }
  }

  /// Of all teams together; `nil` while nothing can be graded.
  package var overall: BrierScore? { BrierScore(beliefs.compactMap(\.forecast)) }
}

extension GradedBelief {
  /// The stated confidence, and how far it came true; `nil` where either is unknown.
  var forecast: (said: Double, was: Double)? {
    guard let said = prior.confidence, let was = verdict.outcome else { return nil }
    return (said, was)
  }
}
