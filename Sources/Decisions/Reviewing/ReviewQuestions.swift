import StrategyModel

extension ReviewSubject {
  /// The questions of its review.
  ///
  /// For a North Star: the seven points and the three tests of Amplitude's playbook, and whether the market has
  /// changed.
  package var questions: [String] {
    switch self {
    case .northStar: ReviewSubject.sevenPoints + ReviewSubject.threeTests + ["Has the market changed?"]
    case .metric(_, let role): ReviewSubject.questions(of: role)
    case .cycle:
      [
        "What do the scores say, as committed and as amended?",
        "Which objectives do we keep, modify or abandon?",
        "What did we learn?",
      ]
    case .belief:
      [
        "Did it hold: the sign, the lag, the strength?", "What in the readings speaks against it?",
        "How sure are we of it now?",
      ]
    }
  }

  private static let sevenPoints = [
    "Does it still express the value that customers get?", "Does it stand for our vision and strategy?",
    "Does it still predict success?", "Can we act on it?", "Does everybody understand it?",
    "Can we measure it, soon enough to act?", "Could it rise while customers are no better off?",
  ]

  private static let threeTests = [
    "Do cohorts that score better on it stay longer and spend more later?",
    "Can most teams say what they do to move it?", "Would anybody in the company explain it the same way?",
  ]

  private static func questions(of role: MetricRole) -> [String] {
    switch role {
    case .input:
      [
        "Does it still drive the North Star?", "Is it still ours to move?", "Is its definition still right?",
        "Is its guardrail enough?",
      ]
    case .guardrail:
      [
        "Is the harm that it watches still the one to fear?", "Is the threshold where the harm begins?",
        "Is its definition still right?",
      ]
    default: ["Do we still act on it?", "Is its definition still right?"]
    }
  }
}
