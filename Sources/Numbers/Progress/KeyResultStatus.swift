/// The state of a key result; silence is never green.
package enum KeyResultStatus: String, Sendable, CaseIterable {
  /// It has its score.
  case scored
  /// Its objective was abandoned.
  case abandoned
  /// A milestone that is done.
  case reached
  /// Its check-in is late by more than the grace.
  case outdated
  /// By the last reported confidence.
  case onTrack = "on-track"
  case atRisk = "at-risk"
  case offTrack = "off-track"
  /// Checked in, but without a confidence.
  case reported
  /// No check-in yet.
  case pending

  /// The state according to the confidence in the last check-in.
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
