/// What readings say about a belief: that one metric moves another, in a direction, after a time.
package enum BeliefVerdict: String, Sendable, CaseIterable {
  case confirmed
  /// The effect showed once and no longer does, or less than half as strongly.
  case weakened
  /// The effect shows, but after another time.
  case wrongLag = "wrong lag"
  /// The effect goes the other way.
  case wrongSign = "wrong sign"
  case noEffect = "no effect"
  case tooFewPoints = "too few points"
  case noReadings = "no readings"

  /// How far the belief came true, for a Brier score: 1, 0.5 for one that has weakened, 0; `nil` while that is unknown.
  package var outcome: Double? {
    switch self {
    case .confirmed: 1
    case .weakened: 0.5
    case .wrongLag, .wrongSign, .noEffect: 0
    case .tooFewPoints, .noReadings: nil
    }
  }

  /// - Parameters:
  ///   - test: compares the metric that moves with the one that is moved.
  ///   - isPositive: whether both are believed to go the same way; `nil` when that is not stated, so that either way
  ///     confirms.
  ///   - lag: the believed lag in periods, rounded; a difference of one period is accepted. `nil` for any lag.
  package init(_ test: LeadTest, isPositive: Bool?, lag: Int?) {
    guard test.verdict != .tooFewPoints else {
      self = .tooFewPoints
      return
    }
    func isRight(_ shown: LeadTest.AtLag) -> Bool { isPositive.map { $0 == (shown.r > 0) } ?? true }
    let near = BeliefVerdict.believed(test, lag: lag)
    let strongest = test.lags.filter { $0.lag >= 0 && $0.isOutsideBand && $0.adjustedP < 0.05 }.strongest
    if let near, isRight(near) {
      self = BeliefVerdict.lasts(near) ? .confirmed : .weakened
    } else if let strongest {
      self = isRight(strongest) ? .wrongLag : .wrongSign
    } else {
      self = near == nil ? .noEffect : .wrongSign
    }
  }

  /// The effect at the believed lag, if any.
  private static func believed(_ test: LeadTest, lag: Int?) -> LeadTest.AtLag? {
    let tried = test.lags.filter { shown in
      shown.lag >= 0 && (lag.map { abs(shown.lag - $0) <= 1 } ?? true)
    }
    // With many lags, one could show an effect by chance.
    return tried.filter { $0.isOutsideBand && $0.p * Double(tried.count) < 0.05 }.strongest
  }

  /// Whether the effect in the later half is about as strong as before.
  private static func lasts(_ shown: LeadTest.AtLag) -> Bool {
    guard let later = shown.halves.last ?? nil else { return false }
    return later * shown.r > 0 && abs(later) >= abs(shown.r) / 2
  }
}

extension [LeadTest.AtLag] {
  fileprivate var strongest: LeadTest.AtLag? { self.max { abs($0.r) < abs($1.r) } }
}
