import Decisions
import Diagnostics
import Numbers
import Presentation
import StrategyModel

extension EvidenceSection {
  /// The current state of the beliefs that the subject rests on.
  static func beliefs(on context: EvidenceContext) -> EvidenceSection {
    var section = EvidenceSection("beliefs", "Beliefs")
    // Without readings there is no verdict, so history is not needed.
    let origins = context.strategy.readings.isEmpty ? nil : context.history.map { BeliefOrigins($0) }
    var ledger = BeliefLedger(context.strategy, origins, detrending: .linear, isSince: false)
    ledger.keep(where: context.rests)
    guard !ledger.beliefs.isEmpty else {
      section.lack("It does not rest on any recorded influence.")
      return section
    }
    let counts = BeliefVerdict.allCases.map { verdict in (verdict, ledger.beliefs.count { $0.verdict == verdict }) }
    section.say(
      "\(counted(ledger.beliefs.count, "belief")): "
        + counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ") + ".")
    let doubtful = ledger.beliefs.filter { [.weakened, .wrongLag, .wrongSign, .noEffect].contains($0.verdict) }
    if !doubtful.isEmpty {
      section.say(
        "In doubt: "
          + String.few(doubtful.map { "\($0.metric) on \($0.target) (\($0.verdict.rawValue))" }) + ".")
    }
    if let score = ledger.overall {
      section.say("Brier score \(score.score.coefficient) over \(counted(score.count, "belief")).")
    }
    if context.history == nil { section.lack("There is no history, so the original beliefs are unknown.") }
    section.show(table(ledger))
    return section
  }

  private static func table(_ ledger: BeliefLedger) -> PageBlock {
    .table(
      ["metric", "moves", "said", "since", "verdict", "best lag", "r", "points", "team"],
      cells: ledger.beliefs.map { belief in
        let best = belief.test?.bestAhead
        return [
          .text(belief.metric), .text(belief.target),
          .text(belief.prior.words + (belief.isChanged ? " (changed since)" : "")),
          .text(belief.origin?.day.description), .text(belief.verdict.rawValue),
          .text(best.map { "\($0.lag) \((belief.grain ?? .week).counted($0.lag))" }), .coefficient(best?.r),
          .count(belief.test?.count), .text(belief.team),
        ]
      }, numeric: [6, 7])
  }
}

extension EvidenceContext {
  /// Whether a belief is about the subject: for the North Star, all of them.
  fileprivate func rests(on belief: GradedBelief) -> Bool {
    switch subject {
    case .northStar, .cycle: true
    case .metric(let id, _): belief.metric == id || belief.target == id
    case .belief(let id, let target): belief.metric == id && belief.target == target
    }
  }
}

extension BeliefPrior {
  /// `+, 12 weeks, 0.8`
  fileprivate var words: String {
    [
      sign.map { $0 == .positive ? "+" : "−" }, lagWeeks.map { "\($0.plain) \($0 == 1 ? "week" : "weeks")" },
      confidence.map { $0.plain },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
