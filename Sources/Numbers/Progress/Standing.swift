/// What a key result is said to be; silence is never green.
package enum Standing: String, Sendable, CaseIterable {
  /// It has its score.
  case scored
  /// Its objective was given up.
  case abandoned
  /// A milestone that is done.
  case reached
  /// Its check-in is late by more than the grace.
  case outdated
  /// By the confidence that was last reported.
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  /// Checked in, and nobody said how likely it is.
  case reported
  /// No check-in yet.
  case pending

  /// What whoever checked in last says by their confidence.
  init(reported confidence: Double?) {
    guard let confidence else {
      self = .reported
      return
    }
    switch ConfidenceBand(confidence) {
    case .high: self = .onTrack
    case .medium: self = .atRisk
    case .low: self = .offTrack
    }
  }

  /// Whether there is nothing more to wait for.
  package var isClosed: Bool { [.scored, .abandoned, .reached].contains(self) }
}
