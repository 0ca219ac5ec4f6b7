import Numbers
package import StrategyModel
import StrategyStore

/// What readings say about a candidate, if it has any.
package struct CandidateEvidence: Sendable {
  /// A sentence or two.
  let words: String
  /// Whether it leads a business result; `nil` when the readings are inconclusive.
  let leads: Bool?

  /// Tests the readings of a candidate against every result in use; `nil` when the candidate was never measured.
  init?(on candidate: String, in strategy: Strategy) {
    guard !candidate.isEmpty, !strategy.series(of: candidate).isEmpty else { return nil }
    let tests = strategy.resultsInUse.filter { $0 != candidate }.compactMap { result in
      try? TestedLead(candidate, against: result, maxLag: nil, detrending: .linear, in: strategy, knownOn: nil)
    }
    guard let best = tests.min(by: { $0.test.verdict.rank < $1.test.verdict.rank }) else {
      (words, leads) = ("it is measured, but there is no measured business result to compare it with.", nil)
      return
    }
    (words, leads) = (best.sentence, best.test.verdict.leads)
  }

  /// The evidence on the candidates of a workshop that have any, by id.
  package static func all(on workshop: Workshop, in strategy: Strategy) -> [String: CandidateEvidence] {
    let ids = workshop.candidates.compactMap { $0.id?.value }
    return Dictionary(
      ids.compactMap { id in CandidateEvidence(on: id, in: strategy).map { (id, $0) } }, uniquingKeysWith: { $1 })
  }

  /// Remarks for a person who has just answered or is about to.
  package func remarks(on candidate: Candidate) -> [String] {
    var remarks = ["The readings: \(words)"]
    if candidate.measurable?.value == false { remarks.append("It has readings, so it can be measured.") }
    if let leads, let said = candidate.leading?.value, said != leads {
      remarks.append("The answer to 'leading' is the opposite.")
    }
    return remarks
  }
}

extension LeadTest.Verdict {
  /// The most conclusive comes first.
  fileprivate var rank: Int {
    switch self {
    case .leads: 0
    case .leadsWeakly: 1
    case .coincides: 2
    case .follows: 3
    case .noEffect: 4
    case .tooFewPoints: 5
    }
  }

  fileprivate var leads: Bool? {
    switch self {
    case .leads: true
    case .leadsWeakly, .tooFewPoints: nil
    case .coincides, .follows, .noEffect: false
    }
  }
}

extension Strategy {
  fileprivate var resultsInUse: [String] {
    metrics.all.indices.filter { graph.isLive[$0] && metrics.all[$0].role?.value == .result }
      .compactMap { metrics.all[$0].id?.value }
  }
}

extension Session {
  /// What the readings of the working tree say about a candidate; empty where they cannot be read.
  package func evidence(on candidate: String, of strategy: String?) throws -> CandidateEvidence? {
    guard let read = try? loadOne(Moment(strategy: strategy), readings: true) else { return nil }
    return CandidateEvidence(on: candidate, in: read.strategy)
  }
}
