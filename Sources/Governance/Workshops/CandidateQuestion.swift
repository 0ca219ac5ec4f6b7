import StrategyModel

/// The questions about every candidate: three filters, then three tests.
package enum CandidateQuestion: String, CaseIterable {
  case measurable
  case leadsRevenue = "leads_revenue"
  case positiveExperience = "positive_experience"
  case leading, actionable, understandable

  package static let filters: [CandidateQuestion] = [.measurable, .leadsRevenue, .positiveExperience]
  package static let tests: [CandidateQuestion] = [.leading, .actionable, .understandable]

  /// The wording for a person.
  package var words: String {
    switch self {
    case .measurable: "Can today's analytics measure it?"
    case .leadsRevenue: "Does it lead revenue?"
    case .positiveExperience: "Does it reflect a good experience?"
    case .leading: "Do users who score better on it stay and spend more later?"
    case .actionable: "Can most teams move it?"
    case .understandable: "Does everyone understand it?"
    }
  }

  /// "leads revenue"
  package var short: String { rawValue.replacing("_", with: " ") }
}

extension Candidate {
  /// The given answer; `nil` while there is none.
  package func answer(to question: CandidateQuestion) -> Bool? {
    switch question {
    case .measurable: measurable?.value
    case .leadsRevenue: leadsRevenue?.value
    case .positiveExperience: positiveExperience?.value
    case .leading: leading?.value
    case .actionable: actionable?.value
    case .understandable: understandable?.value
    }
  }

  /// The questions of these that nobody has answered.
  package func unanswered(_ questions: [CandidateQuestion]) -> [CandidateQuestion] {
    questions.filter { answer(to: $0) == nil }
  }

  /// The questions of these that were answered with no.
  func failed(_ questions: [CandidateQuestion]) -> [CandidateQuestion] {
    questions.filter { answer(to: $0) == false }
  }
}
