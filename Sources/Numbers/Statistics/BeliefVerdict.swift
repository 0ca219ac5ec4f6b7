/// What readings say about a belief: that one metric moves another, in a direction, after a time.
package enum BeliefVerdict: String, Sendable, CaseIterable {
  case confirmed
  /// It showed once and does so no more, or less than half as strongly.
  case weakened
  /// It shows, but after another time.
  case wrongLag = "wrong lag"
  /// It goes the other way.
  case wrongSign = "wrong sign"
  case noEffect = "no effect"
  case tooFewPoints = "too few points"
  case noReadings = "no readings"

  /// How far the belief came true, for a Brier score: 1, 0.5 for one that has weakened, 0; `nil` while nobody can say.
  package var outcome: Double? {
    switch self {
    case .confirmed: 1
    case .weakened: 0.5
    case .wrongLag, .wrongSign, .noEffect: 0
    case .tooFewPoints, .noReadings: nil
    }
  }

  /// - Parameters:
  ///   - test: of the metric that moves against the one that is moved.
  ///   - isPositive: whether both are said to go the same way.
  ///   - lag: after how many periods, as near as they come; one more or less is no other lag.
  package init(_ test: LeadTest, isPositive: Bool, lag: Int) {
    guard test.verdict != .tooFewPoints else {
      self = .tooFewPoints
      return
    }
    let shown = test.lags.filter { $0.lag >= 0 && $0.isOutsideBand }
    // Three lags are tried, and each could show something by chance.
    let near = shown.filter { abs($0.lag - lag) <= 1 && $0.p * 3 < 0.05 }.max { abs($0.r) < abs($1.r) }
    let strongest = shown.max { abs($0.r) < abs($1.r) }
    if let near, (near.r > 0) == isPositive {
      self = BeliefVerdict.lasts(near) ? .confirmed : .weakened
    } else if let strongest, strongest.chance < 0.05 {
      self = (strongest.r > 0) == isPositive ? .wrongLag : .wrongSign
    } else {
      self = near == nil ? .noEffect : .wrongSign
    }
  }

  /// Whether an effect shows in the later half about as it did before.
  private static func lasts(_ shown: LeadTest.AtLag) -> Bool {
    guard let later = shown.halves.last ?? nil else { return false }
    return later * shown.r > 0 && abs(later) >= abs(shown.r) / 2
  }
}
